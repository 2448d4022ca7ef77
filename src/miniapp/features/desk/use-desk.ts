/** One computer, as the function knows it, and what the merchant does about it. */
import { useCallback, useEffect, useState } from 'react'
import type { Reply } from '../../ports/backend'
import { useApp } from '../../stores/hooks'
import { remember, untilOf } from './open-desk'

export interface DeskInfo {
  readonly browser: string
  readonly sees: { readonly photos: number; readonly texts: number }
}

export type DeskPhase =
  | { readonly is: 'asking' }
  | { readonly is: 'waiting'; readonly info: DeskInfo; readonly problem: string | null }
  /** `until`: ms on this phone's clock. */
  | { readonly is: 'open'; readonly info: DeskInfo; readonly until: number; readonly problem: string | null }
  | { readonly is: 'closed'; readonly why: 'revoked' | 'turned-away' | 'time' }
  | { readonly is: 'over' }
  | { readonly is: 'failed'; readonly message: string }
  /** Nothing of this merchant is with the function. */
  | { readonly is: 'not-stored' }

interface Times {
  readonly expires: number
  readonly time: number
}
type Found = DeskInfo & Times & { readonly state: 'waiting' | 'approved' }

export interface Desk {
  readonly phase: DeskPhase
  ask(): void
  approve(): void
  revoke(): void
  /** The time is over. */
  end(): void
}

export function useDesk(desk: string): Desk {
  const { session, sync, clock } = useApp()
  const [phase, setPhase] = useState<DeskPhase>({ is: 'asking' })

  const ask = useCallback(async () => {
    setPhase({ is: 'asking' })
    const reply = await session.call<Found>('desk-info', { desk })
    setPhase(reply.ok ? phaseOf(reply, clock.now()) : refusedBy(reply))
  }, [session, clock, desk])
  useEffect(() => void ask(), [ask])

  const approve = async ({ info }: Extract<DeskPhase, { is: 'waiting' }>) => {
    // What is on its way up reaches the computer as soon as it is there.
    void sync.syncNow()
    const reply = await session.call<Times>('desk-approve', { desk })
    if (!reply.ok) return setPhase(reply.error === 'not-found' ? { is: 'over' } : waiting(info, reply.message))
    const until = untilOf(reply, clock.now())
    remember({ desk, until })
    setPhase({ is: 'open', info, until, problem: null })
  }

  const revoke = async (open: Extract<DeskPhase, { is: 'waiting' | 'open' }>) => {
    const reply = await session.call<object>('desk-revoke', { desk })
    if (!reply.ok && reply.error !== 'not-found') return setPhase({ ...open, problem: reply.message })
    remember(null)
    setPhase({ is: 'closed', why: open.is === 'open' ? 'revoked' : 'turned-away' })
  }

  return {
    phase,
    ask: () => void ask(),
    approve: () => void (phase.is === 'waiting' && approve(phase)),
    revoke: () => void ((phase.is === 'waiting' || phase.is === 'open') && revoke(phase)),
    end: () => setPhase({ is: 'closed', why: 'time' }),
  }
}

const waiting = (info: DeskInfo, problem: string | null): DeskPhase => ({ is: 'waiting', info, problem })

function phaseOf({ browser, sees, state, ...times }: Found, now: number): DeskPhase {
  const info = { browser, sees }
  return state === 'waiting' ? waiting(info, null) : { is: 'open', info, until: untilOf(times, now), problem: null }
}

function refusedBy({ error, message, need }: Extract<Reply<Found>, { readonly ok: false }>): DeskPhase {
  if (need === 'service') return { is: 'not-stored' }
  return error === 'not-found' ? { is: 'over' } : { is: 'failed', message }
}
