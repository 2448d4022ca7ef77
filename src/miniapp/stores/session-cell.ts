/** The session's record: kept in storage, and shown as state without its secrets. */
import { createStore } from 'zustand/vanilla'
import type { Storage } from '../ports/storage'
import type { Readable } from './readable'
import {
  decodeSession,
  nobody,
  type ConsentKind,
  type Inviter,
  type Left,
  type Rep,
  type RepRole,
  type SessionRecord,
} from './session-record'
import { createSlots } from './slots'

export interface SessionState {
  /** null: not logged in. */
  readonly merchantId: string | null
  readonly consents: Readonly<Record<ConsentKind, boolean>>
  /** Answers the function has not heard yet. */
  readonly unsentConsents: number
  /** The scanned code, whose it is, and whether it no longer counts. */
  readonly scene: string | null
  readonly inviter: Inviter | null
  readonly inviteRevoked: boolean
  /** The rep who was joined. */
  readonly invitedBy: Rep | null
  /** The person's own role. */
  readonly rep: RepRole | null
  /** Entries of somebody who is not at the function any more. */
  readonly left: Left | null
}

export interface SessionCell {
  readonly store: Readable<SessionState>
  get(): SessionRecord
  set(change: Partial<SessionRecord>): void
  /** What the function said of the merchant; of no account when they have just been erased. */
  hear(change: Partial<SessionRecord>): void
  /** Back to nobody. Whatever was asked for before belongs to an era that is over. */
  reset(): void
  era(): number
}

export function createSessionCell(storage: Storage): SessionCell {
  const slots = createSlots(storage, 'kt.session')
  let record = slots.read(decodeSession).value ?? nobody
  let era = 0
  const store = createStore<SessionState>(() => stateOf(record))
  const become = (next: SessionRecord): void => {
    record = next
    store.setState(stateOf(record))
  }
  function set(change: Partial<SessionRecord>): void {
    const next = { ...record, ...change }
    // No room: the session lasts as long as the app runs, and is logged in again after.
    slots.write(JSON.stringify(next))
    become(next)
  }
  return {
    store,
    get: () => record,
    set,
    hear(change) {
      if (record.merchantId !== null) set(change)
    },
    reset() {
      era += 1
      slots.clear()
      become(nobody)
    },
    era: () => era,
  }
}

function stateOf({
  merchantId,
  consents,
  unsent,
  scene,
  inviter,
  inviteRevoked,
  invitedBy,
  rep,
  left,
}: SessionRecord): SessionState {
  const granted = (kind: ConsentKind) => consents[kind]?.granted === true
  const given = {
    service: granted('service'),
    documents: granted('documents'),
    'share-progress': granted('share-progress'),
    'share-photos': granted('share-photos'),
  }
  return {
    merchantId,
    consents: given,
    unsentConsents: unsent.length,
    scene,
    inviter,
    inviteRevoked,
    invitedBy,
    rep,
    left,
  }
}
