/** A merchant's entries with the moments at which they were last changed: what a rep's view is worked out from. */
import type { GuideId, StepOutline } from '../content/types'
import { keyOf, type Entries } from '../entries'

export interface Dated {
  readonly entries: Entries
  /** ms since 1970, by the function's clock; of tombstones too. */
  readonly changed: ReadonlyMap<string, number>
  /** ms; when the merchant joined the rep. */
  readonly joined: number
}

/** The last change of an entry whose key begins with one of these; null: there is none. */
export function lastChange({ changed }: Dated, prefixes: readonly string[]): number | null {
  let last: number | null = null
  for (const [key, at] of changed) if (prefixes.some((prefix) => key.startsWith(prefix))) last = Math.max(last ?? 0, at)
  return last
}

/** What is answered, prepared and reviewed before, and beside, the steps. */
export const preparing = ['a.', 'c.', 't.', 'p.', 'v.review.']

/** The last tick of a step or of a part of it. */
export function lastTick({ changed }: Dated, guide: GuideId, step: StepOutline): number | null {
  const keys = [step.id, ...(step.parts ?? []).map(({ id }) => id)].map((id) => keyOf.ticked(guide, id))
  const times = keys.flatMap((key) => changed.get(key) ?? [])
  return times.length === 0 ? null : Math.max(...times)
}
