/** The rep whose code was scanned, joining and leaving them, and becoming one. */
import type { Backend, Reply } from '../ports/backend'
import { needsSharing, strangeReply, type Done } from './refusals'
import type { SessionCell } from './session-cell'
import type { SessionConsents } from './session-consents'
import type { Caller } from './session-login'
import { isRep, isRole, type ConsentKind, type Consents, type Rep, type RepRole } from './session-record'

export interface SessionRep {
  /** Remembers a scanned code; `invite` says whose it is. */
  rememberScene(scene: string): void
  /** Works without a login and without a consent. */
  invite(scene: string): Promise<Reply<{ rep: Rep }>>
  /** Needs the `share-progress` consent. Already with another rep: `conflict {rep}`, unless `move`. */
  join(scene: string, move?: boolean): Promise<Reply<{ invitedBy: Rep }>>
  leave(): Promise<Done>
  /** The one-time code from the operator. */
  claim(code: string): Promise<Reply<{ rep: RepRole }>>
}

export function createSessionRep(
  backend: Backend,
  cell: SessionCell,
  caller: Caller,
  { ready }: SessionConsents,
): SessionRep {
  function rememberScene(scene: string): void {
    const { inviter } = cell.get()
    cell.set({ scene, inviter: inviter?.scene === scene ? inviter : null, inviteRevoked: false })
  }
  return {
    rememberScene,
    async invite(scene) {
      rememberScene(scene)
      const reply = await backend.call<{ rep: Rep }>('invite', { scene }, null)
      if (reply.ok && !isRep(reply.rep)) return strangeReply
      // Another code may have been scanned while this one was looked up.
      if (cell.get().scene !== scene) return reply
      if (reply.ok) cell.set({ inviter: { ...reply.rep, scene } })
      else if (reply.error === 'not-found') cell.set({ inviter: null, inviteRevoked: true })
      return reply
    },
    async join(scene, move = false) {
      if (cell.get().consents['share-progress']?.granted !== true) return needsSharing
      const done = await ready()
      if (!done.ok) return done
      const reply = await caller.call<{ invitedBy: Rep }>('join', { scene, ...(move && { move }) })
      if (reply.ok && !isRep(reply.invitedBy)) return strangeReply
      // Photos were shared with the one before.
      const consents = move ? unshared(cell.get().consents, photosOnly) : cell.get().consents
      if (reply.ok) cell.hear({ scene, invitedBy: reply.invitedBy, consents })
      return reply
    },
    async leave() {
      const { merchantId } = cell.get()
      const reply = merchantId === null ? { ok: true as const } : await caller.call<object>('leave', {})
      if (!reply.ok) return reply
      // The consents to share were given for this rep by name; the function ended them too.
      cell.set({ invitedBy: null, consents: unshared(cell.get().consents) })
      return { ok: true }
    },
    async claim(code) {
      const done = await caller.login()
      if (!done.ok) return done
      const reply = await caller.call<{ rep: RepRole }>('rep-claim', { code })
      if (reply.ok && !isRole(reply.rep)) return strangeReply
      if (reply.ok) cell.hear({ rep: reply.rep })
      return reply
    },
  }
}

const shared: readonly ConsentKind[] = ['share-progress', 'share-photos']
const photosOnly: readonly ConsentKind[] = ['share-photos']
const unshared = (consents: Consents, kinds = shared): Consents =>
  Object.fromEntries(Object.entries(consents).filter(([kind]) => !kinds.some((other) => other === kind)))
