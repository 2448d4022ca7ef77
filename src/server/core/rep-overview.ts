/**
 * rep-overview {from, to} → counts now, and the funnel of the merchants who joined between two days (`YYYY-MM-DD`,
 * China's, both included, at most two years). Counted from `progress` by its index; a merchant who left is in none.
 *
 * `today`: {date, joined, active, finished} of today; `now`: {all, stuck, deadline, retake, finished, ending}, of
 * everybody, `ending` those whose deadline ends within three days. `stages`: [{id, title}] in order. A `funnel`:
 * a number for each stage, who has come at least so far. `funnel` of all; `codes`: as in rep-codes, with `funnel`;
 * `weeks`: [{week (its Monday), funnel}], every week of the span; `cells`: [{week, scene, funnel}] where there is one.
 */
import { atHour, dayFrom, dayOf, isoOf, mondayOf } from '#domain/calendar'
import { stages } from '#domain/content/rep'
import { funnelOf } from '#domain/rep/funnel'
import type { Core } from './action'
import { joinedToday } from './join-caps'
import { momentText } from './progress-row'
import { refuse, type Reply } from './reply'
import { codesOf } from './rep-codes'
import { count, countsOf } from './rep-merchants'
import { repAction } from './rep-role'
import type { Role } from './reps'
import { spanBody } from './rep-schemas'

const maxDays = 731
const soonMs = 3 * 86_400_000

export const repOverview = repAction('rep-overview', spanBody, async (core, role, span): Promise<Reply> => {
  const [from, to] = [dayFrom(span.from), dayFrom(span.to)]
  if (Number.isNaN(from) || Number.isNaN(to) || to < from || to - from > maxDays) return refuse('bad-request')
  const now = core.ports.clock.now()
  const [cells, codes, present] = await Promise.all([
    core.ports.store.tally('progress', 'week', {
      where: { field: 'rep', equals: role.id },
      within: [{ field: 'day', from: isoOf(from), below: isoOf(to + 1) }],
    }),
    codesOf(core, role.id),
    presentOf(core, role, now),
  ])
  const sums = summed(cells)
  const first = mondayOf(from)
  const weeks = Array.from({ length: (mondayOf(to) - first) / 7 + 1 }, (_each, i) => isoOf(first + 7 * i))
  return {
    ok: true,
    ...present,
    stages,
    funnel: funnelOf(sums.get('') ?? []),
    codes: codes.map((code) => ({ ...code, funnel: funnelOf(sums.get(code.scene) ?? []) })),
    weeks: weeks.map((week) => ({ week, funnel: funnelOf(sums.get(week) ?? []) })),
    cells: weeks.flatMap((week) =>
      codes.flatMap(({ scene }) => {
        const counts = sums.get(`${week}.${scene}`)
        return counts === undefined ? [] : [{ week, scene, funnel: funnelOf(counts) }]
      }),
    ),
    time: core.ports.clock.now(),
  }
})

/**
 * Merchants by their furthest stage: of all (''), by scene, by the Monday of a week, and by both. `cells`: how many
 * to each `week` of progress-row.ts.
 */
function summed(cells: ReadonlyMap<string, number>): ReadonlyMap<string, readonly number[]> {
  const sums = new Map<string, number[]>()
  for (const [cell, n] of cells) {
    const [week = '', scene = '', furthest] = cell.split('.')
    const stage = Number(furthest)
    for (const key of ['', scene, week, `${week}.${scene}`]) {
      const counts = sums.get(key) ?? stages.map(() => 0)
      counts[stage] = (counts[stage] ?? 0) + n
      sums.set(key, counts)
    }
  }
  return sums
}

async function presentOf(core: Core, role: Role, now: number) {
  const today = dayOf(now)
  const where = { field: 'rep', equals: role.id }
  const counted = (field: string, from: string, below?: string) =>
    count(core, role, { where, within: [{ field, from, ...(below !== undefined && { below }) }] })
  const midnight = momentText(atHour(today, 0))
  const [joined, active, finished, ending, counts] = await Promise.all([
    joinedToday(core, role.id, now),
    counted('active', midnight),
    counted('finished', midnight),
    counted('deadline', momentText(now), momentText(now + soonMs)),
    countsOf(core, role),
  ])
  return { today: { date: isoOf(today), joined, active, finished }, now: { ...counts, ending } }
}
