/** Many seeds on all cores: worker threads take them in chunks; the lowest seed that fails is what counts. */
import { fileURLToPath } from 'node:url'
import { parentPort, Worker } from 'node:worker_threads'
import { failureOf } from '../../test/sync/world/failure'
import { createProgressBar } from '../progress-bar'

export interface Failure {
  readonly seed: number
  readonly message: string
}
interface Chunk {
  readonly from: number
  readonly to: number
  readonly steps: number
}

const chunkSize = 100

/** What a worker thread does: chunk in, the chunk's first failure (or null) out. */
export function work(): void {
  parentPort?.on('message', (chunk: Chunk) => parentPort?.postMessage(firstFailure(chunk)))
}

function firstFailure({ from, to, steps }: Chunk): Failure | null {
  for (let seed = from; seed < to; seed++) {
    const message = failureOf(seed, steps)
    if (message !== null) return { seed, message }
  }
  return null
}

/** null: none of the seeds fails. `seconds` is the time it took. */
export async function runSeeds(
  from: number,
  seeds: number,
  steps: number,
  workers: number,
): Promise<{ readonly failure: Failure | null; readonly seconds: number }> {
  const bar = createProgressBar()
  const started = performance.now()
  const end = from + seeds
  let next = from
  let done = 0
  let shown = started
  let failure: Failure | null = null
  const seconds = () => (performance.now() - started) / 1_000

  function show(): void {
    // Without a terminal each change is a line of its own.
    if (performance.now() - shown < (process.stderr.isTTY ? 200 : 15_000)) return
    shown = performance.now()
    bar.show(progress(done, seeds, seconds()), done, seeds)
  }

  async function drain(worker: Worker): Promise<void> {
    while (next < (failure?.seed ?? end)) {
      const chunk = { from: next, to: Math.min(next + chunkSize, end), steps }
      next = chunk.to
      const found = await ask(worker, chunk)
      if (found !== null && found.seed < (failure?.seed ?? Infinity)) failure = found
      done += chunk.to - chunk.from
      show()
    }
    await worker.terminate()
  }

  // The tool's bundle is one file; in a worker thread it only works (sim.ts).
  const pool = Array.from({ length: workers }, () => new Worker(fileURLToPath(import.meta.url)))
  await Promise.all(pool.map(drain))
  bar.end()
  return { failure, seconds: seconds() }
}

const ask = (worker: Worker, chunk: Chunk): Promise<Failure | null> =>
  new Promise((resolve, reject) => {
    worker.once('error', reject)
    worker.once('message', (found: Failure | null) => {
      worker.off('error', reject)
      resolve(found)
    })
    worker.postMessage(chunk)
  })

function progress(done: number, seeds: number, seconds: number): string {
  const speed = done / Math.max(seconds, 0.001)
  return `${Math.round(speed)} seeds/s, ${timeLeft((seeds - done) / speed)} left`
}

export function timeLeft(seconds: number): string {
  const whole = Math.ceil(seconds)
  return whole < 90 ? `${whole} s` : `${Math.ceil(whole / 60)} min`
}
