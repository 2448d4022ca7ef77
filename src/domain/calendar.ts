/**
 * Days as China counts them, whatever zone the phone or the server is set to: one zone, UTC+8, no summer
 * time (its last ended in 1991), so every day has 24 hours and begins at 00:00 there.
 */
import { holidays, type HolidayYear } from './content/holidays'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const aheadMs = 8 * hourMs

/** Days since 1970-01-01, in China. */
export type Day = number

/** The day in China at a moment (ms since 1970). */
export const dayOf = (ms: number): Day => Math.floor((ms + aheadMs) / dayMs)

/** ms since 1970 at that hour of the day in China. */
export const atHour = (day: Day, hour: number): number => day * dayMs - aheadMs + hour * hourMs

/** `YYYY-MM-DD` as a day. */
export const dayFrom = (date: string): Day => Date.parse(`${date}T00:00:00Z`) / dayMs

/** A day as `YYYY-MM-DD`. */
export const isoOf = (day: Day): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** The Monday of the day's week. 1970-01-01 was a Thursday. */
export const mondayOf = (day: Day): Day => day - ((((day + 3) % 7) + 7) % 7)

export interface ChinaTime {
  readonly year: number
  readonly month: number // 1–12
  readonly date: number
  readonly weekday: number // 0: Sunday
  readonly hour: number
  readonly minute: number
}

/** What calendar and clock on a wall in China show at a moment (ms since 1970). */
export function chinaTime(ms: number): ChinaTime {
  const at = new Date(ms + aheadMs)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    weekday: at.getUTCDay(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
  }
}

const span = ({ from, to }: HolidayYear['off'][number]): readonly Day[] => {
  const first = dayFrom(from)
  return Array.from({ length: dayFrom(to) - first + 1 }, (_, i) => first + i)
}
const off: ReadonlySet<Day> = new Set(holidays.flatMap((year) => year.off.flatMap(span)))
const worked: ReadonlySet<Day> = new Set(holidays.flatMap((year) => year.worked.map(dayFrom)))
const announced: ReadonlySet<number> = new Set(holidays.map(({ year }) => year))

/** Holidays whose date no notice can move (全国年节及纪念日放假办法): New Year, 1–2 May, 1–3 October. */
const fixed: ReadonlySet<string> = new Set(['1-1', '5-1', '5-2', '10-1', '10-2', '10-3'])

/** Whether the notice for the day's year is in the table. */
export const isAnnounced = (day: Day): boolean => announced.has(chinaTime(atHour(day, 0)).year)

export function isWorkday(day: Day): boolean {
  const { month, date, weekday } = chinaTime(atHour(day, 0))
  if (isAnnounced(day)) return worked.has(day) || (weekday % 6 !== 0 && !off.has(day))
  return weekday % 6 !== 0 && !fixed.has(`${month}-${date}`)
}

/** The n-th working day after a day (n ≥ 1; the day itself never counts). 0: the day itself. */
export function workdaysAfter(day: Day, amount: number): Day {
  let end = day
  for (let left = amount; left > 0;) {
    end += 1
    if (isWorkday(end)) left -= 1
  }
  return end
}
