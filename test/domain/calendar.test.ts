/** China's days: one zone for everybody, and working days as the State Council announced them. */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import {
  atHour,
  chinaTime,
  dayFrom,
  dayOf,
  isAnnounced,
  isoOf,
  isWorkday,
  mondayOf,
  workdaysAfter,
} from '#domain/calendar'
import { holidays } from '#domain/content/holidays'
import { sources, type Source } from '#domain/content/sources'
import { endOf, isApproximate } from '#domain/clocks'
import { createChance } from '../support/chance'

const known: Readonly<Record<string, Source>> = sources
const at = (text: string) => Date.parse(`${text}+08:00`)
const yearDays = (year: number) => {
  const first = dayFrom(`${year}-01-01`)
  return Array.from({ length: dayFrom(`${year + 1}-01-01`) - first }, (_, i) => first + i)
}
const weekdayOf = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay()

describe('the table', () => {
  test.each(holidays.map((year) => [year.year, year] as const))('%i: as long as its notice says', (number, year) => {
    expect(known[year.source]?.title).toContain(String(number))
    expect(year.announced.startsWith(String(number - 1))).toBe(true)
    for (const { name, from, to, days } of year.off)
      expect([name, from.slice(0, 4), dayFrom(to) - dayFrom(from) + 1]).toEqual([name, String(number), days])
    for (const date of year.worked)
      expect([date, weekdayOf(date) % 6, isWorkday(dayFrom(date))]).toEqual([date, 0, true])
    const off = year.off.flatMap(({ from, days }) => Array.from({ length: days }, (_, i) => dayFrom(from) + i))
    expect(new Set(off).size).toBe(off.length)
    expect(off.filter(isWorkday)).toEqual([])
    expect(year.worked.map(dayFrom).filter((day) => off.includes(day))).toEqual([])
  })

  // 全国年节及纪念日放假办法 (2024): 13 statutory days a year; the rest of each break is weekends and swapped days.
  test.each([
    [2025, 28, 5, 248],
    [2026, 33, 6, 248],
  ])('%i: %i days of break, %i days worked instead, %i working days', (number, days, swapped, working) => {
    const year = holidays.find((one) => one.year === number)
    expect(year?.off.reduce((sum, one) => sum + one.days, 0)).toBe(days)
    expect(year?.worked).toHaveLength(swapped)
    const weekdays = yearDays(number).filter((day) => weekdayOf(isoOf(day)) % 6 !== 0).length
    expect(yearDays(number).filter(isWorkday)).toHaveLength(working)
    // 13 of the weekdays are given, the others are worked back on a weekend; holidays on a weekend are made up for.
    expect(weekdays - working).toBe(13)
  })

  test.each([
    ['2025-01-26', true], // Sunday, for Spring Festival
    ['2025-01-28', false],
    ['2025-02-04', false],
    ['2025-02-05', true],
    ['2025-10-08', false],
    ['2025-10-11', true], // Saturday
    ['2026-01-04', true], // Sunday
    ['2026-02-14', true], // Saturday
    ['2026-02-16', false],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-02-28', true], // Saturday
    ['2026-05-09', true],
    ['2026-09-20', true],
    ['2026-10-10', true],
    ['2026-11-21', false], // an ordinary Saturday
    ['2027-01-01', false], // fixed, whatever the notice says
    ['2027-10-04', true], // not announced: a Monday like any other
  ])('%s: %p', (date, expected) => expect(isWorkday(dayFrom(date))).toBe(expected))

  test('a year without its notice says so', () => {
    expect(isAnnounced(dayFrom('2026-12-31'))).toBe(true)
    expect(isAnnounced(dayFrom('2027-01-01'))).toBe(false)
    expect(isAnnounced(dayFrom('2024-12-31'))).toBe(false)
    expect(isApproximate({ amount: 1, unit: 'workday' }, at('2026-12-30T12:00:00'))).toBe(false)
    expect(isApproximate({ amount: 1, unit: 'workday' }, at('2026-12-31T12:00:00'))).toBe(true)
    expect(isApproximate({ amount: 30, unit: 'day' }, at('2026-12-31T12:00:00'))).toBe(false)
  })
})

