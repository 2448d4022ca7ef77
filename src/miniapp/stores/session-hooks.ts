/** Who the merchant is, what they agreed to, and how the sync stands, as components read it. */
import { useMemo } from 'react'
import type { Reply } from '../ports/backend'
import { useApp } from './hooks'
import { useStoreInFront } from './while-shown'
import type { ConsentKind, Inviter, Rep, RepRole } from './session-record'
import type { SyncState } from './sync-engine'

export interface SessionView {
  /** The rep who was joined; the one whose code was scanned. */
  readonly invitedBy: Rep | null
  readonly inviter: Inviter | null
  readonly inviteRevoked: boolean
  readonly joined: boolean
  /** The person's own role. */
  readonly rep: RepRole | null
  readonly consents: Readonly<Record<ConsentKind, boolean>>
  readonly loggedIn: boolean
  readonly sync: SyncState['status']
  readonly unsynced: number
}

export function useSession(): SessionView {
  const { session, sync, entries } = useApp()
  const state = useStoreInFront(session, (one) => one)
  const status = useStoreInFront(sync, (one) => one.status)
  const unsynced = useStoreInFront(entries, (one) => one.unsynced)
  const { invitedBy, inviter, inviteRevoked, consents, merchantId, rep } = state
  return {
    invitedBy,
    inviter,
    inviteRevoked,
    joined: invitedBy !== null,
    rep,
    consents,
    loggedIn: merchantId !== null,
    sync: status,
    unsynced,
  }
}

/** Why the function has no entries of this merchant any more, while the choice about this phone's copy is open. */
export function useLeft(): 'erased' | 'expired' | null {
  const { session } = useApp()
  const why = useStoreInFront(session, ({ left }) => left?.why ?? null)
  return why === 'lost' ? null : why
}

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly message: string }

export interface SessionActions {
  consent(kind: ConsentKind, granted: boolean): Promise<Outcome>
  /** Already with another rep: `conflict {rep}`, unless `move`. */
  join(scene: string, move?: boolean): Promise<Reply<object>>
  leave(): Promise<Outcome>
  exportMe(): Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string }>
  eraseMe(): Promise<Outcome>
  /** The key that opens the same entries on another device; null where there is none. */
  handOver(): string | null
  takeOver(key: string): Promise<Outcome>
  /** Remembers a scanned code and looks up whose it is. */
  openInvite(scene: string): void
}

export function useSessionActions(): SessionActions {
  const { session } = useApp()
  return useMemo(
    () => ({
      consent: (kind, granted) => session.consent(kind, granted),
      join: (scene, move) => session.join(scene, move),
      leave: () => session.leave(),
      exportMe: () => session.exportMe(),
      eraseMe: () => session.eraseMe(),
      handOver: session.handOver,
      takeOver: session.takeOver,
      openInvite: (scene) => void session.invite(scene),
    }),
    [session],
  )
}
