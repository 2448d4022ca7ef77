/** Breadth first through every history; throws at the first one that breaks an invariant. */
import { check, first, nameOf, next, type Rules, type State } from './histories'

export interface Searched {
  readonly states: number
  /** Histories that ended in a state that was known already. */
  readonly again: number
}

export const regimes: readonly { readonly name: string; readonly rules: Rules }[] = [
  { name: 'no restore', rules: { restore: 'none', ahead: 0 } },
  { name: 'a restore with a new epoch', rules: { restore: 'epoch', ahead: 0 } },
  { name: 'a restore nobody announced', rules: { restore: 'silent', ahead: 0 } },
  { name: 'one clock 90 s fast', rules: { restore: 'none', ahead: 90_000 } },
]

export function searchHistories(
  rules: Rules,
  events: number,
  onLevel: (level: number, states: number) => void = () => undefined,
): Searched {
  const known = new Set<number>()
  let frontier: State[] = [first]
  let again = 0
  for (let level = 1; level <= events; level++) {
    const found: State[] = []
    for (const state of frontier)
      for (const after of next(state, rules)) {
        const name = nameOf(after)
        if (known.has(name)) {
          again++
          continue
        }
        known.add(name)
        examine(after, rules)
        // The last level is looked at, not gone on from.
        if (level < events) found.push(after)
      }
    frontier = found
    onLevel(level, known.size)
  }
  return { states: known.size, again }
}

function examine(state: State, rules: Rules): void {
  try {
    check(state, rules)
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    throw new Error([what, ...state.history].join('\n  '))
  }
}
