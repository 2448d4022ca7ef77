/** Which stages of the funnel a merchant has reached, and when. */
import { certifying, filing, registering, stages, type StageId } from '../content/rep'
import type { Progress } from '../progress'
import { isDone, placeOf } from '../ticks'
import { lastChange, lastTick, preparing, type Dated } from './dated'

/** ms of reaching each stage, in the order of `stages`; null: not (yet), or passed by without it. */
export type Reached = readonly (number | null)[]

const answered = ({ plan: { route, open, asked } }: Progress, dated: Dated): number | null =>
  route === null || (open.length > 0 && route.id !== 'not-eligible')
    ? null
    : lastChange(
        dated,
        asked.map(({ id }) => `a.${id}`),
      )

const ready = ({ materialsDone, materialsTotal }: Progress, dated: Dated): number | null =>
  materialsTotal > 0 && materialsDone === materialsTotal ? lastChange(dated, preparing) : null

function registered({ guides }: Progress, dated: Dated): number | null {
  const own = guides.find(({ guide, state }) => registering.includes(guide.id) && state === 'passed')
  return own === undefined ? null : lastChange(dated, [`s.${own.guide.id}.`])
}

function passed({ plan }: Progress, dated: Dated, reference: string): number | null {
  const place = placeOf(plan.guides, reference)
  return place === null || !isDone(dated.entries, place) ? null : lastTick(dated, place.guide.id, place.step)
}

const moments: Readonly<Record<StageId, (progress: Progress, dated: Dated) => number | null>> = {
  scanned: (_progress, { joined }) => joined,
  answered,
  ready,
  registered,
  certified: (progress, dated) => passed(progress, dated, certifying),
  filed: (progress, dated) => passed(progress, dated, filing),
  finished: ({ finished }, dated) => (finished ? lastChange(dated, ['s.']) : null),
}

export const reachedBy = (progress: Progress, dated: Dated): Reached =>
  stages.map(({ id }) => moments[id](progress, dated))

/** The furthest stage, as its place in `stages`. */
export const stageOf = (reached: Reached): number =>
  reached.reduce<number>((last, at, n) => (at === null ? last : n), 0)

/** `counts[n]`: merchants whose furthest stage is n. Answers how many have come at least so far. */
export const funnelOf = (counts: readonly number[]): readonly number[] =>
  stages.map((_stage, n) => counts.slice(n).reduce((sum, count) => sum + count, 0))
