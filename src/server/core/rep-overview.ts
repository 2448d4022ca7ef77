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
import { codesOf } from './rep-codes'
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
  const cells = await cellsOf(core, role, from, to)
  const weeks = Array.from({ length: (mondayOf(to) - mondayOf(from)) / 7 + 1 }, (_each, i) => mondayOf(from) + 7 * i)
  const codes = await codesOf(core, role.id)
  return {
    ok: true,
    ...(await present(core, role)),
    stages,
    funnel: funnel(cells),
    codes: codes.map((code) => ({ ...code, funnel: funnel(cells.filter(({ scene }) => scene === code.scene)) })),
    weeks: weeks.map((week) => ({ week: isoOf(week), funnel: funnel(cells.filter((cell) => cell.week === week)) })),
    cells: crossed(cells),
    time: core.ports.clock.now(),
  }
})

interface Cell {
  readonly week: Day
  readonly scene: string
  readonly stage: number
  readonly n: number
}

async function cellsOf({ ports }: Core, role: Role, from: Day, to: Day): Promise<readonly Cell[]> {
  const where = { field: 'rep', equals: role.id }
  const within = [{ field: 'cell', from: textOf(from), below: textOf(to + 1) }]
  const found = await ports.store.tally('progress', 'cell', { where, within })
  return [...found].map(([cell, n]) => {
    const [day = '', scene = '', stage = '0'] = cell.split('.')
    const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
    return { week: mondayOf(dayFrom(date)), scene, stage: Number(stage), n }
  })
}

const funnel = (cells: readonly Cell[]): readonly number[] =>
  funnelOf(stages.map((_stage, n) => cells.reduce((sum, cell) => sum + (cell.stage === n ? cell.n : 0), 0)))

function crossed(cells: readonly Cell[]) {
  const groups = new Map<string, Cell[]>()
  for (const cell of cells) {
    const key = `${cell.week}.${cell.scene}`
    groups.set(key, [...(groups.get(key) ?? []), cell])
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first === undefined ? [] : [{ week: isoOf(first.week), scene: first.scene, funnel: funnel(group) }]
  })
}

async function present(core: Core, role: Role) {
  const now = core.ports.clock.now()
  const day = dayFrom(isoDate(now))
  const where = { field: 'rep', equals: role.id }
  const counted = (field: string, from: string, below?: string) =>
    count(core, role, { where, within: [{ field, from, ...(below !== undefined && { below }) }] })
  const midnight = momentText(atHour(day, 0))
  return {
    today: {
      date: isoDate(now),
      joined: await counted('cell', dayText(now), textOf(day + 1)),
      active: await counted('active', midnight),
      finished: await counted('finished', midnight),
    },
    now: {
      ...(await countsOf(core, role)),
      ending: await counted('deadline', momentText(now), momentText(now + soonMs)),
    },
  }
}

const isoDate = (ms: number): string => dayText(ms).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
