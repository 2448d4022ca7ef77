/** Opening the database file: what makes it durable, its tables, and a sentence when it cannot be used. */
import { chmodSync, statSync } from 'node:fs'
import Database from 'libsql'
import { collectionNames, fieldsOf, indexesOf, type Collection } from '../core/collections'
import { StorageFull, Unavailable } from '../core/ports'
import { columnOf } from './columns'
import { Unusable } from './unusable'

export type Db = InstanceType<typeof Database>

/** The operator's commands may write at the same moment: wait that long (ms). */
const busyMs = 5000
/** What the tables and documents look like, kept in the file's `user_version`; 2 and 3: packed.ts. */
export const schemaVersion = 3
/**
 * Pages are read where they lie in the system's cache instead of being copied: a store of 100,000 merchants takes
 * a fifth less processor time for a push (bench/RESULTS.md, growth). Bytes; SQLite's own ceiling is just under 2 GB.
 * Writes go through the log as ever.
 */
const mapped = 2_147_418_112
/** Files up to that size (bytes) are looked through at every start: about 0.2 s. */
const lookedThrough = 64 * 1024 * 1024

/** A connection that waits its turn and whose writes are durable; the tables are openSqlite's. */
export function connect(file: string): Db {
  const db = new Database(file)
  db.pragma(`busy_timeout = ${busyMs}`)
  // Every acknowledged write is on the disk: the log is synced with each transaction.
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.pragma(`mmap_size = ${mapped}`)
  return db
}

/** Throws Unusable for a file that is damaged or newer than this program. */
export function openSqlite(file: string): Db {
  try {
    const db = connect(file)
    checkFile(db, file)
    makeTables(db)
    if (file !== ':memory:') chmodSync(file, 0o600)
    return db
  } catch (error) {
    throw isDamage(error) ? damaged(file, error) : error
  }
}

/** `path` is the file's own; in memory there is nothing to look through. */
function checkFile(db: Db, file: string): void {
  const version = versionOf(db)
  if (version > schemaVersion)
    throw new Unusable(
      `数据库 ${file} 的结构是版本 ${version}，比这个程序的 ${schemaVersion} 新：请升级程序。 (the database was made by a newer version of this program)`,
    )
  if (file === ':memory:' || statSync(file).size > lookedThrough) return
  const [found] = db.pragma('quick_check(1)') as readonly { readonly quick_check: string }[]
  if (found?.quick_check !== 'ok') throw damaged(file, new Error(found?.quick_check))
}

function versionOf(db: Db): number {
  const [row] = db.pragma('user_version') as readonly { readonly user_version: number }[]
  return row?.user_version ?? 0
}

/**
 * Their documents fill a page or more. Kept apart from the ids, a change writes a third fewer pages (bench/README.md);
 * SQLite's own advice for rows above a twentieth of a page: https://www.sqlite.org/withoutrowid.html#when_to_use_without_rowid
 */
const large: readonly Collection[] = ['merchants']

/** All at once, also where two programs open a new file at the same moment. */
function makeTables(db: Db): void {
  db.exec('BEGIN IMMEDIATE')
  for (const name of collectionNames) {
    const kind = large.includes(name) ? '' : ' WITHOUT ROWID'
    db.exec(
      `CREATE TABLE IF NOT EXISTS ${name} (id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, value TEXT NOT NULL)${kind}`,
    )
    addColumns(db, name)
    for (const { name: index, key, carried } of indexesOf(name)) {
      const columns = [...key.map(columnOf), 'id', ...carried.map(columnOf)]
      db.exec(`CREATE INDEX IF NOT EXISTS ${index} ON ${name} (${columns.join(', ')})`)
    }
  }
  if (versionOf(db) < schemaVersion) db.pragma(`user_version = ${schemaVersion}`)
  db.exec('COMMIT')
}

/** A file from before there was a column gets it, and its indexes anew: theirs were of the documents' own members. */
function addColumns(db: Db, name: Collection): void {
  const rows = db.pragma(`table_info(${name})`) as readonly { readonly name: string }[]
  const there = new Set(rows.map((row) => row.name))
  for (const field of fieldsOf(name).filter((each) => !there.has(columnOf(each)))) {
    db.exec(`ALTER TABLE ${name} ADD COLUMN ${columnOf(field)} TEXT`)
    db.exec(`UPDATE ${name} SET ${columnOf(field)} = json_extract(value, '$.${field}')`)
    for (const { name: index, key } of indexesOf(name))
      if (key.includes(field)) db.exec(`DROP INDEX IF EXISTS ${index}`)
  }
}

interface Prepared {
  get(...values: unknown[]): unknown
  all(...values: unknown[]): unknown[]
  run(...values: unknown[]): { readonly changes: number }
}

/** Each text is prepared at its first use. */
export function createPrepared(db: Db): (sql: string) => Prepared {
  const prepared = new Map<string, Prepared>()
  return (sql) => {
    const statement: Prepared = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
}

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code)
const isDamage = (error: unknown): boolean => /^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error))

const damaged = (file: string, cause: unknown): Unusable =>
  new Unusable(
    `数据库文件 ${file} 坏了：请停在这里，先把它和同名的 -wal 文件一起留一份，再用 npm run restore 恢复备份。 (the database file is damaged: keep a copy of it, then restore a backup)`,
    { cause },
  )

/** SQLite's refusals in the core's words. */
export function guarded<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    const code = codeOf(error)
    if (code === 'SQLITE_FULL') throw new StorageFull('the database has no room left', { cause: error })
    if (isDamage(error)) throw new Unavailable('the database file is damaged', { cause: error })
    if (/^SQLITE_(BUSY|LOCKED|IOERR|CANTOPEN|READONLY)/.test(code))
      throw new Unavailable('the database does not answer', { cause: error })
    throw error
  }
}
