/**
 * What a reply does to the replica. Each rule is here because a simulation without it lost an edit or
 * never settled; test/sync/simulation.test.ts runs it and test/sync/receive.test.ts names each rule.
 */
import { digest } from './digest'
import { isServerKey, isTextKey } from './keys'
import { beats, joinOps, type Copy } from './merge'
import { maxFutureMs, type Op, type RejectCode, type Stamped, type SyncRefusal, type SyncReply } from './protocol'
import type { Flight, Replica } from './replica'
import { isFuture, laterOf, nextStamp, noStamp, stampDevice } from './stamp'

/** An edit of this phone that the function refused for good: no longer pending, its value kept to be shown. */
export interface Refused extends Stamped {
  readonly k: string
  readonly code: RejectCode
}

/** A text that lost against one written at the same time on another phone. */
export interface Loss {
  readonly k: string
  readonly text: string
}

export interface Received {
  readonly replica: Replica
  readonly refused: readonly Refused[]
  readonly losses: readonly Loss[]
}

/** `flight`: the request that this answers; replies may come late, twice or in any order. `now`: phone ms. */
export function receive(replica: Replica, reply: SyncReply | SyncRefusal, flight: Flight, now: number): Received {
  if (reply.ok) return accept(replica, reply, flight, now)
  if (reply.error === 'upgrade') return only({ ...replica, minSchema: reply.minSchema })
  // A late clock error must not lower stamps that were accepted meanwhile.
  return only(isLate(replica, reply.time, flight) ? replica : restamp(heard(replica, reply.time, now), reply.time))
}

const only = (replica: Replica): Received => ({ replica, refused: [], losses: [] })

/**
 * Says nothing newer than what was heard since the request was made. A time before even the request
 * is news again: the function's clock was set back.
 */
const isLate = ({ seen }: Replica, time: number, flight: Flight): boolean =>
  seen > flight.seen && time <= seen && time >= flight.seen

/** Takes over the server's time; both in ms. */
export const heard = (replica: Replica, time: number, now: number): Replica => ({
  ...replica,
  seen: time,
  offset: time - now,
})

/**
 * Gives the pending ops that lie in the future new stamps, in their order; the others keep theirs, they
 * may have been accepted already. The new ones are the latest that the function takes: an earlier
 * edit of the same entry may still be on its way there, and must not win over this one.
 */
function restamp(replica: Replica, time: number): Replica {
  const base = new Map(replica.base)
  const pending = new Map(replica.pending)
  const inOrder = [...pending].sort(([, a], [, b]) => (a.s < b.s ? -1 : 1))
  let last = isFuture(replica.last, time) ? noStamp : replica.last
  for (const [key, { v, s }] of inOrder) {
    if (!isFuture(s, time)) {
      last = laterOf(last, s)
      continue
    }
    // Only a function whose clock was set back can have given us this: it would hide the person's edit.
    if (isFuture(base.get(key)?.s ?? noStamp, time)) base.delete(key)
    last = nextStamp(laterOf(last, base.get(key)?.s ?? noStamp), time + maxFutureMs, replica.dev)
    pending.set(key, { v, s: last })
  }
  return { ...replica, base, pending, last }
}

function accept(before: Replica, reply: SyncReply, flight: Flight, now: number): Received {
  const { request } = flight
  // About an epoch that this replica has left, or has not been told of yet: the next request will.
  if (reply.ep !== before.ep && request.ep !== before.ep) return only(before)
  const timed = isLate(before, reply.time, flight) ? before : heard(before, reply.time, now)
  const { replica: settled, accepted, refused } = settle(timed, request.ops, reply)
  const moved = takeOver(settled, reply, flight)
  const losses = [...lossesOf(before, moved), ...overwritten(reply, moved)]
  const roomMade = [...accepted, ...reply.patch].some(({ v }) => v === null)
  return { replica: tidy({ ...moved, minSchema: reply.minSchema }, roomMade), refused, losses }
}

/**
 * Drops a pending op only when its stamp is the one that was sent, and joins it into base: otherwise an
 * edit made meanwhile, or an acknowledged one after a restore, would be lost.
 */
function settle(replica: Replica, ops: readonly Op[], reply: SyncReply) {
  const codes = new Map((reply.rejected ?? []).map(({ k, code }) => [k, code]))
  const pending = new Map(replica.pending)
  const held = new Map(replica.held)
  const accepted: Op[] = []
  const refused: Refused[] = []
  for (const op of ops) {
    if (pending.get(op.k)?.s !== op.s) continue
    const code = codes.get(op.k)
    if (code === 'limit') {
      held.set(op.k, code)
      continue
    }
    pending.delete(op.k)
    if (code === undefined) accepted.push(op)
    else refused.push({ ...op, code })
  }
  return { replica: { ...replica, base: joinOps(replica.base, accepted), pending, held }, accepted, refused }
}

/** Moves base to the reply's version: by its whole view, by its delta, or not at all. */
function takeOver(replica: Replica, reply: SyncReply, { request }: Flight): Replica {
  const restored = reply.ep !== replica.ep || reply.ver < request.base
  if (reply.full && (restored || reply.ver >= replica.ver)) {
    const base = joinOps(new Map(), reply.patch)
    return { ...replica, ep: reply.ep, ver: reply.ver, base, pending: pushBack(replica, base), full: false }
  }
  // A delta that leaves a gap, or that pretends to cross a restore.
  if (restored || (!reply.full && request.base > replica.ver)) return { ...replica, full: replica.full || restored }
  const base = joinOps(replica.base, reply.patch)
  // An old reply says nothing about what base has become since.
  if (reply.ver < replica.ver) return { ...replica, base }
  return { ...replica, base, ver: reply.ver, full: replica.full || digest(base) !== reply.dig }
}

/** What base held beyond the function's whole view was lost there: it is sent again. */
function pushBack({ base, pending }: Replica, view: Copy): Map<string, Stamped> {
  const back = new Map(pending)
  for (const [key, entry] of base) {
    if (!isServerKey(key) && beats(entry, view.get(key)) && beats(entry, back.get(key))) back.set(key, entry)
  }
  return back
}

/** This phone's unacknowledged texts that base has overtaken with another phone's. */
function lossesOf(before: Replica, { base, dev }: Replica): Loss[] {
  const losses: Loss[] = []
  for (const [k, { v, s }] of before.pending) {
    const winner = base.get(k)
    if (winner === undefined || winner.v === v || !beats(winner, { v, s })) continue
    const between = stampDevice(s) === dev && stampDevice(winner.s) !== dev
    if (between && isTextKey(k) && typeof v === 'string') losses.push({ k, text: v })
  }
  return losses
}

/** Other phones' texts that this phone's edits have overtaken unseen. */
const overwritten = (reply: SyncReply, { base }: Replica): Loss[] =>
  (reply.lost ?? []).flatMap(({ k, v }) => (typeof v === 'string' && base.get(k)?.v !== v ? [{ k, text: v }] : []))

/** Drops pending ops that base has reached or overtaken, and lets held ones go when something was taken back. */
function tidy(replica: Replica, roomMade: boolean): Replica {
  const pending = new Map([...replica.pending].filter(([key, entry]) => beats(entry, replica.base.get(key))))
  const held = new Map([...replica.held].filter(([key]) => pending.has(key) && !roomMade))
  return { ...replica, pending, held }
}
