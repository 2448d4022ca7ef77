/**
 * The store on SQLite: one table per collection, a document per row, compare-and-swap by version.
 * WAL with synchronous=FULL: what was acknowledged survives a power cut.
 */
import { indexesOf, rowsOf, type Collection, type OwnCollection } from '../core/collections'
import type { Store } from '../core/ports'
import type { ListQuery, Match } from '../core/store-query'
import { columnOf } from './columns'
import { checkedId } from './document-id'
import { unpacked } from './packed'
import { probeStore } from './probe'
import { createQueries, listed, tallied } from './sql-query'
import { writersFrom, type StartCheckpoints } from './sqlite-checkpoints'
import { createWrites, performOn, type Write } from './sqlite-group'
import { createPrepared, guarded, openSqlite, type Db } from './sqlite-open'
import { removing, writing, type Statement } from './sqlite-statements'

const queries = createQueries({
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

/** Without `startCheckpoints` the writers move the log into the file themselves, as SQLite does by default. */
export function createSqliteStore(file: string, startCheckpoints?: StartCheckpoints): Store {
  const db = openSqlite(file)
  const checkpoints = startCheckpoints?.(file)
  if (checkpoints !== undefined) db.pragma(`wal_autocheckpoint = ${writersFrom}`)
  const writes = createWrites(db, checkpoints?.committed)
  const store = sqliteStoreOn(db, writes.run)
  return {
    ...store,
    async close() {
      writes.flush()
      await checkpoints?.close()
      await store.close()
    },
  }
}

/** Without `run`, every write happens at once: for a caller that has begun a transaction itself. */
export function sqliteStoreOn(db: Db, run: (write: Write) => Promise<number> = atOnceOn(db)): Store {
  const prepare = createPrepared(db)
  const store: Store = {
    async get<T>(collection: Collection, id: string) {
      const statement = prepare(`SELECT version, value FROM ${collection} WHERE id = ?`)
      const row = guarded(() => statement.get(checkedId(id))) as Row | undefined
      return row === undefined ? null : { version: row.version, value: unpacked<T>(collection, JSON.parse(row.value)) }
    },
    async put(collection, id, value, expected, row) {
      checkedId(id)
      const own =
        expected === 0
          ? writing('insert', collection, id, value, 1)
          : writing('update', collection, id, value, expected)
      return (await run(row === undefined ? [own] : [own, besideOf(collection, id, row)])) === 1
    },
    async remove(collection, id) {
      const own = removing(collection, id)
      await run(rowsOf(collection) === null ? [own] : [own, besideOf(collection, id, null)])
    },
    async list<T>(collection: Collection, query: ListQuery) {
      const { order } = query
      const { text, values } = queries.list(collection, query)
      // Who goes through a whole collection, page by page, must let the others in between: the driver never waits.
      await new Promise(setImmediate)
      const statement = prepare(
        listed(collection, text, order && columnOf(order.field), query, hintFor(collection, query)),
      )
      const rows = guarded(() => statement.all(...values)) as Row[]
      return rows.map(({ id, value }) => ({ id, value: unpacked<T>(collection, JSON.parse(value)) }))
    },
    async tally(collection, by, match) {
      const { column, text, values } = queries.tally(collection, by, match)
      const hint = hintFor(collection, match, by)
      await new Promise(setImmediate)
      const counted = `SELECT ${column} AS text, count(*) AS n FROM ${collection}${hint} WHERE ${text}`
      // One row: handing over thousands of them, or pairs, would cost more than counting does.
      const all = `SELECT json_group_array(text) AS texts, json_group_array(n) AS counts FROM (${counted})`
      const { texts, counts } = guarded(() => prepare(all).get(...values)) as { texts: string; counts: string }
      return tallied(JSON.parse(texts) as string[], JSON.parse(counts) as number[])
    },
    check: () => probeStore(store),
    async close() {
      db.close()
    },
  }
  return store
}

function atOnceOn(db: Db): (write: Write) => Promise<number> {
  const perform = performOn(db)
  return async (write) => guarded(() => perform(write))
}

/** The row beside a document, whatever stood there; null takes it away. */
function besideOf(collection: OwnCollection, id: string, row: object | null): Statement {
  const name = rowsOf(collection)
  if (name === null) throw new Error(`nothing stands beside ${collection}`)
  return row === null ? removing(name, id) : writing('replace', name, id, row, 1)
}
