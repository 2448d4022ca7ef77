/** How long a paper is valid: the last day that is printed on it, `YYYY-MM-DD` by China's calendar, or 长期. */
import { dayFrom, dayOf, isoOf, type Day } from './calendar'

export const forever = '长期'

/** null: 长期, nothing, or no such day. */
export function lastDayOf(text: string): Day | null {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? dayFrom(text) : NaN
  // Some engines take the 30th of February for a day in March.
  return day === day && isoOf(day) === text ? day : null
}

/** The same date months later; where that month is shorter, its last day. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = isoOf(day).split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return Date.UTC(year, month - 1 + months, Math.min(date, last)) / 86_400_000
}

/** `soon`: not for more than that many months, so it is not accepted any more. Its last day still counts. */
export function validityOf(last: Day, months: number, now: number): 'fine' | 'soon' | 'passed' {
  const today = dayOf(now)
  if (last < today) return 'passed'
  return last <= monthsAfter(today, months) ? 'soon' : 'fine'
}
