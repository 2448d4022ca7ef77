/**
 * rep-merchants {cursor?, filter?, sort?, search?} → {items, next, total, counts?, time}.
 *
 * `filter`: `stuck` 卡住了, `deadline` 有期限, `retake` 待补拍, `finished` 已完成. `sort`: `active` (who was here last
 * comes first; the default), `deadline` (the nearest first, those without one last), `progress` (the least first);
 * with `-` in front the other way round. `search`: a piece of the shop's name. `cursor`: the last answer's `next`,
 * with the same filter, sort and search; `next` is null on the last page. `total`: how many match on all pages.
 * `counts` (first page only): {all, stuck, deadline, retake, finished} of all the rep's merchants. `time`: ms, the
 * function's; an offline copy is of then.
 *
 * An item: `id`; `shop`, absent until the merchant has typed one; `route`, null before the questions are answered;
 * `done` of `total` steps, `materialsDone` of `materialsTotal`; `kind` of the place (questions, not-eligible,
 * material, redo, step, finish), `title` in words, `guide` and `step` where it is a step, `material` where it is
 * one; `since` ms when they came there; `lastActive` ms, exact to the hour; `joined` ms; `scene` the code;
 * `deadline` and `waiting` {id, title, endsMs, approximate} or null; `missing`, `retakes` titles of materials;
 * `stuck` {from, reason} or null; `finished` ms or null.
 */
import { z } from 'zod'
import { foldText } from '#domain/search-text'
import type { Core } from './action'
import type { Match, Place, Range } from './store-query'
import { momentText, noDeadline } from './progress-row'
import type { ProgressRecord } from './records'
import { refuse, type Reply } from './reply'
import { repAction } from './rep-role'
import type { Role } from './reps'
import { merchantsBody, sorts, type Filter, type Sort } from './rep-schemas'

const page = 30

/** Each an index range: "stuck" is kept as the moment from which on it is true. */
const ranges: Readonly<Record<Filter, (now: number) => Range>> = {
  stuck: (now) => ({ field: 'stuck', below: momentText(now + 1) }),
  deadline: () => ({ field: 'deadline', below: noDeadline }),
  retake: () => ({ field: 'redo' }),
  finished: () => ({ field: 'finished' }),
}

const orders: Readonly<Record<Sort, { readonly field: string; readonly descending?: true }>> = {
  active: { field: 'active', descending: true },
  '-active': { field: 'active' },
  deadline: { field: 'deadline' },
  '-deadline': { field: 'deadline', descending: true },
  progress: { field: 'percent' },
  '-progress': { field: 'percent', descending: true },
}

const cursorSchema = z.tuple([z.enum(sorts), z.string().max(20), z.string().min(1).max(40)])

export const repMerchants = repAction('rep-merchants', merchantsBody, async (core, role, body): Promise<Reply> => {
  const { store, clock } = core.ports
  const { cursor, filter, sort = 'active', search = '' } = body
  const after = cursor === undefined ? null : placeIn(cursor, sort)
  if (after === undefined) return refuse('bad-request')
  const now = clock.now()
  const match = matching(role, now, filter, foldText(search))
  const order = { ...orders[sort], ...(after !== null && { after }) }
  const [found, total, counts] = await Promise.all([
    store.list<ProgressRecord>('progress', { ...match, order, limit: page + 1 }),
    count(core, role, match),
    cursor === undefined ? countsOf(core, role) : undefined,
  ])
  const items = found.slice(0, page)
  const last = found.length > page ? items.at(-1) : undefined
  return {
    ok: true,
    items: items.map(({ id, value }) => itemOf(id, value, now)),
    next: last === undefined ? null : cursorOf(sort, last),
    total,
    ...(counts !== undefined && { counts }),
    time: now,
  }
})

function matching(role: Role, now: number, filter: Filter | undefined, text: string): Match {
  return {
    where: { field: 'rep', equals: role.id },
    ...(filter !== undefined && { within: [ranges[filter](now)] }),
    ...(text !== '' && { holding: { field: 'find', text } }),
  }
}

export const count = async ({ ports }: Core, role: Role, match: Match): Promise<number> =>
  (await ports.store.tally('progress', 'rep', match)).get(role.id) ?? 0

export async function countsOf(core: Core, role: Role): Promise<Readonly<Record<'all' | Filter, number>>> {
  const now = core.ports.clock.now()
  const of = (filter?: Filter) => count(core, role, matching(role, now, filter, ''))
  const [all, stuck, deadline, retake, finished] = await Promise.all([
    of(),
    of('stuck'),
    of('deadline'),
    of('retake'),
    of('finished'),
  ])
  return { all, stuck, deadline, retake, finished }
}

function cursorOf(sort: Sort, { id, value }: { readonly id: string; readonly value: ProgressRecord }): string {
  const field = orders[sort].field as 'active' | 'deadline' | 'percent'
  return Buffer.from(JSON.stringify([sort, value[field], id])).toString('base64url')
}

/** undefined: not a cursor of this order. */
function placeIn(cursor: string, sort: Sort): Place | undefined {
  try {
    const [made, text, id] = cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return made === sort ? { text, id } : undefined
  } catch {
    return undefined
  }
}

export function itemOf(id: string, { active, joined, scene, standing }: ProgressRecord, now: number) {
  const { shop, stop, stuck, reached, ...rest } = standing
  return {
    id,
    ...(shop !== null && { shop }),
    route: rest.route,
    done: rest.done,
    total: rest.total,
    materialsDone: rest.materialsDone,
    materialsTotal: rest.materialsTotal,
    kind: stop.kind,
    title: stop.title,
    guide: stop.guide,
    step: stop.kind === 'step' ? stop.id : null,
    material: stop.kind === 'material' || stop.kind === 'redo' ? stop.id : null,
    since: rest.since,
    lastActive: Number(active),
    joined,
    scene,
    deadline: rest.deadline,
    waiting: rest.waiting,
    missing: rest.missing,
    retakes: rest.retakes,
    stuck: stuck !== null && stuck.from <= now ? stuck : null,
    finished: reached.at(-1) ?? null,
  }
}
