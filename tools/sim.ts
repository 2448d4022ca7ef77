/** `npm run sim`: looks for a history in which an edit is lost or the copies do not agree. */
import { isMainThread } from 'node:worker_threads'
import { failureOf } from '../test/sync/world/failure'
import { readArguments } from './sim/arguments'
import { searchAll } from './sim/exhaustive'
import { runSeeds, work } from './sim/pool'
import { runReal } from './sim/real'

if (!isMainThread) work()

export async function main(args: readonly string[]): Promise<void> {
  const wanted = readArguments(args)
  if (wanted.exhaustive !== null) searchAll(wanted.exhaustive)
  else if (wanted.real) await runReal(wanted.from, wanted.runs)
  else if (wanted.seed !== null) replay(wanted.seed, wanted.steps)
  else await search(wanted.from, wanted.seeds, wanted.steps, wanted.workers)
}

function replay(seed: number, steps: number): void {
  const message = failureOf(seed, steps, (line) => console.log(line))
  if (message !== null) throw new Error(`seed ${seed} fails: ${message}`)
  console.log(`seed ${seed}: nothing is wrong`)
}

async function search(from: number, seeds: number, steps: number, workers: number): Promise<void> {
  const { failure, seconds } = await runSeeds(from, seeds, steps, workers)
  if (failure !== null) {
    const command = `npm run sim -- --seed ${failure.seed} --steps ${steps}`
    throw new Error(`seed ${failure.seed} fails: ${failure.message}\nreplay it with: ${command}`)
  }
  const speed = Math.round(seeds / seconds)
  console.log(
    `${seeds} seeds × ${steps} steps from ${from}: nothing is wrong; ${seconds.toFixed(1)} s, ${speed} seeds/s`,
  )
}
