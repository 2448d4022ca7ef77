/**
 * Deadlines and waits. A clock starts when its step or part is ticked and runs by China's calendar
 * (calendar.ts). Days and hours run to the same time of day; working days end with the office hours of
 * the last one, because then nobody calls any more. A date past the announced holidays is approximate
 * and says so.
 */
import { atHour, dayOf, isAnnounced, workdaysAfter } from './calendar'
import type { Clock, GuideId, GuideOutline, StepOutline } from './content/types'
import type { Entries } from './entries'
import { doneAt, isDone, placeOf, placeTickedAt, tickedAt } from './ticks'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** When a working day is over. */
const officeEnds = 18
/** A missed deadline that nothing can be ticked against stays in sight that long. */
const keptMs = 90 * dayMs

export interface Deadline {
  /** `<guide>.<clock>`. */
  readonly id: string
  readonly clock: Clock
  readonly guide: GuideId
  readonly step: string
  /** Of a paper that runs out: where it is kept. */
  readonly material?: string
  readonly startedMs: number
  readonly endsMs: number
  readonly passed: boolean
  /** Counted in workdays of a year whose holidays are not announced. */
  readonly approximate: boolean
}

type Length = Pick<Clock, 'amount' | 'unit'>

/** When a clock runs out that started at `startedMs` (both ms since 1970). */
export function endOf({ amount, unit }: Length, startedMs: number): number {
  if (unit === 'workday') return atHour(workdaysAfter(dayOf(startedMs), amount), officeEnds)
  return startedMs + amount * (unit === 'day' ? dayMs : hourMs)
}

/** Whether the end may be wrong by the holidays that are not announced yet. */
export function isApproximate(clock: Length, startedMs: number): boolean {
  return clock.unit === 'workday' && !(isAnnounced(dayOf(startedMs)) && isAnnounced(dayOf(endOf(clock, startedMs))))
}

/** How near an end is: far off, within the days it is to be reminded of, on its day or within 24 hours, past. */
export type Nearness = 'later' | 'soon' | 'today' | 'passed'

export function nearnessOf({ clock, endsMs }: Pick<Deadline, 'clock' | 'endsMs'>, now: number): Nearness {
  if (now >= endsMs) return 'passed'
  const days = dayOf(endsMs) - dayOf(now)
  if (days === 0 || endsMs - now < dayMs) return 'today'
  return days <= Math.max(...(clock.remindDays ?? [1])) ? 'soon' : 'later'
}

/** A yearly clock is of no interest until it comes near; every other one is from its start. */
export const isOfInterest = (deadline: Deadline, now: number): boolean =>
  deadline.clock.amount < 365 || nearnessOf(deadline, now) !== 'later'

interface Started {
  readonly clock: Clock
  readonly startedMs: number | null
}

const startedIn = (guide: GuideOutline, step: StepOutline, entries: Entries): readonly Started[] => [
  ...(step.clock ? [{ clock: step.clock, startedMs: doneAt(entries, guide.id, step) }] : []),
  ...(step.parts ?? []).flatMap((part) =>
    part.clock ? [{ clock: part.clock, startedMs: tickedAt(entries, guide.id, part.id) }] : [],
  ),
]

interface Course {
  readonly guides: readonly GuideOutline[]
  readonly entries: Entries
  /** ms since 1970. */
  readonly now: number
  /** Every step is done: whatever was still waited for has come. */
  readonly finished: boolean
}

/** With `until`, a clock goes on until that is ticked, however late; without, until its time is over. */
function isRunning(clock: Clock, { startedMs, endsMs }: Times, course: Course): boolean {
  if (isBehind(clock, startedMs, course)) return false
  const until = clock.until === undefined ? null : placeOf(course.guides, clock.until)
  if (until !== null) return !course.finished && !isDone(course.entries, until)
  const isKept = clock.kind === 'deadline' && clock.until === undefined
  return course.now < endsMs + (isKept ? keptMs : 0)
}

interface Times {
  readonly startedMs: number
  readonly endsMs: number
}

/** Something later is ticked, or things took another turn after the clock had started. */
function isBehind({ passedBy = [], replacedBy }: Clock, startedMs: number, { guides, entries }: Course): boolean {
  const turn = replacedBy === undefined ? null : placeOf(guides, replacedBy)
  if (turn !== null && (placeTickedAt(entries, turn) ?? -1) >= startedMs) return true
  return passedBy.some((reference) => {
    const place = placeOf(guides, reference)
    return place !== null && isDone(entries, place)
  })
}

const runningIn = (guide: GuideOutline, step: StepOutline, course: Course): readonly Deadline[] =>
  startedIn(guide, step, course.entries).flatMap(({ clock, startedMs }) => {
    if (startedMs === null) return []
    const times = { startedMs, endsMs: endOf(clock, startedMs) }
    if (!isRunning(clock, times, course)) return []
    const place = { id: `${guide.id}.${clock.id}`, clock, guide: guide.id, step: step.id }
    const passed = course.now >= times.endsMs
    return [{ ...place, ...times, passed, approximate: isApproximate(clock, startedMs) }]
  })

const seriousness: Readonly<Record<Clock['kind'], number>> = { deadline: 0, wait: 1 }

/** Everything that runs at `now` (ms since 1970) in the guides of a route, the nearest end first. */
export function deadlinesOf(guides: readonly GuideOutline[], entries: Entries, now: number): readonly Deadline[] {
  const finished = guides.every((guide) => guide.steps.every((step) => doneAt(entries, guide.id, step) !== null))
  return guides
    .flatMap((guide) => guide.steps.flatMap((step) => runningIn(guide, step, { guides, entries, now, finished })))
    .sort((a, b) => a.endsMs - b.endsMs || seriousness[a.clock.kind] - seriousness[b.clock.kind])
}
