/**
 * The store on SQLite: one table per collection, a document per row, compare-and-swap by version.
 * WAL with synchronous=FULL: what was acknowledged survives a power cut.
 */
import { rowsOf, type Collection, type ListQuery, type OwnCollection, type Store } from '../core/ports'
import { checkedId } from './document-id'
import { packed, unpacked } from './packed'
import { probeStore } from './probe'
import { createQueries } from './sql-query'
import { createWrites, type Write } from './sqlite-group'
import { guarded, openSqlite, textOf, type Db } from './sqlite-open'

const queries = createQueries({
  column: textOf,
  parameter: (n) => `?${n}`,
  holds: (column, parameter) => `instr(${column}, ${parameter}) > 0`,
})

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
  /** The row beside a document; null takes it away. */
  const besideOf = (collection: OwnCollection, id: string, row: object | null): Write => {
    const name = rowsOf(collection)
    if (name === null) throw new Error(`nothing stands beside ${collection}`)
    return row === null
      ? () => statements.remove(name).run(id).changes
      : () => statements.replace(name).run(id, JSON.stringify(row)).changes
  }
  /** Both or neither; the second only when the first changed something. Within a transaction or as one of its own. */
  const both =
    (first: Write, second: Write): Write =>
    () => {
      statements.any('SAVEPOINT both').run()
      try {
        const changes = first()
        if (changes > 0) second()
        statements.any('RELEASE both').run()
        return changes
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK TO both; RELEASE both')
        throw error
      }
    }
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
          ? statements.insert(collection).run(id, json).changes
          : statements.update(collection).run(json, id, expected).changes
      return (await run(row === undefined ? own : both(own, besideOf(collection, id, row)))) === 1
    },
    async remove(collection, id) {
      const own = () => statements.remove(collection).run(id).changes
      await run(rowsOf(collection) === null ? own : both(own, besideOf(collection, id, null)))
    },
    async list<T>(collection: Collection, query: ListQuery) {
      const { text, values } = queries.list(collection, query)
      // Who goes through a whole collection, page by page, must let the others in between: the driver never waits.
      await new Promise(setImmediate)
      const rows = guarded(() =>
        statements.any(`SELECT id, value FROM ${collection} WHERE ${text}`).all(...values),
      ) as Row[]
      return rows.map(({ id, value }) => ({ id, value: unpacked<T>(collection, JSON.parse(value)) }))
    },
    async tally(collection, by, match) {
      const { column, text, values } = queries.tally(collection, by, match)
      await new Promise(setImmediate)
      const found = guarded(() =>
        statements.any(`SELECT ${column} AS text, count(*) AS n FROM ${collection} WHERE ${text}`).all(...values),
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
    insert: (c: Collection) => prepare(`INSERT INTO ${c} (id, version, value) VALUES (?, 1, ?) ON CONFLICT DO NOTHING`),
    update: (c: Collection) => prepare(`UPDATE ${c} SET version = version + 1, value = ? WHERE id = ? AND version = ?`),
    remove: (c: Collection) => prepare(`DELETE FROM ${c} WHERE id = ?`),
    /** A row of something else's: whatever stood there makes way. */
    replace: (c: Collection) => prepare(`INSERT OR REPLACE INTO ${c} (id, version, value) VALUES (?, 1, ?)`),
    any: prepare,
  }
}
