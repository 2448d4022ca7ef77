/**
 * Logging in and calling the function as somebody. Nothing here decides to log in by itself: that takes
 * a consent or an action that cannot do without (session-store.ts).
 */
import type { Backend, Reply } from '../ports/backend'
import type { Clock } from '../ports/clock'
import type { Identity } from '../ports/identity'
import { within } from './backoff'
import { randomKey } from './random-id'
import { changedHands, loginFailed, noNetwork, strangeReply, type Done } from './refusals'
import type { SessionCell } from './session-cell'
import {
  consentsFrom,
  isConsentKind,
  isLeftWhy,
  isRep,
  isRole,
  type ConsentKind,
  type Consents,
  type Left,
  type SessionRecord,
} from './session-record'
import { isNumber, isRecord, isString } from './shapes'

export interface Caller {
  /** Logs in when nobody is. */
  login(): Promise<Done>
  /** Logs in anew. Shared: one login at a time. */
  relogin(): Promise<Done>
  /** Calls as the merchant; logs in again once when the token has ended. */
  call<T>(action: string, body: object): Promise<Reply<T>>
}

export interface LoginPorts {
  readonly backend: Backend
  readonly clock: Clock
  readonly identity: Identity
  /** The phone's own data follow the merchant: the folder is opened and the draft moves in. */
  readonly onMerchant: (merchant: string, serverTime: number) => void
}

/** The adapters give up earlier; an app that was suspended in between may never get its reply. */
const replyMs = 30_000
/** Of a piece of a photo, which is only sent over a slow link. */
const chunkMs = 70_000

export function createCaller(ports: LoginPorts, cell: SessionCell): Caller {
  const { backend, clock } = ports
  const ask = <T>(action: string, body: object, token: string | null): Promise<Reply<T>> =>
    within(clock, action === 'photo-chunk' ? chunkMs : replyMs, backend.call<T>(action, body, token), noNetwork)
  let running: Promise<Done> | null = null

  function relogin(): Promise<Done> {
    running ??= within<Done>(clock, replyMs, logIn(ports, cell), noNetwork).finally(() => {
      running = null
    })
    return running
  }

  return {
    login: async () => (cell.get().merchantId === null ? relogin() : { ok: true }),
    relogin,
    async call<T>(action: string, body: object): Promise<Reply<T>> {
      const { merchantId, token } = cell.get()
      const era = cell.era()
      const reply = await ask<T>(action, body, token)
      if (cell.era() !== era) return changedHands
      if (reply.ok || reply.error !== 'unauthenticated') return noted(cell, reply)
      // Somebody else's call may have renewed the token while this one was on its way.
      const renewed = cell.get().token !== token ? { ok: true as const } : await relogin()
      if (!renewed.ok) return renewed
      // One merchant's call must never be repeated in another's name.
      if (cell.era() !== era || cell.get().merchantId !== merchantId) return changedHands
      const second = await ask<T>(action, body, cell.get().token)
      return cell.era() === era ? noted(cell, second) : changedHands
    },
  }
}

/** A consent that the function does not have is not given, whatever this phone remembers. */
function noted<T>(cell: SessionCell, reply: Reply<T>): Reply<T> {
  const kind = reply.ok ? null : reply.need
  const { consents, unsent } = cell.get()
  if (isConsentKind(kind) && !unsent.includes(kind)) cell.hear({ consents: without(consents, kind) })
  return reply
}

const without = (consents: Consents, kind: ConsentKind): Consents =>
  Object.fromEntries(Object.entries(consents).filter(([given]) => given !== kind))

interface LoginReply {
  readonly token?: unknown
  readonly merchant?: unknown
  readonly invitedBy?: unknown
  readonly rep?: unknown
  readonly consents?: unknown
  readonly time?: unknown
  readonly was?: unknown
}

async function logIn(ports: LoginPorts, cell: SessionCell): Promise<Done> {
  const era = cell.era()
  const body = await credentials(ports, cell)
  if (body === null) return loginFailed
  const reply = await ports.backend.call<LoginReply>('login', body, null)
  if (!reply.ok) return reply
  const { token, merchant, invitedBy, rep, time } = reply
  if (!isRecord(merchant) || !isString(merchant.id)) return strangeReply
  if (cell.era() !== era) return changedHands
  const left = leftBehind(cell.get(), reply.was)
  // What this person agreed to here is told again to a function that has lost it. Of somebody who was
  // erased nothing agreed to before counts, not even what the function has not heard yet.
  if (left !== null) cell.set({ unsent: left.why === 'lost' ? agreedTo(cell.get()) : [] })
  cell.set({
    ...(left !== null && { left }),
    token: isString(token) ? token : null,
    merchantId: merchant.id,
    invitedBy: isRep(invitedBy) ? invitedBy : null,
    rep: isRole(rep) ? rep : null,
    consents: withUnsent(cell.get(), consentsFrom(reply.consents)),
  })
  ports.onMerchant(merchant.id, isNumber(time) ? time : ports.clock.now())
  return { ok: true }
}

/** `was`: what the function says of the merchant whom this phone took itself for. */
function leftBehind({ merchantId }: SessionRecord, was: unknown): Left | null {
  return merchantId !== null && isLeftWhy(was) ? { merchant: merchantId, why: was } : null
}

const agreedTo = ({ consents }: SessionRecord): readonly ConsentKind[] =>
  (['service', 'documents'] as const).filter((kind) => consents[kind]?.granted === true)

/** What the function says, except where the newest answer is still on this phone. */
export function withUnsent({ consents, unsent }: SessionRecord, said: Consents): Consents {
  const own = unsent.flatMap((kind) => (consents[kind] === undefined ? [] : [[kind, consents[kind]] as const]))
  return { ...said, ...Object.fromEntries(own) }
}

async function credentials({ identity, clock }: LoginPorts, cell: SessionCell): Promise<object | null> {
  const { merchantId } = cell.get()
  const was = merchantId === null ? {} : { was: merchantId }
  if (identity.kind === 'wechat') {
    const code = await identity.code()
    return code === null ? null : { provider: 'wechat', code, ...was }
  }
  // Kept before it is used: without its key a guest could never come back.
  if (cell.get().guestKey === null) cell.set({ guestKey: randomKey(clock) })
  return { provider: 'guest', key: cell.get().guestKey, ...was }
}
