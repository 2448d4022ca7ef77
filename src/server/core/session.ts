/** Who is calling. Over HTTP a bearer token says it, in CloudBase the call's own context; never the body. */
import type { CoreSettings } from './settings'
import type { IdentityRecord, TokenRecord } from './records'
import type { Ports } from './ports'
import { isOver } from './tokens'

export type Caller =
  | { readonly via: 'token'; readonly token: string | null; readonly from?: string }
  | { readonly via: 'cloud'; readonly openid: string | null; readonly from?: string }

export interface Session {
  readonly merchant: string
  /** The caller's network, as far as the door can tell. Counted in memory, never kept, never logged. */
  readonly from: string | null
}

type SessionPorts = Pick<Ports, 'store' | 'clock' | 'secrets'>

/** A token's use is written down at most this often. */
const touchMs = 3_600_000

export const identityOf = (secrets: Ports['secrets'], provider: 'wechat' | 'guest', subject: string): string =>
  `${provider}:${secrets.sha256(`${provider}:${subject}`)}`

/** null: nobody the function knows. */
export async function authenticate(
  ports: SessionPorts,
  settings: CoreSettings,
  caller: Caller,
): Promise<Session | null> {
  const from = caller.from ?? null
  if (caller.via === 'token') {
    const merchant = caller.token === null ? null : await byToken(ports, settings, caller.token)
    return merchant === null ? null : { merchant, from }
  }
  if (caller.openid === null) return null
  const identity = await ports.store.get<IdentityRecord>(
    'identities',
    identityOf(ports.secrets, 'wechat', caller.openid),
  )
  return identity === null ? null : { merchant: identity.value.merchant, from }
}

async function byToken(
  { store, clock, secrets }: SessionPorts,
  settings: CoreSettings,
  token: string,
): Promise<string | null> {
  const id = secrets.sha256(token)
  const stored = await store.get<TokenRecord>('tokens', id)
  if (stored === null) return null
  const now = clock.now()
  const { merchant, used } = stored.value
  if (isOver(stored.value, settings, now)) {
    await store.remove('tokens', id)
    return null
  }
  // Somebody else's newer note of use is as good: the swap may fail.
  if (now - used > touchMs) await store.put<TokenRecord>('tokens', id, { ...stored.value, used: now }, stored.version)
  return merchant
}
