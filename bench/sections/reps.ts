/** What a rep with 5,000 merchants waits for, in a store of a million: the function's own answers, audit log and all. */
import path from 'node:path'
import { createPostgresStore } from '../../src/server/adapters/postgres'
import { createQrCodes } from '../../src/server/adapters/qr-codes'
import { createSecrets } from '../../src/server/adapters/secrets'
import { createSqliteStore } from '../../src/server/adapters/sqlite'
import { createCompanion, type Companion } from '../../src/server/core/companion'
import type { Store } from '../../src/server/core/ports'
import { defaultCoreSettings } from '../../src/server/core/settings'
import { startPostgres } from '../../test/server/support/postgres-server'
import type { Bench } from '../bench'
import { ms, whole, type Section } from '../report'
import { repId, sceneOf, seedRepsPostgres, seedRepsSqlite } from '../stores/seed-reps'

const perRep = 5000
const log = { info: () => undefined, error: () => undefined }
const unused = () => Promise.reject(new Error('not used here'))

const asked: readonly (readonly [name: string, action: string, body: (n: number) => object])[] = [
  ['list, last active first', 'rep-merchants', () => ({})],
  ['list, stuck, nearest deadline', 'rep-merchants', () => ({ filter: 'stuck', sort: 'deadline' })],
  ['list, to retake, by progress', 'rep-merchants', () => ({ filter: 'retake', sort: 'progress' })],
  ['list, finished', 'rep-merchants', () => ({ filter: 'finished', sort: '-active' })],
  ['search by name', 'rep-merchants', (n) => ({ search: String(1000 + (n % 4000)) })],
  ['counts and funnel, a year', 'rep-overview', () => ({ from: yearAgo(), to: today() })],
  ['codes with counts', 'rep-codes', () => ({})],
]
const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10)
const today = (): string => dayAt(Date.now())
const yearAgo = (): string => dayAt(Date.now() - 365 * 86_400_000)

export async function repsSection(bench: Bench): Promise<Section> {
  const merchants = bench.quick ? 50_000 : 1_000_000
  const rows = [...(await onSqlite(bench, merchants)), ...(await onPostgres(bench, merchants))]
  return {
    part: 'reps',
    title: `A rep with ${whole(perRep)} merchants among ${whole(merchants)}`,
    tables: [{ head: ['store', 'asked', 'p50 ms', 'p95 ms', 'slowest ms', 'CPU ms'], rows }],
    notes: [
      'The function’s own answers in its own process: token, role, query, counts, and the entry in the audit log, which is synced to the disk. The first page of a list also counts every filter.',
      'The target is 50 ms at p95. CPU: of the function’s process alone, which is all of it on SQLite.',
    ],
  }
}

async function onSqlite(bench: Bench, merchants: number) {
  const file = path.join(bench.shop.folder(), 'companion.db')
  await seedRepsSqlite(file, { merchants, perRep, onProgress: (n) => bench.bar.show('filling SQLite', n, merchants) })
  return measured(bench, 'SQLite', createSqliteStore(file))
}

async function onPostgres(bench: Bench, merchants: number) {
  const postgres = await startPostgres()
  try {
    const url = await postgres.newDatabase()
    const onProgress = (n: number) => bench.bar.show('filling PostgreSQL', n, merchants)
    await seedRepsPostgres(url, { merchants, perRep, onProgress })
    return await measured(bench, 'PostgreSQL', await createPostgresStore({ url, pool: 4 }, log))
  } finally {
    await postgres.stop()
  }
}

async function measured(bench: Bench, name: string, store: Store): Promise<readonly (readonly string[])[]> {
  const call = await repIn(store)
  const rounds = bench.quick ? 60 : 300
  const rows: (readonly string[])[] = []
  for (const [title, action, body] of asked) {
    const times: number[] = []
    const cpu = process.cpuUsage()
    for (let n = 0; n < rounds; n++) {
      bench.bar.show(`${name}: ${title}`, n, rounds)
      const begun = performance.now()
      const reply = await call(action, body(n))
      times.push(performance.now() - begun)
      if (!reply.ok) throw new Error(JSON.stringify(reply))
    }
    const { user, system } = process.cpuUsage(cpu)
    times.sort((a, b) => a - b)
    const at = (share: number) => ms(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0)
    rows.push([name, title, at(0.5), at(0.95), ms(times.at(-1) ?? 0), ms((user + system) / 1000 / rounds)])
  }
  await store.close()
  return rows
}

/** Logged in as the rep in the middle, with their four codes. */
async function repIn(store: Store): Promise<(action: string, body: object) => ReturnType<Companion>> {
  const ports = {
    store,
    files: { write: unused, read: unused, remove: unused, check: unused },
    clock: { now: Date.now },
    secrets: createSecrets(new Uint8Array(32).fill(7)),
    images: { normalise: unused, watermark: unused, readLicence: unused },
    codes: createQrCodes(),
    wechat: null,
    inbox: null,
    log,
  }
  const companion = createCompanion(ports, { ...defaultCoreSettings, allowGuests: true })
  const login = await companion({ via: 'token', token: null }, 'login', { provider: 'guest', key: 'a'.repeat(64) })
  const { token, merchant } = login as unknown as { token: string; merchant: { id: string } }
  const created = Date.now()
  const rep = { name: '林晓', company: '青禾软件', created, merchant: merchant.id, revoked: null }
  await store.put('reps', repId(1), rep, 0)
  for (let n = 0; n < 4; n++)
    await store.put('scenes', sceneOf(1, n), { rep: repId(1), name: `码${n}`, created, count: 0, revoked: null }, 0)
  return (action, body) => companion({ via: 'token', token }, action, body)
}
