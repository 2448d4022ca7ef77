/**
 * What the raw store can do: the server's own statement with the same bytes, durable in the same way, and nothing
 * around it. What the server loses against this is its own.
 */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { Pool } from 'pg'
import { packed } from '../../src/server/adapters/packed'
import { openSqlite } from '../../src/server/adapters/sqlite-open'
import { sql } from '../../src/server/adapters/sqlite-statements'
import { inLoops, summarise, type Summary } from '../load/times'
import { merchantOf, merchantRecord } from '../made-up'

const bytes = (n: number, entries: number): string =>
  JSON.stringify(packed('merchants', merchantRecord(n, entries, Date.now())))

export interface BareSqlite {
  /** One transaction, one sync, for each write; the call does not return before. */
  measure(seconds: number): Summary
  close(): void
}

/** On a file of its own, filled as the server's. */
export function openBareSqlite(file: string, { merchants, entries }: Stored): BareSqlite {
  const db = openSqlite(file)
  const update = db.prepare(sql.merchants.update)
  const versions = Array.from({ length: merchants }, () => 1)
  let n = 0
  const write = () => {
    n = (n + 1) % merchants
    const version = versions[n] ?? 1
    if (update.run(merchantOf(n), bytes(n, entries), version, null).changes !== 1)
      throw new Error('the version differs')
    versions[n] = version + 1
  }
  return {
    measure(seconds) {
      const durations: number[] = []
      const begin = performance.now()
      for (let from = begin; from - begin < seconds * 1000; from = performance.now()) {
        write()
        durations.push(performance.now() - from)
      }
      return summarise(durations, (performance.now() - begin) / 1000)
    },
    close: () => db.close(),
  }
}

/** So many connections to the database, an UPDATE after the other on each, as pgbench does. */
export async function barePostgres(
  url: string,
  { merchants, entries, connections, seconds }: BareLoad,
): Promise<Summary> {
  const pool = new Pool({ connectionString: url, max: connections })
  const versions = await versionsIn(pool, merchants)
  const turn = Array.from({ length: connections }, (_each, worker) => worker)
  const text =
    'UPDATE kaitong.merchants SET version = version + 1, value = $2, by_rep = $3 WHERE id = $1 AND version = $4'
  const summary = await inLoops(connections, seconds, async (worker) => {
    const n = (turn[worker] ?? 0) % merchants
    turn[worker] = n + connections
    const version = versions.get(n) ?? 1
    const values = [merchantOf(n), bytes(n, entries), null, version]
    const { rowCount } = await pool.query({ name: 'bare', text, values })
    if (rowCount !== 1) throw new Error('the version differs')
    versions.set(n, version + 1)
  })
  await pool.end()
  return summary
}
export interface Stored {
  readonly merchants: number
  /** Of each. */
  readonly entries: number
}
/** By number: runs follow one another on one database. */
async function versionsIn(pool: Pool, merchants: number): Promise<Map<number, number>> {
  const { rows } = await pool.query<{ id: string; version: string }>('SELECT id, version FROM kaitong.merchants')
  const byId = new Map(rows.map(({ id, version }) => [id, Number(version)]))
  return new Map(Array.from({ length: merchants }, (_each, n) => [n, byId.get(merchantOf(n)) ?? 1]))
}

interface BareLoad extends Stored {
  readonly connections: number
  readonly seconds: number
}

/** fdatasync of 4 KB appended, one after the other: times a second. */
export function syncRate(folder: string, seconds: number): number {
  const file = path.join(folder, 'sync-rate')
  const handle = openSync(file, 'w')
  const block = Buffer.alloc(4096, 7)
  const begin = performance.now()
  let count = 0
  for (; performance.now() - begin < seconds * 1000; count++) {
    writeSync(handle, block)
    fdatasyncSync(handle)
  }
  const rate = (count / (performance.now() - begin)) * 1000
  closeSync(handle)
  rmSync(file)
  return rate
}
