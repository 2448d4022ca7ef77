/** Many real runs side by side on one server, which is killed (-9) and started again at moments of chance. */
import { createChance } from '../support/chance'
import { createFaultyProxy } from './proxy'
import { startRealRun } from './real-run'
import { createServerProcess } from './server-process'

export interface RealOutcome {
  readonly failures: readonly string[]
  readonly kills: number
  /** Distinct entries whose last acknowledged value was checked. */
  readonly promised: number
  readonly faults: ReadonlyMap<string, number>
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export interface RealOptions {
  /** Runs side by side. */
  readonly atOnce?: number
  readonly onProgress?: (done: number) => void
}

/** `bundle`: the built server; `dataDir`: an empty folder. Each batch of runs lives through two kills at least. */
export async function runRealFaults(
  bundle: string,
  dataDir: string,
  from: number,
  runs: number,
  { atOnce = 10, onProgress = () => undefined }: RealOptions = {},
): Promise<RealOutcome> {
  const chance = createChance(from)
  const proxy = await createFaultyProxy(chance)
  const server = createServerProcess(bundle, dataDir)
  const failures: string[] = []
  let kills = 0
  let promised = 0
  proxy.target = await server.start()

  async function killAndStart(): Promise<void> {
    // Connections break while it is down.
    const killed = server.kill()
    proxy.target = null
    await killed
    kills++
    await pause(chance.below(150))
    proxy.target = await server.start()
  }

  async function batch(seeds: readonly number[]): Promise<void> {
    proxy.bad = true
    const all = seeds.map((seed) => ({
      seed,
      run: startRealRun(
        seed,
        () => proxy.url,
        () => proxy.target !== null,
      ),
    }))
    let over = false
    const steps = Promise.all(all.map(({ seed, run }) => run.done.catch(note(seed)))).then(() => {
      over = true
    })
    do {
      await pause(150 + chance.below(1_200))
      await killAndStart()
    } while (!over)
    await steps
    proxy.bad = false
    // What was acknowledged last must outlive a kill, too.
    await killAndStart()
    await Promise.all(
      all.map(({ seed, run }) =>
        run.finish().then((count) => {
          promised += count
        }, note(seed)),
      ),
    )
  }
  const note = (seed: number) => (error: unknown) =>
    void failures.push(`seed ${seed}: ${error instanceof Error ? error.message : String(error)}`)

  try {
    for (let done = 0; done < runs; done += atOnce) {
      await batch(Array.from({ length: Math.min(atOnce, runs - done) }, (_, i) => from + done + i))
      onProgress(Math.min(runs, done + atOnce))
    }
  } finally {
    await server.kill()
    await proxy.close()
  }
  return { failures, kills, promised, faults: proxy.counts }
}
