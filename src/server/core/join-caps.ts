/**
 * Made-up merchants in numbers: how many may join from one network in an hour, and one rep in a day. Who is turned
 * away may come again; the rep is flagged for the operator to look at (OWASP API6:2023).
 */
import { atHour, dayOf, isoOf, mondayOf } from '#domain/calendar'
import type { Core } from './action'
import { refuse, type Refusal } from './reply'
import { flagRep } from './reps'
import type { Session } from './session'
import type { Window } from './window'

/** null: there is room. `window`: joins of the hour by network. */
export async function joinRefusal(core: Core, window: Window, { from }: Session, rep: string): Promise<Refusal | null> {
  const wait = from === null ? null : window.take(from)
  if (wait !== null) return turnedAway(core, rep, 'address', wait)
  const now = core.ports.clock.now()
  if ((await joinedToday(core, rep, now)) < core.settings.limits.joinsPerDay) return null
  const midnight = atHour(dayOf(now) + 1, 0)
  return turnedAway(core, rep, 'day', Math.ceil((midnight - now) / 1000))
}

/** Of those who are with the rep now and share. */
export async function joinedToday({ ports }: Core, rep: string, now: number): Promise<number> {
  const today = dayOf(now)
  const within = [
    { field: 'week', from: isoOf(mondayOf(today)) },
    { field: 'day', from: isoOf(today) },
  ]
  const counts = await ports.store.tally('progress', 'rep', { where: { field: 'rep', equals: rep }, within })
  return counts.get(rep) ?? 0
}

async function turnedAway(core: Core, rep: string, kind: 'address' | 'day', wait: number): Promise<Refusal> {
  await flagRep(core.ports, rep, kind)
  core.ports.log.error('too many joins', null, { rep, kind })
  return refuse('rate-limited', { retryAfter: wait, message: '现在加入的人太多，请过一会儿再试。' })
}
