/** login: from an identity to a merchant and, over HTTP, a token. The first login makes the merchant. */
import type { z } from 'zod'
import { openAction, type Core } from './action'
import { newId } from './ids'
import { getMerchant, newMerchant } from './merchants'
import type { ErasedRecord, IdentityRecord, MerchantRecord } from './records'
import { refuse, type Refusal, type Reply } from './reply'
import { publicRep, repOfMerchant } from './reps'
import { loginBody } from './schemas'
import { identityOf, type Caller } from './session'
import { issueToken } from './tokens'

type Body = z.infer<typeof loginBody>
type Identity = { readonly ok: true; readonly id: string } | Refusal

export const login = openAction(loginBody, async (core, caller, body): Promise<Reply> => {
  const identity = await identify(core, caller, body)
  if (!identity.ok) return identity
  const id = await merchantFor(core, identity.id)
  const merchant = await getMerchant(core.ports, id)
  if (merchant === null) return refuse('unavailable')
  return {
    ok: true,
    token: caller.via === 'cloud' ? null : await issueToken(core, id),
    merchant: { id },
    invitedBy: await publicRep(core.ports, merchant.rep),
    rep: await repOfMerchant(core.ports, id),
    consents: merchant.consents,
    time: core.ports.clock.now(),
    ...(body.was !== undefined && body.was !== id && { was: await fateOf(core, body.was) }),
  }
})

/**
 * What became of the merchant that the phone took itself for. `lost`: nobody erased it, it is not here
 * any more (a restored backup is older than it), and what the phone holds is the only copy. Ids cannot
 * be guessed, so that this tells nothing to others.
 */
async function fateOf({ ports }: Core, id: string): Promise<'erased' | 'expired' | 'other' | 'lost'> {
  const erased = await ports.store.get<ErasedRecord>('erased', id)
  if (erased !== null) return erased.value.by === 'retention' ? 'expired' : 'erased'
  return (await getMerchant(ports, id)) === null ? 'lost' : 'other'
}

async function identify(core: Core, caller: Caller, body: Body): Promise<Identity> {
  const { ports, settings } = core
  if (caller.via === 'cloud') {
    if (caller.openid === null) return refuse('unauthenticated')
    return { ok: true, id: identityOf(ports.secrets, 'wechat', caller.openid) }
  }
  if (body.provider === 'guest') {
    if (!settings.allowGuests) return refuse('forbidden', { need: 'wechat', message: '请在微信里打开小程序使用。' })
    return { ok: true, id: identityOf(ports.secrets, 'guest', body.key) }
  }
  return byWechat(core, body.code)
}

async function byWechat({ ports }: Core, code: string | undefined): Promise<Identity> {
  if (code === undefined) return refuse('bad-request')
  if (ports.wechat === null) return refuse('unavailable', { message: '服务器还没有配置微信登录，请联系服务商。' })
  const answer = await ports.wechat.exchange(code)
  if (answer.ok) return { ok: true, id: identityOf(ports.secrets, 'wechat', answer.openid) }
  if (answer.error === 'forbidden') return refuse('forbidden', { message: '微信提示这个账号有风险，暂时不能登录。' })
  if (answer.error === 'rate-limited') return refuse('rate-limited', { retryAfter: 60 })
  return refuse(answer.error)
}

/** Two first logins at once agree on one merchant: only one of them writes the identity. */
async function merchantFor(core: Core, identity: string): Promise<string> {
  const { store, secrets } = core.ports
  const stored = await store.get<IdentityRecord>('identities', identity)
  const known = stored?.value.merchant
  if (known !== undefined && (await store.get('erased', known)) === null) {
    await ensureMerchant(core, known, identity)
    // Erased at this very moment, by another call: what has just been made goes again.
    if ((await store.get('erased', known)) === null) return known
    await store.remove('merchants', known)
    return merchantFor(core, identity)
  }
  const fresh = newId(secrets)
  const first = await store.put<IdentityRecord>('identities', identity, { merchant: fresh }, stored?.version ?? 0)
  if (!first) return merchantFor(core, identity)
  await ensureMerchant(core, fresh, identity)
  return fresh
}

/** Also makes good a first login that died before its second write. */
async function ensureMerchant({ ports }: Core, id: string, identity: string): Promise<void> {
  if ((await getMerchant(ports, id)) !== null) return
  await ports.store.put<MerchantRecord>(
    'merchants',
    id,
    newMerchant(identity, newId(ports.secrets), ports.clock.now()),
    0,
  )
}
