/**
 * Made-up merchants in numbers: how many may join from one network in an hour, and one rep in a day. Who is turned
 * away may come again; the rep is flagged for the operator to look at (OWASP API6:2023).
 */
import { dayOf, atHour } from '#domain/calendar'
import type { Core } from './action'
import { dayText } from './progress-row'
import { refuse, type Refusal } from './reply'
import { flagRep } from './reps'
import type { Session } from './session'
import type { Window } from './window'

const dayMs = 86_400_000

/** null: there is room. `window`: joins of the hour by network. */
export async function joinRefusal(core: Core, window: Window, { from }: Session, rep: string): Promise<Refusal | null> {
  const wait = from === null ? null : window.take(from)
  if (wait !== null) return turnedAway(core, rep, 'address', wait)
  const now = core.ports.clock.now()
  if ((await joinedToday(core, rep, now)) < core.settings.limits.joinsPerDay) return null
  const midnight = atHour(dayOf(now) + 1, 0)
  return turnedAway(core, rep, 'day', Math.ceil((midnight - now) / 1000))
}

async function joinedToday({ ports }: Core, rep: string, now: number): Promise<number> {
  const within = [{ field: 'cell', from: dayText(now), below: dayText(now + dayMs) }]
  const counts = await ports.store.tally('progress', 'rep', { where: { field: 'rep', equals: rep }, within })
  return counts.get(rep) ?? 0
}

async function turnedAway(core: Core, rep: string, kind: 'address' | 'day', wait: number): Promise<Refusal> {
  await flagRep(core.ports, rep, kind)
  core.ports.log.error('too many joins', null, { rep, kind })
  return refuse('rate-limited', { retryAfter: wait, message: '现在加入的人太多，请过一会儿再试。' })
}
