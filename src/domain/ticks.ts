/** What is ticked, and since when. A step with parts that must be done has no tick of its own. */
import type { GuideOutline, GuideId, PartOutline, StepOutline } from './content/types'
import { keyOf, type Entries } from './entries'

const lastMs = 9_999_999_999_999

/** ms since 1970, or null. Anything else under the key counts as not ticked. */
export function tickedAt(entries: Entries, guide: GuideId, id: string): number | null {
  const value = entries.get(keyOf.ticked(guide, id))
  return typeof value === 'number' && value >= 0 && value <= lastMs ? value : null
}

const requiredParts = (step: StepOutline): readonly PartOutline[] =>
  (step.parts ?? []).filter(({ optional }) => optional !== true)

/** When the step was done: at its last part, or at its own tick. null: not yet. */
export function doneAt(entries: Entries, guide: GuideId, step: StepOutline): number | null {
  const parts = requiredParts(step)
  if (parts.length === 0) return tickedAt(entries, guide, step.id)
  const times = parts.map(({ id }) => tickedAt(entries, guide, id))
  return times.reduce((last, time) => (last === null || time === null ? null : Math.max(last, time)), 0)
}

export interface Place {
  readonly guide: GuideOutline
  readonly step: StepOutline
  readonly part: PartOutline | null
}

/** The step or part that `<guide>.<id>` names, within these guides. */
export function placeOf(guides: readonly GuideOutline[], reference: string): Place | null {
  const dot = reference.indexOf('.')
  const id = reference.slice(dot + 1)
  const guide = guides.find((one) => one.id === reference.slice(0, Math.max(dot, 0)))
  for (const step of guide?.steps ?? []) {
    const part = step.parts?.find((one) => one.id === id) ?? null
    if (guide !== undefined && (step.id === id || part !== null))
      return { guide, step, part: step.id === id ? null : part }
  }
  return null
}

/** When the step was done or the part was ticked; null: not yet. */
export const placeTickedAt = (entries: Entries, { guide, step, part }: Place): number | null =>
  part === null ? doneAt(entries, guide.id, step) : tickedAt(entries, guide.id, part.id)

export const isDone = (entries: Entries, place: Place): boolean => placeTickedAt(entries, place) !== null

/** Whether anything at all is ticked in these guides. */
export const anyTicked = (entries: Entries, guides: readonly GuideOutline[]): boolean =>
  guides.some(({ id: guide, steps }) =>
    steps.some(({ id, parts = [] }) =>
      [id, ...parts.map((part) => part.id)].some((one) => tickedAt(entries, guide, one) !== null),
    ),
  )