describe('working days', () => {
  test.each([
    [1, '2026-02-13T10:00:00', '2026-02-14'], // Friday before Spring Festival: Saturday is worked
    [2, '2026-02-13T10:00:00', '2026-02-24'],
    [20, '2026-02-06T10:00:00', '2026-03-12'],
    [7, '2026-09-25T08:00:00', '2026-10-12'], // the Mid-Autumn and National Day breaks, worked Saturday 10 October
    [1, '2026-09-30T23:59:59', '2026-10-08'],
    [1, '2026-09-19T09:00:00', '2026-09-20'], // Saturday to a worked Sunday
    [2, '2025-01-24T09:00:00', '2025-01-27'],
    [5, '2025-09-30T09:00:00', '2025-10-14'],
    [1, '2026-04-30T09:00:00', '2026-05-06'],
  ])('%i after %s is %s, until its office hours end', (amount, start, end) => {
    expect(new Date(endOf({ amount, unit: 'workday' }, at(start))).toISOString()).toBe(
      new Date(at(`${end}T18:00:00`)).toISOString(),
    )
  })

  test('n working days later is a working day, with n of them in between; later starts never end earlier', () => {
    const chance = createChance(2026)
    const first = dayFrom('2024-11-01')
    for (let i = 0; i < 3000; i++) {
      const [a = 0, b = 0, c = 0] = chance.bytes(3)
      const day = first + ((a * 256 + b) % 1100)
      const amount = 1 + (c % 30)
      const end = workdaysAfter(day, amount)
      expect(isWorkday(end)).toBe(true)
      const between = Array.from({ length: end - day }, (_, k) => day + 1 + k).filter(isWorkday)
      expect(between).toHaveLength(amount)
      expect(workdaysAfter(day + 1, amount)).toBeGreaterThanOrEqual(end)
      expect(workdaysAfter(day, amount + 1)).toBeGreaterThan(end)
    }
  })
})

describe('the day begins at midnight in China', () => {
  test.each([
    ['2026-11-20T15:59:59.999Z', '2026-11-20'],
    ['2026-11-20T16:00:00.000Z', '2026-11-21'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
    ['2028-02-28T16:00:00.000Z', '2028-02-29'],
  ])('%s is %s', (moment, date) => {
    expect(isoOf(dayOf(Date.parse(moment)))).toBe(date)
    const { year, month, date: inMonth } = chinaTime(Date.parse(moment))
    expect([year, month, inMonth]).toEqual(date.split('-').map(Number))
  })

  test('an hour of a day is that hour on the wall', () => {
    expect(chinaTime(atHour(dayFrom('2026-12-03'), 9))).toEqual({
      year: 2026,
      month: 12,
      date: 3,
      weekday: 4,
      hour: 9,
      minute: 0,
    })
  })
})

test.each([
  ['2026-11-30', '2026-11-30'],
  ['2026-12-06', '2026-11-30'],
  ['2026-12-07', '2026-12-07'],
  ['2027-01-01', '2026-12-28'],
  ['1970-01-01', '1969-12-29'],
  ['1969-12-28', '1969-12-22'],
])('the Monday of %s is %s', (date, monday) => {
  expect(isoOf(mondayOf(dayFrom(date)))).toBe(monday)
})

/** The same answers in a phone's own zone, summer time or not. */
test.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Auckland', 'UTC'])(
  'in %s',
  (zone) => {
    const probe = path.join(__dirname, 'support', 'calendar-probe.ts')
    const runner = path.join(__dirname, '..', '..', 'tools', 'run.mjs')
    const said = execFileSync(process.execPath, [runner, probe], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
      timeout: 60_000,
    })
    expect(JSON.parse(said.trim().split('\n').at(-1) ?? '')).toEqual({
      ends: ['2026-11-30T07:00:00.000Z', '2026-11-23T10:00:00.000Z', '2026-10-08T10:00:00.000Z'],
      words: ['3\u00a0月\u00a08\u00a0日', '2027\u00a0年\u00a01\u00a0月\u00a01\u00a0日'],
      nearness: ['today', 'soon'],
    })
  },
  90_000,
)
