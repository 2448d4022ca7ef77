/**
 * The store on SQLite: one table per collection, a document per row, compare-and-swap by version.
 * WAL with synchronous=FULL: what was acknowledged survives a power cut.
 */
import { indexesOf, rowsOf, type Collection, type OwnCollection } from '../core/collections'
import type { Store } from '../core/ports'
import type { ListQuery, Match } from '../core/store-query'
import { checkedId } from './document-id'
import { packed, unpacked } from './packed'
import { probeStore } from './probe'
import { createQueries, listed } from './sql-query'
import { createWrites, type Write } from './sqlite-group'
import { changes, guarded, insertion, openSqlite, textOf, type Db } from './sqlite-open'

const queries = createQueries({
  column: textOf,
  parameter: (n) => `?${n}`,
  holds: (column, parameter) => `instr(${column}, ${parameter}) > 0`,
})

/**
 * The index that answers by itself: SQLite keeps no statistics and would take one whose rows it has to read. An
 * order needs its own; a count is best served by the one that its first range is of.
 */
function hintFor(
  collection: Collection,
  { where, within = [], holding, order }: Match & Partial<ListQuery>,
  by?: string,
): string {
  if (where === undefined) return ''
  const needed = [where, ...within, holding, order].flatMap((named) => named?.field ?? []).concat(by ?? [])
  const fit = indexesOf(collection).filter(
    ({ key, carried }) =>
      key.length > 1 &&
      key[0] === where.field &&
      needed.every((field) => key.includes(field) || carried.includes(field)),
  )
  const second = order?.field ?? within[0]?.field ?? by
  const best = fit.find(({ key }) => key[1] === second) ?? (order === undefined ? fit[0] : undefined)
  return best === undefined ? '' : ` INDEXED BY ${best.name}`
}

interface Row {
  readonly id: string
  readonly version: number
  readonly value: string
}

export function createSqliteStore(file: string): Store {
  const db = openSqlite(file)
  const writes = createWrites(db)
  const store = sqliteStoreOn(db, writes.run)
  return {
    ...store,
    async close() {
      writes.flush()
      await store.close()
    },
  }
}

/** Without `run`, every write happens at once: for a caller that has begun a transaction itself. */
export function sqliteStoreOn(db: Db, run: (write: Write) => Promise<number> = atOnce): Store {
  const statements = createStatements(db)
  const { both, besideOf } = createPairs(db, statements)
  const store: Store = {
    async get<T>(collection: Collection, id: string) {
      const row = guarded(() => statements.get(collection).get(checkedId(id))) as Row | undefined
      return row === undefined ? null : { version: row.version, value: unpacked<T>(collection, JSON.parse(row.value)) }
    },
    async put(collection, id, value, expected, row) {
      const json = JSON.stringify(packed(collection, value))
      checkedId(id)
      const own = () =>
        expected === 0
          ? statements.insert(collection).run(id, json, 1).changes
          : statements.update(collection).run(id, json, expected).changes
      return (await run(row === undefined ? own : both(own, besideOf(collection, id, row)))) === 1
    },
    async remove(collection, id) {
      const own = () => statements.remove(collection).run(id).changes
      await run(rowsOf(collection) === null ? own : both(own, besideOf(collection, id, null)))
    },
    async list<T>(collection: Collection, query: ListQuery) {
      const { order } = query
      const { text, values } = queries.list(collection, query)
      // Who goes through a whole collection, page by page, must let the others in between: the driver never waits.
      await new Promise(setImmediate)
      const rows = guarded(() =>
        statements
          .any(listed(collection, text, order && textOf(collection, order.field), query, hintFor(collection, query)))
          .all(...values),
      ) as Row[]
      return rows.map(({ id, value }) => ({ id, value: unpacked<T>(collection, JSON.parse(value)) }))
    },
    async tally(collection, by, match) {
      const { column, text, values } = queries.tally(collection, by, match)
      const hint = hintFor(collection, match, by)
      await new Promise(setImmediate)
      const found = guarded(() =>
        statements
          .any(`SELECT ${column} AS text, count(*) AS n FROM ${collection}${hint} WHERE ${text}`)
          .all(...values),
      ) as { readonly text: string; readonly n: number }[]
      return new Map(found.map(({ text: held, n }) => [held, n]))
    },
    check: () => probeStore(store),
    async close() {
      db.close()
    },
  }
  return store
}

/** A document and the row beside it, written together. */
function createPairs(db: Db, statements: ReturnType<typeof createStatements>) {
  return {
    /** null takes the row away. */
    besideOf(collection: OwnCollection, id: string, row: object | null): Write {
      const name = rowsOf(collection)
      if (name === null) throw new Error(`nothing stands beside ${collection}`)
      return row === null
        ? () => statements.remove(name).run(id).changes
        : () => statements.replace(name).run(id, JSON.stringify(row), 1).changes
    },
    /** Both or neither; the second only when the first changed something. Within a transaction or as one of its own. */
    both:
      (first: Write, second: Write): Write =>
      () => {
        statements.any('SAVEPOINT both').run()
        try {
          const changed = first()
          if (changed > 0) second()
          statements.any('RELEASE both').run()
          return changed
        } catch (error) {
          if (db.inTransaction) db.exec('ROLLBACK TO both; RELEASE both')
          throw error
        }
      },
  }
}

async function atOnce(write: Write): Promise<number> {
  return guarded(write)
}

interface Statement {
  get(...values: unknown[]): unknown
  all(...values: unknown[]): unknown[]
  run(...values: unknown[]): { readonly changes: number }
}

/** Prepared at first use. Names come from `collections`, never from outside. */
function createStatements(db: Db) {
  const prepared = new Map<string, Statement>()
  const prepare = (sql: string): Statement => {
    const statement: Statement = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
  return {
    get: (c: Collection) => prepare(`SELECT version, value FROM ${c} WHERE id = ?`),
    insert: (c: Collection) => prepare(`${insertion(c)} ON CONFLICT DO NOTHING`),
    update: (c: Collection) =>
      prepare(`UPDATE ${c} SET version = version + 1, ${changes(c)} WHERE id = ?1 AND version = ?3`),
    remove: (c: Collection) => prepare(`DELETE FROM ${c} WHERE id = ?`),
    /** A row of something else's: whatever stood there makes way. */
    replace: (c: Collection) => prepare(insertion(c, 'INSERT OR REPLACE')),
    any: prepare,
  }
}
