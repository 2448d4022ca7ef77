/**
 * When the one message about a deadline is sent. A person's consent is good for a single message
 * (WeChat's one-time subscribe messages), so it is the one that still leaves time to act, and it comes
 * at an hour at which people like to be reminded.
 */
import { atHour, chinaTime, dayOf } from './calendar'
import type { Deadline } from './clocks'

const hourMs = 3_600_000
/** Hours of the day in China within which messages are sent: 09:00–20:00. */
const firstHour = 9
const endHour = 20
/** Within that time after a consent no message is of use: the person has just seen it. */
const freshMs = hourMs / 2
/** Before the end of a clock that runs in hours. */
const hoursAhead = 4
/** Everything is deleted 90 days after a merchant has finished: longer clocks have the phone's calendar. */
const longestDays = 60

export function isHumane(now: number): boolean {
  const { hour } = chinaTime(now)
  return hour >= firstHour && hour < endHour
}

/** The last full hour within the humane ones that is not after `ms`. */
function humaneBefore(ms: number): number {
  const { hour } = chinaTime(ms)
  const day = dayOf(ms)
  if (hour < firstHour) return atHour(day - 1, endHour - 1)
  return atHour(day, Math.min(hour, endHour - 1))
}

function candidates({ clock, endsMs }: Pick<Deadline, 'clock' | 'endsMs'>): readonly number[] {
  const day = dayOf(endsMs)
  if (clock.unit === 'hour') return [hoursAhead, hoursAhead / 2].map((hours) => humaneBefore(endsMs - hours * hourMs))
  // Whoever waits is told in the morning of the day on which it may come.
  const days = clock.kind === 'wait' ? [] : (clock.remindDays ?? [1])
  return [...days.map((ahead) => atHour(day - ahead, firstHour + 1)), atHour(day, firstHour)]
}

/** ms since 1970; null: a clock that is too long for messages, or too near its end. */
export function messageAt(deadline: Pick<Deadline, 'clock' | 'endsMs'>, now: number): number | null {
  const { clock, endsMs } = deadline
  if (clock.unit === 'day' && clock.amount > longestDays) return null
  const fit = candidates(deadline).filter((at) => at > now + freshMs && at <= endsMs - hourMs)
  return fit.length === 0 ? null : Math.min(...fit)
}

export interface CalendarSpan {
  /** ms since 1970. */
  readonly startMs: number
  readonly endMs: number
  /** ms before the start, the earliest first; 0: at the start. */
  readonly alarmsMs: readonly number[]
}

const eventMs = hourMs / 2
const dayMs = 24 * hourMs

/**
 * Where an end stands in the phone's calendar: in the morning of its day, or the evening before when it
 * is over early; for a clock in hours a few hours before. It rings on the days to be reminded of.
 */
export function calendarSpan({ clock, endsMs }: Pick<Deadline, 'clock' | 'endsMs'>): CalendarSpan {
  if (clock.unit === 'hour') {
    const startMs = humaneBefore(endsMs - hoursAhead * hourMs)
    return { startMs, endMs: startMs + eventMs, alarmsMs: [0] }
  }
  const day = dayOf(endsMs)
  const morning = atHour(day, firstHour)
  const startMs = morning + hourMs <= endsMs ? morning : atHour(day - 1, endHour - 1)
  const days = clock.kind === 'wait' ? [0] : (clock.remindDays ?? [1])
  return { startMs, endMs: startMs + eventMs, alarmsMs: days.map((ahead) => ahead * dayMs) }
}
