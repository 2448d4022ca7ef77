import { World, type Log } from './world'

/** What goes wrong in the run of a seed; null: nothing. */
export function failureOf(seed: number, steps: number, log?: Log): string | null {
  try {
    new World(seed, log).run(steps)
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
