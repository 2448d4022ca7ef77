/** Stores filled through SQL: the server's own tables and the documents it would have written itself. */
import { closeSync, fsyncSync, openSync } from 'node:fs'
import { Client } from 'pg'
import { packed } from '../../src/server/adapters/packed'
import { createPostgresWhole } from '../../src/server/adapters/postgres-whole'
import { openSqlite } from '../../src/server/adapters/sqlite-open'
import { deviceOf, merchantOf, merchantRecord, tokenIdOf, tokenRecord } from '../made-up'

type Filled = 'merchants' | 'tokens'

export interface Seeding {
  readonly merchants: number
  /** Entries of each. */
  readonly entries: number
  readonly onProgress: (done: number) => void
}
type Row = readonly [collection: Filled, id: string, value: string]

const batch = 2000

/** In the order of their ids: a tree that is filled from left to right is filled fast. */
function* batchesOf({ merchants, entries, onProgress }: Seeding): Generator<readonly Row[]> {
  const now = Date.now()
  const inOrder = (idOf: (n: number) => string) =>
    Array.from({ length: merchants }, (_each, n) => ({ n, id: idOf(n) })).sort((a, b) => (a.id < b.id ? -1 : 1))
  const [documents, tokens] = [inOrder(merchantOf), inOrder(tokenIdOf)]
  // Only the device differs, in every stamp: written once and replaced, a million are made in seconds.
  const first = JSON.stringify(packed('merchants', merchantRecord(0, entries, now)))
  for (let from = 0; from < merchants; from += batch) {
    const to = Math.min(merchants, from + batch)
    yield [
      ...documents
        .slice(from, to)
        .map(({ n, id }): Row => ['merchants', id, first.replaceAll(deviceOf(0), deviceOf(n))]),
      ...tokens.slice(from, to).map(({ n, id }): Row => ['tokens', id, JSON.stringify(tokenRecord(n, now))]),
    ]
    onProgress(to)
  }
}

/** A database file that did not exist. */
export async function seedSqlite(file: string, seeding: Seeding): Promise<void> {
  const db = openSqlite(file)
  const statements = {
    merchants: db.prepare('INSERT INTO merchants (id, version, value) VALUES (?, 1, ?)'),
    tokens: db.prepare(
      "INSERT INTO tokens (id, version, value, by_merchant) VALUES (?1, 1, ?2, json_extract(?2, '$.merchant'))",
    ),
  }
  db.pragma('synchronous = OFF')
  db.pragma('cache_size = -65536')
  for (const rows of batchesOf(seeding)) {
    db.exec('BEGIN')
    for (const [collection, id, value] of rows) statements[collection].run(id, value)
    db.exec('COMMIT')
    await new Promise(setImmediate)
  }
  db.pragma('synchronous = FULL')
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  syncFile(file)
}

/** What was written without syncing would otherwise be the first one's to sync who is measured. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/** An empty database. */
export async function seedPostgres(url: string, seeding: Seeding): Promise<void> {
  // Makes the tables.
  await createPostgresWhole(url).isEmpty()
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SET synchronous_commit = off')
    for (const rows of batchesOf(seeding))
      for (const collection of ['merchants', 'tokens'] as const) await insert(client, collection, rows)
    await client.query('ANALYZE')
    await client.query('CHECKPOINT')
  } finally {
    await client.end()
  }
}

async function insert(client: Client, collection: Filled, rows: readonly Row[]): Promise<void> {
  const mine = rows.filter(([name]) => name === collection)
  const column = collection === 'tokens' ? ', by_merchant' : ''
  const value = collection === 'tokens' ? ", v::json->>'merchant'" : ''
  await client.query(
    `INSERT INTO kaitong.${collection} (id, version, value${column})
     SELECT i, 1, v::json${value} FROM unnest($1::text[], $2::text[]) AS n (i, v)`,
    [mine.map(([, id]) => id), mine.map(([, , json]) => json)],
  )
}
