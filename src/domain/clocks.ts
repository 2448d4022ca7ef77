/**
 * Deadlines and waits. A clock starts when its step or part is ticked and runs in China's one time zone,
 * which has no summer time, so a day is always 24 hours. Workdays skip Saturday and Sunday; public
 * holidays and the Saturdays worked instead are announced year by year and unknown here, so a date
 * counted in workdays is approximate and says so.
 */
import type { Clock, Guide, GuideId, Step } from './content/types'
import type { Entries } from './entries'
import { doneAt, isDone, placeOf, tickedAt } from './ticks'

const hour = 3_600_000
const day = 24 * hour
const shanghai = 8 * hour

export interface Deadline {
  /** `<guide>.<clock>`. */
  readonly id: string
  readonly clock: Clock
  readonly guide: GuideId
  readonly step: string
  readonly startedMs: number
  readonly endsMs: number
  readonly passed: boolean
  /** Counted in workdays: holidays are unknown. */
  readonly approximate: boolean
}

/** 0 is Sunday; 1970-01-01 was a Thursday. */
const weekday = (ms: number) => (Math.floor((ms + shanghai) / day) + 4) % 7
const isWorkday = (ms: number) => weekday(ms) % 6 !== 0

function addWorkdays(ms: number, amount: number): number {
  let end = ms
  for (let left = amount; left > 0;) {
    end += day
    if (isWorkday(end)) left--
  }
  return end
}

/** When a clock runs out that started at `startedMs` (both ms since 1970): the same time of day, days later. */
export function endOf({ amount, unit }: Pick<Clock, 'amount' | 'unit'>, startedMs: number): number {
  if (unit === 'workday') return addWorkdays(startedMs, amount)
  return startedMs + amount * (unit === 'day' ? day : hour)
}

interface Started {
  readonly clock: Clock
  readonly startedMs: number | null
}

const startedIn = (guide: Guide, step: Step, entries: Entries): readonly Started[] => [
  ...(step.clock ? [{ clock: step.clock, startedMs: doneAt(entries, guide.id, step) }] : []),
  ...(step.parts ?? []).flatMap((part) =>
    part.clock ? [{ clock: part.clock, startedMs: tickedAt(entries, guide.id, part.id) }] : [],
  ),
]

interface Course {
  readonly guides: readonly Guide[]
  readonly entries: Entries
  /** ms since 1970. */
  readonly now: number
  /** Every step is done: whatever was still waited for has come. */
  readonly finished: boolean
}

/** With `until`, a clock goes on until that is ticked, however late; without, until its time is over. */
function isRunning(clock: Clock, endsMs: number, { guides, entries, now, finished }: Course): boolean {
  const until = clock.until === undefined ? null : placeOf(guides, clock.until)
  return until === null ? now < endsMs : !finished && !isDone(entries, until)
}

const runningIn = (guide: Guide, step: Step, course: Course): readonly Deadline[] =>
  startedIn(guide, step, course.entries).flatMap(({ clock, startedMs }) => {
    if (startedMs === null) return []
    const endsMs = endOf(clock, startedMs)
    if (!isRunning(clock, endsMs, course)) return []
    const place = { id: `${guide.id}.${clock.id}`, clock, guide: guide.id, step: step.id }
    return [{ ...place, startedMs, endsMs, passed: course.now >= endsMs, approximate: clock.unit === 'workday' }]
  })

const seriousness: Readonly<Record<Clock['kind'], number>> = { deadline: 0, wait: 1 }

/** Everything that runs at `now` (ms since 1970) in the guides of a route, the nearest end first. */
export function deadlinesOf(guides: readonly Guide[], entries: Entries, now: number): readonly Deadline[] {
  const finished = guides.every((guide) => guide.steps.every((step) => doneAt(entries, guide.id, step) !== null))
  return guides
    .flatMap((guide) => guide.steps.flatMap((step) => runningIn(guide, step, { guides, entries, now, finished })))
    .sort((a, b) => a.endsMs - b.endsMs || seriousness[a.clock.kind] - seriousness[b.clock.kind])
}
