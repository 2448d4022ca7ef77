/** The ready-made message to a merchant, and the page that it should open for them. */
import { chinaTime } from '../calendar'
import { overrides } from '#domain/content/operator'
import type { Overrides } from '../content/operator-types'
import { nudges, type Sentences, type Situation } from '../content/rep'
import type { Due, Standing } from './standing'

export interface Nudge {
  readonly situation: Situation
  /** To copy as it is. */
  readonly text: string
  /** The same in other words. */
  readonly others: readonly string[]
  /** What the merchant should see: `guide` and `step` of a step, `material` of the checklist, or the start page. */
  readonly opens:
    | { readonly page: 'home' }
    | { readonly page: 'material'; readonly material: string }
    | { readonly page: 'step'; readonly guide: string; readonly step: string }
}

const dayMs = 86_400_000
/** A deadline that far off is not the thing to write about yet. */
const nearMs = 7 * dayMs

const dateOf = (ms: number): string => {
  const { month, date } = chinaTime(ms)
  return `${month}月${date}日`
}

interface Said {
  readonly situation: Situation
  readonly what: string
  readonly date?: number
}

const ofDeadline = ({ title, endsMs }: Due, now: number): Said | null => {
  if (now >= endsMs) return { situation: 'passed', what: title }
  return endsMs - now <= nearMs ? { situation: 'deadline', what: title, date: endsMs } : null
}

/** The most urgent first: a deadline, a photo to take again, then where the merchant stands. */
function said({ stop, deadline, waiting, retakes }: Standing, now: number): Said {
  if (stop.kind === 'finish') return { situation: 'finished', what: stop.title }
  const due = deadline === null ? null : ofDeadline(deadline, now)
  if (due !== null) return due
  if (retakes[0] !== undefined) return { situation: 'redo', what: retakes[0] }
  if (stop.kind === 'step' && waiting !== null && now < waiting.endsMs)
    return { situation: 'wait', what: waiting.title }
  return { situation: stop.kind, what: stop.title }
}

function opens({ stop: { kind, guide, id } }: Standing): Nudge['opens'] {
  if (kind === 'step' && guide !== null && id !== null) return { page: 'step', guide, step: id }
  return (kind === 'material' || kind === 'redo') && id !== null ? { page: 'material', material: id } : { page: 'home' }
}

/** `reason`: why a photo is to be taken again, where that is what is written about. `now`: ms. `own`: the operator's. */
export function nudgeOf(
  standing: Standing,
  now: number,
  reason: string | null,
  own: Overrides['nudges'] = overrides.nudges,
): Nudge {
  const { situation, what, date = now } = said(standing, now)
  const filled = (text: string): string =>
    text
      .replace('{what}', what)
      .replace('{date}', dateOf(date))
      .replace('{reason}', reason ?? '有点看不清')
  const [usual, ...others]: Sentences = own?.[situation] ?? nudges[situation]
  return {
    situation,
    text: filled(usual),
    others: others.map(filled),
    opens: opens(standing),
  }
}
