/**
 * The SQLite store as a whole. A backup reads one moment of the file while the server writes on. A
 * restore writes a new file beside it and moves it into place at the end: until then the old one is untouched.
 */
import { chownSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { ownNames, rowsOf, type Collection } from '../core/collections'
import { isEmpty, type Kept, type Replacing, type WholeStore } from '../core/whole-store'
import { unpacked } from './packed'
import { sqliteStoreOn } from './sqlite'
import { performOn } from './sqlite-group'
import { openSqlite, type Db } from './sqlite-open'
import { writing } from './sqlite-statements'
import { Unusable } from './unusable'

interface Row {
  readonly id: string
  readonly version: number
  readonly value: string
}

export function createSqliteWhole(file: string): WholeStore {
  return {
    async snapshot(use) {
      if (!existsSync(file)) throw new Unusable(`没有数据库 ${file}：请检查 DATA_DIR。 (no such database)`)
      const db = openSqlite(file)
      try {
        // What a transaction has begun to read stays as it was for it.
        db.exec('BEGIN')
        return await use(documentsOf(db), countOf(db))
      } finally {
        db.close()
      }
    },
    async isEmpty() {
      if (!existsSync(file)) return true
      const held = hold(file)
      if (held === null) return false
      try {
        return await isEmpty(sqliteStoreOn(held))
      } finally {
        release(held)
      }
    },
    replace: (steps) => replace(file, steps),
    close: async () => undefined,
  }
}

function countOf(db: Db): number {
  const counts = ownNames.map((name) => db.prepare(`SELECT count(*) AS n FROM ${name}`).get() as { readonly n: number })
  return counts.reduce((sum, { n }) => sum + n, 0)
}

async function* documentsOf(db: Db): AsyncGenerator<Kept> {
  for (const collection of ownNames) {
    const rows = db.prepare(`SELECT id, version, value FROM ${collection} ORDER BY id`).iterate() as Iterable<Row>
    for (const { id, version, value } of rows)
      yield { collection, id, version, value: unpacked(collection, JSON.parse(value)) }
  }
}

/**
 * Alone with the file, everything of it in one piece: leaving the log mode needs every other process to
 * have closed it. null: the file is damaged. Throws Unusable while a server runs.
 */
function hold(file: string): Db | null {
  const db = new Database(file)
  try {
    db.pragma('busy_timeout = 1000')
    db.pragma('journal_mode = DELETE')
    db.exec('BEGIN EXCLUSIVE')
    db.prepare('SELECT count(*) AS n FROM merchants').get()
    return db
  } catch (error) {
    db.close()
    const code = String((error as { code?: unknown }).code)
    if (/^SQLITE_(BUSY|LOCKED)/.test(code))
      throw new Unusable('服务还开着这个数据库：请先停掉它，再恢复。 (stop the server first)')
    return null
  }
}

/** The driver closes a file only when its garbage is collected; the lock goes at once. */
function release(held: Db): void {
  held.exec('ROLLBACK')
  held.close()
}

async function replace(file: string, { before, fill }: Replacing): Promise<void> {
  const held = existsSync(file) ? hold(file) : null
  const next = `${file}.restoring`
  const clear = () => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${next}${suffix}`, { force: true })
  }
  clear()
  try {
    await before(held === null ? null : sqliteStoreOn(held))
    const db = openSqlite(next)
    await fill({ store: sqliteStoreOn(db), add: async (documents) => add(db, documents) })
    // Back into one file, which is synced before it gets the name.
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    // The log of a damaged file would be taken for the new one's.
    if (held === null && existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${file}-wal.damaged`)
    takeOwner(next, file)
    sync(next)
    renameSync(next, file)
    sync(path.dirname(file))
  } finally {
    clear()
    if (held !== null) release(held)
  }
}

function add(db: Db, documents: readonly Kept[]): void {
  db.exec('BEGIN')
  const perform = performOn(db)
  const insert = (collection: Collection, id: string, version: number, value: unknown) =>
    perform([writing('add', collection, id, value, version)])
  for (const { collection, id, version, value, row = null } of documents) {
    insert(collection, id, version, value)
    const beside = rowsOf(collection)
    if (beside !== null && row !== null) insert(beside, id, 1, row)
  }
  db.exec('COMMIT')
}

/** An operator who restores as root must not lock the server out. */
function takeOwner(next: string, file: string): void {
  const old = statSync(file, { throwIfNoEntry: false }) ?? statSync(path.dirname(file))
  if (process.getuid?.() === 0) chownSync(next, old.uid, old.gid)
}

function sync(place: string): void {
  const handle = openSync(place, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
