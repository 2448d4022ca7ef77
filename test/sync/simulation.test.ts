import { World } from './simulation'

const seeds = Number(process.env.SEEDS ?? 300)
const first = Number(process.env.FIRST_SEED ?? 1)

/** Seeds that have found something stay here for ever. */
const remembered: readonly (readonly [number, string])[] = [
  [259, 'an own edit hidden behind a fast clock'],
  [564, 'a photo coming back after its tombstone was dropped'],
  [1077, 'a digit changed in storage'],
  [1_067_072, 'a restamped edit losing to an earlier one that was still on its way'],
  [1_079_667, 'a clock error that came twice'],
]

const fails = (seed: number): string | null => {
  try {
    new World(seed).run(120)
    return null
  } catch (error) {
    return `seed ${seed}: ${error instanceof Error ? error.message : String(error)}`
  }
}

test(`${seeds} bad weeks: all copies agree in the end, and nothing that was acknowledged is lost`, () => {
  const failures = Array.from({ length: seeds }, (_, i) => fails(first + i)).filter((failure) => failure !== null)
  expect(failures).toEqual([])
}, 3_600_000)

test.each(remembered)('seed %d: %s', (seed) => expect(fails(seed)).toBeNull())
