/** What a push costs when the store grows. The stores are measured in turns, so that a busy moment hits all alike. */
import path from 'node:path'
import { startPostgres } from '../../test/server/support/postgres-server'
import { pushTo, type Bench, type Pushes } from '../bench'
import { memoryOf, startServer, type RunningServer } from '../programs'
import { megabytes, ms, times, whole, type Section } from '../report'
import { seedPostgres, seedSqlite } from '../stores/seed'

const entries = 20
/** So many merchants are pushed to, spread over all. */
const mostActive = 50_000
const connections = 16

interface Size {
  readonly store: string
  readonly merchants: number
  readonly start: () => Promise<RunningServer>
  readonly rounds: (Pushes & { readonly rss: number | null })[]
}

export async function growth(bench: Bench): Promise<Section> {
  const postgres = await startPostgres()
  try {
    const sizes = [
      ...(await inSqlite(bench, bench.quick ? [1000, 50_000] : [1000, 100_000, 1_000_000])),
      ...(await inPostgres(bench, postgres, bench.quick ? [1000, 10_000] : [1000, 100_000])),
    ]
    await inTurns(bench, sizes)
    const rows = sizes.map((size) => row(size, sizes))
    return {
      part: 'growth',
      title: 'Cost of a push in a growing store',
      tables: [
        { head: ['store', 'merchants', 'pushes/s', 'p50 ms', 'server CPU ms/push', 'cost', 'server memory'], rows },
      ],
      notes: [
        `${connections} connections, ${entries} entries a merchant, up to ${whole(mostActive)} merchants pushed to, spread over the whole store. Medians of the rounds.`,
        'Cost: the median time of a push as a multiple of the smallest store’s in the same round; the target is 1.2 at most.',
      ],
    }
  } finally {
    await postgres.stop()
  }
}

async function inSqlite(bench: Bench, sizes: readonly number[]): Promise<readonly Size[]> {
  const made: Size[] = []
  for (const merchants of sizes) {
    const folder = bench.shop.folder()
    const onProgress = (done: number) => bench.bar.show('filling SQLite', done, merchants)
    await seedSqlite(path.join(folder, 'companion.db'), { merchants, entries, onProgress })
    const start = () => startServer(bench.shop, { DATA_DIR: folder })
    made.push({ store: 'SQLite', merchants, start, rounds: [] })
  }
  return made
}

async function inPostgres(
  bench: Bench,
  postgres: Awaited<ReturnType<typeof startPostgres>>,
  sizes: readonly number[],
): Promise<readonly Size[]> {
  const made: Size[] = []
  for (const merchants of sizes) {
    const [url, data] = [await postgres.newDatabase(), bench.shop.folder()]
    const onProgress = (done: number) => bench.bar.show('filling PostgreSQL', done, merchants)
    await seedPostgres(url, { merchants, entries, onProgress })
    const start = () => startServer(bench.shop, { DATA_DIR: data, DATABASE_URL: url })
    made.push({ store: 'PostgreSQL', merchants, start, rounds: [] })
  }
  return made
}

/**
 * A server for each round: a minute after its start it goes through all merchants once, to delete what is past its
 * time, which is work of its own and not the push's.
 */
async function inTurns(bench: Bench, sizes: readonly Size[]): Promise<void> {
  const rounds = bench.quick ? 3 : 7
  for (let round = 0; round < rounds; round++)
    for (const [i, { store, merchants, start, rounds: measured }] of sizes.entries()) {
      bench.bar.show(`${store} with ${whole(merchants)} merchants`, round * sizes.length + i, rounds * sizes.length)
      const server = await start()
      const load = { connections, merchants, active: Math.min(merchants, mostActive) }
      await pushTo(bench, server, { ...load, seconds: bench.quick ? 1.5 : 3 })
      const pushes = await pushTo(bench, server, { ...load, seconds: bench.quick ? 1 : 4 })
      measured.push({ ...pushes, rss: memoryOf(server.pid) })
      await server.stop()
    }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
const p50Of = ({ rounds }: Size): number => median(rounds.map(({ p50 }) => p50))
/** Round by round: the machine’s own speed drifts over the minutes. */
const costOf = (size: Size, smallest: Size): number =>
  median(size.rounds.map(({ p50 }, i) => p50 / (smallest.rounds[i]?.p50 ?? p50)))

function row(size: Size, sizes: readonly Size[]): readonly string[] {
  const smallest = sizes.find(({ store }) => store === size.store) ?? size
  return [
    size.store,
    whole(size.merchants),
    whole(median(size.rounds.map(({ perSecond }) => perSecond))),
    ms(p50Of(size)),
    median(size.rounds.map(({ cpuMs }) => cpuMs ?? 0)).toFixed(2),
    times(costOf(size, smallest)),
    megabytes(size.rounds.at(-1)?.rss ?? null),
  ]
}
