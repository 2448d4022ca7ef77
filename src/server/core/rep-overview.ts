/**
 * rep-overview {from, to} → counts now, and the funnel of the merchants who joined between two days (`YYYY-MM-DD`,
 * China's, both included, at most two years). Counted from `progress` by its index; a merchant who left is in none.
 *
 * `today`: {date, joined, active, finished} of today; `now`: {all, stuck, deadline, retake, finished, ending}, of
 * everybody, `ending` those whose deadline ends within three days. `stages`: [{id, title}] in order. A `funnel`:
 * a number for each stage, who has come at least so far. `funnel` of all; `codes`: as in rep-codes, with `funnel`;
 * `weeks`: [{week (its Monday), funnel}], every week of the span; `cells`: [{week, scene, funnel}] where there is one.
 */
import { atHour, dayFrom, type Day } from '#domain/calendar'
import { stages } from '#domain/content/rep'
import { funnelOf } from '#domain/rep/funnel'
import type { Core } from './action'
import { dayText, momentText } from './progress-row'
import { refuse, type Reply } from './reply'
import { cellsOf, codesOf, type Cell } from './rep-codes'
import { count, countsOf } from './rep-merchants'
import { repAction } from './rep-role'
import type { Role } from './reps'
import { spanBody } from './rep-schemas'

const dayMs = 86_400_000
const maxDays = 731
const soonMs = 3 * dayMs

const isoOf = (day: Day): string => new Date(day * dayMs).toISOString().slice(0, 10)
const textOf = (day: Day): string => isoOf(day).replaceAll('-', '')
/** 1970-01-01 was a Thursday. */
const mondayOf = (day: Day): Day => day - ((((day + 3) % 7) + 7) % 7)

export const repOverview = repAction('rep-overview', spanBody, async (core, role, span): Promise<Reply> => {
  const [from, to] = [dayFrom(span.from), dayFrom(span.to)]
  if (Number.isNaN(from) || Number.isNaN(to) || to < from || to - from > maxDays) return refuse('bad-request')
  const now = core.ports.clock.now()
  const [all, present] = await Promise.all([cellsOf(core, role.id), presentOf(core, role, now)])
  const [first, last] = [textOf(from), textOf(to)]
  const sums = summed(all.filter(({ day }) => day >= first && day <= last))
  const weeks = Array.from({ length: (mondayOf(to) - mondayOf(from)) / 7 + 1 }, (_each, i) => mondayOf(from) + 7 * i)
  const codes = await codesOf(core, role.id, all)
  return {
    ok: true,
    now: present.now,
    today: { ...present.today, joined: joinedOn(dayText(now), all) },
    stages,
    funnel: funnelOf(sums.get('') ?? []),
    codes: codes.map((code) => ({ ...code, funnel: funnelOf(sums.get(code.scene) ?? []) })),
    weeks: weeks.map((week) => ({ week: isoOf(week), funnel: funnelOf(sums.get(isoOf(week)) ?? []) })),
    cells: weeks.flatMap((week) =>
      codes.flatMap(({ scene }) => {
        const counts = sums.get(`${isoOf(week)} ${scene}`)
        return counts === undefined ? [] : [{ week: isoOf(week), scene, funnel: funnelOf(counts) }]
      }),
    ),
    time: core.ports.clock.now(),
  }
})

const dateIn = (day: string): string => day.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')

/** Merchants by their furthest stage: of all (''), by scene, by the Monday of a week, and by both. */
function summed(cells: readonly Cell[]): ReadonlyMap<string, readonly number[]> {
  const sums = new Map<string, number[]>()
  const add = (key: string, stage: number, n: number) => {
    const counts = sums.get(key) ?? stages.map(() => 0)
    counts[stage] = (counts[stage] ?? 0) + n
    sums.set(key, counts)
  }
  for (const [week, scenes] of byWeek(cells))
    for (const [scene, counts] of scenes)
      for (const key of ['', scene, week, `${week} ${scene}`])
        for (const [stage, n] of counts.entries()) add(key, stage, n)
  return sums
}

/** There are thousands of cells, but only a few hundred of these: merchants by week, scene and furthest stage. */
function byWeek(cells: readonly Cell[]): ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> {
  const weeks = new Map<string, Map<string, number[]>>()
  const weekOf = new Map<string, Map<string, number[]>>()
  for (const { day, scene, stage, n } of cells) {
    let scenes = weekOf.get(day)
    if (scenes === undefined) {
      const week = isoOf(mondayOf(dayFrom(dateIn(day))))
      scenes = weeks.get(week) ?? new Map<string, number[]>()
      weeks.set(week, scenes)
      weekOf.set(day, scenes)
    }
    const counts = scenes.get(scene) ?? stages.map(() => 0)
    counts[stage] = (counts[stage] ?? 0) + n
    scenes.set(scene, counts)
  }
  return weeks
}

const joinedOn = (today: string, all: readonly Cell[]): number =>
  all.reduce((sum, { day, n }) => sum + (day === today ? n : 0), 0)

async function presentOf(core: Core, role: Role, now: number) {
  const today = dayText(now)
  const where = { field: 'rep', equals: role.id }
  const counted = (field: string, from: string, below?: string) =>
    count(core, role, { where, within: [{ field, from, ...(below !== undefined && { below }) }] })
  const midnight = momentText(atHour(dayFrom(dateIn(today)), 0))
  const [active, finished, ending, counts] = await Promise.all([
    counted('active', midnight),
    counted('finished', midnight),
    counted('deadline', momentText(now), momentText(now + soonMs)),
    countsOf(core, role),
  ])
  return { today: { date: dateIn(today), active, finished }, now: { ...counts, ending } }
}
