/**
 * Thousands of damaged pictures through the processes that look at them; prints a report as JSON, one line.
 * `node tools/run.mjs test/server/support/hostile/main.ts [seeds of each format] [first seed]`.
 */
import { availableParallelism } from 'node:os'
import { createImagePool } from '../../../../src/server/adapters/image-pool'
import { buildHelpers } from '../../../../tools/bundles'
import { problemsOf } from './clean'
import { flipped, truncations } from './damage'
import { peaksOfChildren } from './memory'
import { kindsOfFormat, originals } from './originals'

export interface HostileReport {
  readonly pictures: number
  /** How often each answer was given. */
  readonly answers: Readonly<Record<string, number>>
  /** Processes that were lost; the server goes on, but somebody should look. */
  readonly lost: readonly string[]
  readonly problems: readonly string[]
  /** The most memory that one of the processes had, MB; null where it cannot be told. */
  readonly peakMb: number | null
  readonly seconds: number
}

interface Damaged {
  readonly name: string
  readonly bytes: Buffer
}

/** The kinds of a format share its seeds. */
async function* damagedOnes(seeds: number, from: number): AsyncGenerator<Damaged> {
  for (const [name, make] of Object.entries(originals)) {
    const original = await make()
    for (const [i, bytes] of truncations(original).entries()) yield { name: `${name} cut off at ${i + 1} %`, bytes }
    for (let seed = from; seed < from + seeds / kindsOfFormat; seed++)
      yield { name: `${name} seed ${seed}`, bytes: flipped(original, seed) }
  }
}

export async function main([seeds = '2000', from = '1']: readonly string[]): Promise<void> {
  const started = Date.now()
  const lost: string[] = []
  const error = (event: string, problem: unknown) => void lost.push(`${event}: ${String(problem)}`)
  const entry = (await buildHelpers(`.cache/test/hostile-${process.pid}`)).images
  const images = createImagePool(entry, { info: () => undefined, error })
  const answers: Record<string, number> = {}
  const problems: string[] = []
  let pictures = 0
  const todo = damagedOnes(Number(seeds), Number(from))
  const work = async () => {
    for (let next = await todo.next(); next.done !== true; next = await todo.next()) {
      const { name, bytes } = next.value
      const outcome = await images.normalise(bytes)
      pictures++
      const answer = outcome.ok ? 'taken' : outcome.error
      answers[answer] = (answers[answer] ?? 0) + 1
      problems.push(...problemsOf(outcome).map((problem) => `${name}: ${problem}`))
    }
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work))
  const peakMb = peaksOfChildren(process.pid).reduce<number | null>(
    (most, each) => Math.max(most ?? 0, each.peakMb),
    null,
  )
  images.close()
  const report: HostileReport = { pictures, answers, lost, problems, peakMb, seconds: (Date.now() - started) / 1000 }
  process.stdout.write(`${JSON.stringify(report)}\n`)
}
