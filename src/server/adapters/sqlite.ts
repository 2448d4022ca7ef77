/**
 * The store on SQLite: one table per collection, a document per row, compare-and-swap by version.
 * WAL with synchronous=FULL: what was acknowledged survives a power cut.
 */
import { indexOf, type Collection, type ListQuery, type Store } from '../core/ports'
import { checkedId } from './document-id'
import { packed, unpacked } from './packed'
import { probeStore } from './probe'
import { createWrites, type Write } from './sqlite-group'
import { guarded, openSqlite, type Db } from './sqlite-open'

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
  const store: Store = {
    async get<T>(collection: Collection, id: string) {
      const row = guarded(() => statements.get(collection).get(checkedId(id))) as Row | undefined
      return row === undefined ? null : { version: row.version, value: unpacked<T>(collection, JSON.parse(row.value)) }
    },
    async put(collection, id, value, expected) {
      const json = JSON.stringify(packed(collection, value))
      checkedId(id)
      const write = () =>
        expected === 0
          ? statements.insert(collection).run(id, json)
          : statements.update(collection).run(json, id, expected)
      return (await run(() => write().changes)) === 1
    },
    async remove(collection, id) {
      await run(() => statements.remove(collection).run(id).changes)
    },
    async list<T>(collection: Collection, query: ListQuery) {
      const { where, after = '', limit } = query
      // Who goes through a whole collection, page by page, must let the others in between: the driver never waits.
      await new Promise(setImmediate)
      const rows = guarded(() =>
        where === undefined
          ? statements.list(collection).all(after, limit)
          : statements.listWhere(collection, where.field).all(where.equals, after, limit),
      ) as Row[]
      return rows.map(({ id, value }) => ({ id, value: unpacked<T>(collection, JSON.parse(value)) }))
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
    list: (c: Collection) => prepare(`SELECT id, value FROM ${c} WHERE id > ? ORDER BY id LIMIT ?`),
    listWhere: (c: Collection, field: string) =>
      prepare(
        `SELECT id, value FROM ${c} WHERE json_extract(value, '$.${indexOf(c, field)}') = ? AND id > ? ORDER BY id LIMIT ?`,
      ),
  }
}
