/** Opening the database file: what makes it durable, its tables, and a sentence when it cannot be used. */
import { chmodSync, statSync } from 'node:fs'
import Database from 'libsql'
import { collectionNames, fieldsOf, indexesOf, type Collection } from '../core/collections'
import { StorageFull, Unavailable } from '../core/ports'
import { Unusable } from './unusable'

export type Db = InstanceType<typeof Database>

/** The operator's commands may write at the same moment: wait that long (ms). */
const busyMs = 5000
/** What the tables and documents look like, kept in the file's `user_version`; 2: packed.ts. */
export const schemaVersion = 2
/**
 * Pages are read where they lie in the system's cache instead of being copied: a store of 100,000 merchants takes
 * a fifth less processor time for a push (bench/RESULTS.md, growth). Bytes; SQLite's own ceiling is just under 2 GB.
 * Writes go through the log as ever.
 */
const mapped = 2_147_418_112
/** Files up to that size (bytes) are looked through at every start: about 0.2 s. */
const lookedThrough = 64 * 1024 * 1024

/** To a file that has been opened before. */
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

const extracted = (field: string, document: string): string => `json_extract(${document}, '$.${field}')`
const columnOf = (field: string): string => `by_${field}`

/**
 * A field as the indexes have it. Where there are indexes of several fields it is a column, written with the
 * document: SQLite reads an index without its rows only for columns, not for expressions or generated ones. The
 * collections that were there first have the expression itself.
 */
export const textOf = (collection: Collection, field: string): string =>
  hasColumns(collection) ? columnOf(field) : extracted(field, 'value')

const hasColumns = (collection: Collection): boolean => indexesOf(collection).some(({ key }) => key.length > 1)
const columnsOf = (collection: Collection): readonly string[] => (hasColumns(collection) ? fieldsOf(collection) : [])

/** Parameters: id, document, version. */
export function insertion(collection: Collection, verb: 'INSERT' | 'INSERT OR REPLACE' = 'INSERT'): string {
  const fields = columnsOf(collection)
  const names = ['id', 'version', 'value', ...fields.map(columnOf)].join(', ')
  const values = ['?1', '?3', '?2', ...fields.map((field) => extracted(field, '?2'))].join(', ')
  return `${verb} INTO ${collection} (${names}) VALUES (${values})`
}

/** What an update sets, the document being the parameter ?2. */
export const changes = (collection: Collection): string =>
  ['value = ?2', ...columnsOf(collection).map((field) => `${columnOf(field)} = ${extracted(field, '?2')}`)].join(', ')

/**
 * Their documents fill a page or more. Kept apart from the ids, a change writes a third fewer pages (bench/README.md);
 * SQLite's own advice for rows above a twentieth of a page: https://www.sqlite.org/withoutrowid.html#when_to_use_without_rowid
 */
const large: readonly Collection[] = ['merchants']

function makeTables(db: Db): void {
  for (const name of collectionNames) {
    const columns = columnsOf(name).map((field) => `, ${columnOf(field)} TEXT`)
    const kind = large.includes(name) ? '' : ' WITHOUT ROWID'
    db.exec(
      `CREATE TABLE IF NOT EXISTS ${name} (id TEXT PRIMARY KEY NOT NULL, version INTEGER NOT NULL, value TEXT NOT NULL${columns.join('')})${kind}`,
    )
    for (const { name: index, key, carried } of indexesOf(name)) {
      const [by, along] = [key, carried].map((fields) => fields.map((field) => textOf(name, field)))
      db.exec(`CREATE INDEX IF NOT EXISTS ${index} ON ${name} (${[...(by ?? []), 'id', ...(along ?? [])].join(', ')})`)
    }
  }
  if (versionOf(db) < schemaVersion) db.pragma(`user_version = ${schemaVersion}`)
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
