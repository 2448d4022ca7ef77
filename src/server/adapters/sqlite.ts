/**
 * The store on SQLite: one table per collection, a document per row, compare-and-swap by version.
 * WAL with synchronous=FULL: what was acknowledged survives a power cut.
 */
import { chmodSync } from 'node:fs'
import Database from 'libsql'
import {
  StorageFull,
  Unavailable,
  collections,
  indexOf,
  type Collection,
  type ListQuery,
  type Store,
} from '../core/ports'
import { probeStore } from './probe'

/** The operator's commands may write at the same moment: wait that long (ms). */
const busyMs = 5000

interface Row {
  readonly id: string
  readonly version: number
  readonly value: string
}

export function createSqliteStore(file: string): Store {
  const db = open(file)
  const statements = createStatements(db)
  const store: Store = {
    async get<T>(collection: Collection, id: string) {
      const row = guarded(() => statements.get(collection).get(id)) as Row | undefined
      return row === undefined ? null : { version: row.version, value: JSON.parse(row.value) as T }
    },
    async put(collection, id, value, expected) {
      const json = JSON.stringify(value)
      const run = () =>
        expected === 0
          ? statements.insert(collection).run(id, json)
          : statements.update(collection).run(json, id, expected)
      return guarded(run).changes === 1
    },
    async remove(collection, id) {
      guarded(() => statements.remove(collection).run(id))
    },
    async list<T>(collection: Collection, query: ListQuery) {
      const { where, after = '', limit } = query
      const rows = guarded(() =>
        where === undefined
          ? statements.list(collection).all(after, limit)
          : statements.listWhere(collection, where.field).all(where.equals, after, limit),
      ) as Row[]
      return rows.map(({ id, value }) => ({ id, value: JSON.parse(value) as T }))
    },
    check: () => probeStore(store),
    async close() {
      db.close()
    },
  }
  return store
}

type Db = InstanceType<typeof Database>
interface Statement {
  get(...values: unknown[]): unknown
  all(...values: unknown[]): unknown[]
  run(...values: unknown[]): { readonly changes: number }
}

function open(file: string): Db {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma(`busy_timeout = ${busyMs}`)
  for (const [name, fields] of Object.entries(collections)) {
    db.exec(
      `CREATE TABLE IF NOT EXISTS ${name} (id TEXT PRIMARY KEY, version INTEGER NOT NULL, value TEXT NOT NULL) WITHOUT ROWID`,
    )
    for (const field of fields) {
      db.exec(`CREATE INDEX IF NOT EXISTS ${name}_${field} ON ${name} (json_extract(value, '$.${field}'), id)`)
    }
  }
  if (file !== ':memory:') chmodSync(file, 0o600)
  return db
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

/** SQLite's refusals in the core's words. */
function guarded<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    const code = String((error as { code?: unknown }).code)
    if (code === 'SQLITE_FULL') throw new StorageFull('the database has no room left', { cause: error })
    if (/^SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|READONLY)/.test(code))
      throw new Unavailable('the database does not answer', { cause: error })
    throw error
  }
}
