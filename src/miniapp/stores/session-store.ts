/**
 * Who the merchant is and what they agreed to. Nothing is sent before they agreed: looking up an
 * invitation needs no login, and a login is made only for a consent, or for joining or becoming a rep.
 */
import type { Reply } from '../ports/backend'
import type { Storage } from '../ports/storage'
import type { Readable } from './readable'
import type { Done } from './refusals'
import { createSessionCell, type SessionCell, type SessionState } from './session-cell'
import { createConsents, type SessionConsents } from './session-consents'
import { createSessionGuest, type SessionGuest } from './session-guest'
import { createCaller, type Caller, type LoginPorts } from './session-login'
import { createSessionRep, type SessionRep } from './session-rep'

interface Account {
  /** Everything kept about the merchant, as a text to save. Of a draft, what is on this phone. */
  exportMe(): Promise<Reply<{ text: string }>>
  /** Erases the function's copy, then this phone's. When the function cannot be reached, neither. */
  eraseMe(): Promise<Done>
  /** Calls the function as the merchant; logs in first when that is agreed to. */
  call<T>(action: string, body: object): Promise<Reply<T>>
  relogin(): Promise<Done>
  /** What becomes of the entries in `left`: they begin anew with the present merchant, or this phone forgets them. */
  settleLeft(keep: boolean): Promise<void>
}

export interface SessionStore extends Readable<SessionState>, SessionConsents, SessionRep, SessionGuest, Account {}

export interface SessionPorts extends LoginPorts {
  readonly storage: Storage
  /** What this phone holds of a draft. */
  readonly exportDraft: () => object
  /** Erases what this phone holds. */
  readonly onErase: () => Promise<void>
  /** Moves the entries and photos of that merchant to the present one, or forgets them. false: there was no room. */
  readonly onLeft: (merchant: string, keep: boolean) => Promise<boolean>
}

export function createSessionStore(ports: SessionPorts): SessionStore {
  const cell = createSessionCell(ports.storage)
  const caller = createCaller(ports, cell)
  const consents = createConsents(ports.clock, cell, caller)
  const rep = createSessionRep(ports.backend, cell, caller, consents)
  const guest = createSessionGuest(ports.identity, cell, consents)
  const { getState, getInitialState, subscribe } = cell.store
  return {
    getState,
    getInitialState,
    subscribe,
    ...consents,
    ...rep,
    ...guest,
    ...createAccount(ports, cell, caller, consents),
  }
}

function createAccount(ports: SessionPorts, cell: SessionCell, caller: Caller, { ready }: SessionConsents): Account {
  async function eraseThere(): Promise<Done> {
    const { merchantId } = cell.get()
    const reply = await caller.call<object>('erase-me', {})
    // Erased before, and the answer was lost: the new login made an empty merchant, which goes too.
    const again = !reply.ok && cell.get().merchantId !== merchantId
    const last = again ? await caller.call<object>('erase-me', {}) : reply
    return last.ok || last.error === 'not-found' ? { ok: true } : last
  }
  return {
    async call<T>(action: string, body: object): Promise<Reply<T>> {
      const done = await ready()
      return done.ok ? caller.call<T>(action, body) : done
    },
    relogin: caller.relogin,
    async settleLeft(keep) {
      const { left } = cell.get()
      if (left !== null && (await ports.onLeft(left.merchant, keep))) cell.hear({ left: null })
    },
    async exportMe() {
      if (cell.get().merchantId === null) return { ok: true, text: asText(ports.exportDraft()) }
      const reply = await caller.call<{ data?: unknown }>('export-me', {})
      return reply.ok ? { ok: true, text: asText(reply.data) } : reply
    },
    async eraseMe() {
      if (cell.get().merchantId !== null) {
        const done = await eraseThere()
        if (!done.ok) return done
      }
      cell.reset()
      await ports.onErase()
      return { ok: true }
    },
  }
}

const asText = (data: unknown): string => JSON.stringify(data, null, 2)
