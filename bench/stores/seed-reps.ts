/** Reps with their merchants, as many as wanted, straight into the database: rows as the function writes them. */
import { Client } from 'pg'
import { fieldsOf } from '../../src/server/core/collections'
import { joiningOf, momentText, noDeadline, progressRow } from '../../src/server/core/progress-row'
import type { ProgressRecord } from '../../src/server/core/records'
import { columnsOf, columnValue, columnValues } from '../../src/server/adapters/columns'
import { createPostgresWhole } from '../../src/server/adapters/postgres-whole'
import { openSqlite } from '../../src/server/adapters/sqlite-open'
import { sql } from '../../src/server/adapters/sqlite-statements'
import { merchantOf, merchantRecord } from '../made-up'
import { syncFile } from './seed'

const day = 86_400_000
const batch = 2000

export interface RepSeeding {
  readonly merchants: number
  readonly perRep: number
  readonly onProgress: (done: number) => void
}

export const repId = (n: number): string => `Rep${String(n).padStart(19, '0')}`
export const sceneOf = (rep: number, n: number): string =>
  `S${String(rep).padStart(18, '0')}-${String(n).padStart(2, '0')}`

/** Spread over a year, four codes, every stage, a name of its own. */
function rowOf(base: ProgressRecord, n: number, reps: number, now: number): ProgressRecord {
  const rep = n % reps
  const mine = Math.floor(n / reps)
  const joined = now - (mine % 365) * day
  const stage = mine % 7
  return {
    ...base,
    rep: repId(rep),
    scene: sceneOf(rep, mine % 4),
    joined,
    active: momentText(now - (mine % 97) * 7_000_000),
    deadline: mine % 3 === 0 ? momentText(now + ((mine % 41) - 9) * day) : noDeadline,
    percent: String((mine * 7) % 101).padStart(3, '0'),
    stuck: stage === 6 ? null : momentText(now + ((mine % 23) - 11) * day),
    redo: mine % 19 === 0 ? '01' : null,
    finished: stage === 6 ? momentText(now - (mine % 60) * day) : null,
    ...joiningOf(joined, sceneOf(rep, mine % 4), stage),
    find: `第${mine}号店`,
    standing: { ...base.standing, shop: `第${mine}号店` },
  }
}

type Row = readonly [id: string, row: ProgressRecord]

function* batchesOf({ merchants, perRep, onProgress }: RepSeeding): Generator<readonly Row[]> {
  const now = Date.now()
  const granted = { granted: true, version: '1', at: now }
  const merchant = { ...merchantRecord(0, 20, now), rep: 'r', scene: 's', joined: now - day }
  const base = progressRow({ ...merchant, consents: { ...merchant.consents, 'share-progress': granted } })
  if (base === null) throw new Error('a merchant who shares has a row')
  const reps = Math.max(1, Math.round(merchants / perRep))
  for (let from = 0; from < merchants; from += batch) {
    const size = Math.min(batch, merchants - from)
    yield Array.from({ length: size }, (_each, i): Row => [merchantOf(from + i), rowOf(base, from + i, reps, now)])
    onProgress(from + size)
  }
}

export async function seedRepsSqlite(file: string, seeding: RepSeeding): Promise<void> {
  const db = openSqlite(file)
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -262144')
  const insert = db.prepare(sql.progress.add)
  for (const rows of batchesOf(seeding)) {
    db.exec('BEGIN')
    for (const [id, row] of rows) insert.run(id, JSON.stringify(row), 1, ...columnValues('progress', row))
    db.exec('COMMIT')
    await new Promise(setImmediate)
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  syncFile(file)
}

export async function seedRepsPostgres(url: string, seeding: RepSeeding): Promise<void> {
  // Makes the tables.
  await createPostgresWhole(url).isEmpty()
  const client = new Client({ connectionString: url })
  await client.connect()
  const fields = fieldsOf('progress')
  const names = ['id', 'version', 'value', ...columnsOf('progress')].join(', ')
  const given = ['text', 'text', ...fields.map(() => 'text')].map((type, i) => `$${i + 1}::${type}[]`).join(', ')
  const places = fields.map((_field, i) => `c${i + 3}`).join(', ')
  const columns = ['c1', 'c2', ...fields.map((_field, i) => `c${i + 3}`)].join(', ')
  try {
    await client.query('SET synchronous_commit = off')
    for (const rows of batchesOf(seeding))
      await client.query(
        `INSERT INTO kaitong.progress (${names}) SELECT c1, 1, c2::json, ${places} FROM unnest(${given}) AS n (${columns})`,
        [
          rows.map(([id]) => id),
          rows.map(([, row]) => JSON.stringify(row)),
          ...fields.map((field) => rows.map(([, row]) => columnValue(row, field))),
        ],
      )
    // As autovacuum does within a minute: the counts then need nothing but the indexes.
    await client.query('VACUUM ANALYZE')
    // As the file of SQLite above: all of it is on the disk before anything is measured.
    await client.query('CHECKPOINT')
  } finally {
    await client.end()
  }
}
