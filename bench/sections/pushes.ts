/** Durable pushes through the real server, over HTTP, beside what the store alone can do. */
import path from 'node:path'
import { startPostgres } from '../../test/server/support/postgres-server'
import { pushTo, type Bench, type Pushes } from '../bench'
import type { Summary } from '../load/times'
import { memoryOf, startServer, type RunningServer } from '../programs'
import { megabytes, ms, percent, whole, type Section, type Table } from '../report'
import { barePostgres, openBareSqlite } from '../stores/bare'
import { seedPostgres, seedSqlite } from '../stores/seed'

const counts = [1, 16, 128]
const stored = { merchants: 2000, entries: 60 }
/** The most connections that the bare loop opens to PostgreSQL. */
const maxBare = 50

interface Round {
  readonly connections: number
  readonly pushes: Pushes
  readonly bare: Summary
  readonly rss: number | null
}

export async function sqlitePushes(bench: Bench): Promise<Section> {
  const { shop } = bench
  const [ours, bare] = [shop.folder(), path.join(shop.folder(), 'bare.db')]
  for (const file of [path.join(ours, 'companion.db'), bare])
    await seedSqlite(file, { ...stored, onProgress: () => undefined })
  const alone = openBareSqlite(bare, stored)
  const server = await startServer(shop, { DATA_DIR: ours })
  const atRest = memoryOf(server.pid)
  const rounds = await measure(bench, 'SQLite', server, async () => alone.measure(secondsOf(bench) / 2))
  alone.close()
  await server.stop()
  return section('sqlite', 'Durable pushes on SQLite', atRest, rounds, [
    'The store alone: the same UPDATE with the same bytes, one transaction and one sync each, in a bare loop of one caller; SQLite has one writer. Above 100 %: pushes that arrive together share a transaction and its sync (adapters/sqlite-group.ts).',
  ])
}

export async function postgresPushes(bench: Bench): Promise<Section> {
  const postgres = await startPostgres()
  try {
    const [ours, bare] = [await postgres.newDatabase(), await postgres.newDatabase()]
    for (const url of [ours, bare]) await seedPostgres(url, { ...stored, onProgress: () => undefined })
    const server = await startServer(bench.shop, { DATA_DIR: bench.shop.folder(), DATABASE_URL: ours })
    const atRest = memoryOf(server.pid)
    const seconds = secondsOf(bench) / 2
    const rounds = await measure(bench, 'PostgreSQL', server, (connections) =>
      barePostgres(bare, { ...stored, connections: Math.min(connections, maxBare), seconds }),
    )
    await server.stop()
    return section('postgres', 'Durable pushes on PostgreSQL', atRest, rounds, [
      `The store alone: the same UPDATE with the same bytes through the same driver, on as many connections of its own (at most ${maxBare}); the server uses its usual pool of 10 and reads the token and the document first, so it makes three round trips where the loop makes one.`,
      'PostgreSQL 18 with its own settings (fsync and synchronous_commit on), on this machine: it shares the processors with the server and the load.',
    ])
  } finally {
    await postgres.stop()
  }
}

const secondsOf = ({ quick }: Bench): number => (quick ? 3 : 15)

async function measure(
  bench: Bench,
  name: string,
  server: RunningServer,
  alone: (connections: number) => Promise<Summary>,
): Promise<readonly Round[]> {
  const seconds = secondsOf(bench)
  const load = { merchants: stored.merchants, active: stored.merchants }
  await pushTo(bench, server, { ...load, connections: 16, seconds: bench.quick ? 1 : 5 })
  const rounds: Round[] = []
  for (const [i, connections] of counts.entries()) {
    bench.bar.show(`${name}, ${connections} connections`, i, counts.length)
    const bare = await alone(connections)
    const pushes = await pushTo(bench, server, { ...load, connections, seconds })
    rounds.push({ connections, pushes, bare, rss: memoryOf(server.pid) })
  }
  return rounds
}

function section(
  part: 'sqlite' | 'postgres',
  title: string,
  atRest: number | null,
  rounds: readonly Round[],
  notes: readonly string[],
): Section {
  const table: Table = {
    head: [
      'connections',
      'pushes/s',
      'p50 ms',
      'p99 ms',
      'server CPU ms/push',
      'store alone/s',
      'share',
      'server memory',
    ],
    rows: rounds.map(({ connections, pushes, bare, rss }) => [
      String(connections),
      whole(pushes.perSecond),
      ms(pushes.p50),
      ms(pushes.p99),
      pushes.cpuMs === null ? 'unknown' : pushes.cpuMs.toFixed(2),
      whole(bare.perSecond),
      percent(pushes.perSecond / bare.perSecond),
      megabytes(rss),
    ]),
  }
  return {
    part,
    title,
    tables: [table],
    notes: [
      `A push: one HTTP request on a kept connection with one edit for one of ${whole(stored.merchants)} merchants, whose document has ${stored.entries} entries; token checked, limits counted, request logged, document joined and written, on the disk before the answer. The load is a process of its own on the same processors and checks every answer. Only the limit per address is raised: everything comes from one.`,
      ...notes,
      `Memory of the server at rest: ${megabytes(atRest)}.`,
    ],
  }
}
