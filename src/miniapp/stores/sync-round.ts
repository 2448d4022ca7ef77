/** One look at the function: requests until there is nothing left to tell, or until something is in the way. */
import type { Clock } from '../ports/clock'
import type { EntriesStore } from './entries-store'
import type { SessionStore } from './session-store'
import { parseSyncReply } from './sync-reply'

export type RoundOutcome =
  | { readonly kind: 'done' }
  /** Nobody is logged in, or the consent was withdrawn: nothing to do until that changes. */
  | { readonly kind: 'off' }
  | { readonly kind: 'offline' }
  /** `waitMs`: not to be tried again before. */
  | { readonly kind: 'error'; readonly message: string; readonly waitMs?: number }

export interface RoundPorts {
  readonly clock: Clock
  readonly entries: EntriesStore
  readonly session: SessionStore
}

/** 200 keys and 60 photos fit in two requests; more in a row means that something does not settle. */
const maxRequests = 8

export async function syncRound({ entries, session }: RoundPorts): Promise<RoundOutcome> {
  const ready = await session.ready()
  if (!ready.ok) return outcomeOf(ready)
  for (let i = 0; i < maxRequests; i++) {
    const flight = session.getState().consents.service ? entries.makeRequest() : null
    if (flight === null) return { kind: 'off' }
    const reply = await session.call<{ consents?: unknown }>('sync', { ...flight.request, agreed: session.agreed() })
    const parsed = parseSyncReply(reply)
    if (parsed !== null) entries.receive(parsed, flight)
    else if (reply.ok) return { kind: 'offline' }
    else return outcomeOf(reply)
    if (reply.ok) session.heardConsents(reply.consents)
    if (parsed.ok && !entries.hasWork()) return { kind: 'done' }
  }
  return { kind: 'error', message: '同步没有完成，稍后会自动再试。' }
}

function outcomeOf(refusal: {
  readonly error: string
  readonly message: string
  readonly [detail: string]: unknown
}): RoundOutcome {
  const { error, message, retryAfter } = refusal
  if (error === 'network') return { kind: 'offline' }
  if (error === 'forbidden' && refusal.need === 'service') return { kind: 'off' }
  if (error === 'rate-limited' && typeof retryAfter === 'number')
    return { kind: 'error', message, waitMs: retryAfter * 1_000 }
  return { kind: 'error', message }
}
