/**
 * How far a merchant is: a function of what was entered, never stored. Entries that no longer fit the
 * content count as not entered; none of them is lost, and nothing here throws.
 */
import { answersOf } from './answers'
import { deadlinesOf, type Deadline } from './clocks'
import { expiriesOf } from './expiries'
import type { GuideOutline, MaterialOutline, Outline, StepOutline } from './content/types'
import type { Entries } from './entries'
import { guideStates, type GuideState } from './guide-state'
import { materialState, type MaterialState } from './material-state'
import { photosOf } from './photos'
import { plan, type Plan } from './route'
import { anyTicked } from './ticks'

export type NextAction =
  | { readonly kind: 'questions' }
  | { readonly kind: 'not-eligible' }
  | { readonly kind: 'material'; readonly material: MaterialOutline }
  | { readonly kind: 'step'; readonly guide: GuideOutline; readonly step: StepOutline }
  | { readonly kind: 'finish' }

export interface Progress {
  readonly plan: Plan
  /** In the checklist's order. */
  readonly materials: readonly MaterialState[]
  /** In the route's order. */
  readonly guides: readonly GuideState[]
  /** Steps of the route. */
  readonly done: number
  readonly total: number
  /** Materials that apply and are not optional. */
  readonly materialsDone: number
  readonly materialsTotal: number
  readonly next: NextAction
  /** The nearest first. */
  readonly deadlines: readonly Deadline[]
  /** Every step of the route is done. */
  readonly finished: boolean
}

const isRequired = ({ material, state }: MaterialState) => state !== 'none' && material.optional !== true

interface Situation {
  readonly plan: Plan
  readonly materials: readonly MaterialState[]
  readonly guides: readonly GuideState[]
  readonly started: boolean
}

/** What to retake comes first; then, until the first step is ticked, what to have ready; then the steps. */
function nextAction({ plan: { route, open }, materials, guides, started }: Situation): NextAction {
  if (route?.id === 'not-eligible') return { kind: 'not-eligible' }
  if (route === null || open.length > 0) return { kind: 'questions' }
  const redo = materials.find(({ state }) => state === 'redo')
  if (redo !== undefined) return { kind: 'material', material: redo.material }
  const missing = started ? undefined : materials.find((one) => isRequired(one) && one.state !== 'done')
  if (missing !== undefined) return { kind: 'material', material: missing.material }
  const current = guides.find(({ next }) => next !== null)
  if (current?.next) return { kind: 'step', guide: current.guide, step: current.next.step }
  return { kind: 'finish' }
}

const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0)

/** `now`: ms since 1970. */
export function progress(content: Outline, entries: Entries, now: number): Progress {
  const planned = plan(content, answersOf(content, entries))
  const photos = photosOf(entries)
  const materials = planned.materials.map((one) => materialState(one, entries, photos, content.permits))
  const guides = guideStates(planned.guides, entries)
  const required = materials.filter(isRequired)
  const done = sum(guides.map((guide) => guide.done))
  const total = sum(guides.map((guide) => guide.total))
  const finished = total > 0 && done === total
  const expiries = finished ? [] : expiriesOf(planned.materials, entries, now)
  return {
    plan: planned,
    materials,
    guides,
    done,
    total,
    materialsDone: required.filter(({ state }) => state === 'done').length,
    materialsTotal: required.length,
    next: nextAction({ plan: planned, materials, guides, started: anyTicked(entries, planned.guides) }),
    deadlines: [...deadlinesOf(planned.guides, entries, now), ...expiries].sort((a, b) => a.endsMs - b.endsMs),
    finished,
  }
}
