/** How far the guides of a route are, from what is ticked. */
import type { GuideId, GuideOutline, PartOutline, StepOutline } from './content/types'
import type { Entries } from './entries'
import { doneAt, isDone, placeOf, tickedAt } from './ticks'

export interface PartState {
  readonly part: PartOutline
  readonly done: boolean
  /** ms since 1970. */
  readonly at: number | null
}

/** A step that should come first and is not done. It informs, it does not forbid. */
export interface Blocker {
  readonly guide: GuideId
  readonly step: string
  readonly title: string
}

export interface StepState {
  readonly step: StepOutline
  readonly done: boolean
  readonly parts: readonly PartState[]
  readonly blockedBy: readonly Blocker[]
}

export interface GuideState {
  readonly guide: GuideOutline
  /** `wait`: it is this guide's turn, but somebody else is at work. */
  readonly state: 'passed' | 'now' | 'wait' | 'later'
  readonly done: number
  readonly total: number
  readonly steps: readonly StepState[]
  /** The first step that is not done. */
  readonly next: StepState | null
}

/** Steps of guides outside the route do not block. */
function blockersOf(step: StepOutline, guides: readonly GuideOutline[], entries: Entries): readonly Blocker[] {
  return (step.after ?? []).flatMap((reference) => {
    const place = placeOf(guides, reference)
    if (place === null || isDone(entries, place)) return []
    return [{ guide: place.guide.id, step: place.step.id, title: place.part?.title ?? place.step.title }]
  })
}

function stepState(
  guide: GuideOutline,
  step: StepOutline,
  guides: readonly GuideOutline[],
  entries: Entries,
): StepState {
  const parts = (step.parts ?? []).map((part) => {
    const at = tickedAt(entries, guide.id, part.id)
    return { part, done: at !== null, at }
  })
  return { step, done: doneAt(entries, guide.id, step) !== null, parts, blockedBy: blockersOf(step, guides, entries) }
}

/** Whether somebody else has to act first: until that is ticked, however long it takes. */
function waits(guide: GuideOutline, step: StepOutline, guides: readonly GuideOutline[], entries: Entries): boolean {
  const begun = (step.parts ?? []).filter(({ id }) => tickedAt(entries, guide.id, id) !== null)
  return (
    step.waiting !== undefined ||
    begun.some(({ clock }) => {
      const until = clock?.kind === 'wait' && clock.until !== undefined ? placeOf(guides, clock.until) : null
      return until !== null && !isDone(entries, until)
    })
  )
}

/** Guides in the route's order: those that are finished, the first that is not, the rest. */
export function guideStates(guides: readonly GuideOutline[], entries: Entries): readonly GuideState[] {
  let current = true
  return guides.map((guide) => {
    const steps = guide.steps.map((step) => stepState(guide, step, guides, entries))
    const next = steps.find(({ done }) => !done) ?? null
    const turn = current && next !== null
    if (turn) current = false
    const state = next === null ? 'passed' : !turn ? 'later' : waits(guide, next.step, guides, entries) ? 'wait' : 'now'
    return { guide, state, done: steps.filter(({ done }) => done).length, total: steps.length, steps, next }
  })
}
