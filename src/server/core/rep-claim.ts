/**
 * rep-claim {code} → {rep: {id, name, company}}: the caller takes the role that the operator made. A code is good
 * once and for 24 hours; used, expired, malformed and unknown ones are all `not-found`, after the same two reads.
 * Who has a role already is told so (`conflict {rep}`).
 */
import { action, type Action, type Core } from './action'
import { plainClaimCode } from './ids'
import type { ClaimRecord, RepRecord } from './records'
import { refuse, type Reply } from './reply'
import { nowhere, repOfMerchant } from './reps'
import { claimBody } from './rep-schemas'
import { update } from './update'
import type { Window } from './window'

const wrong = () => refuse('not-found', { message: '绑定码不对，或者已经用过、过期了，请找服务商重新要一个。' })

export const createRepClaim = (window: Window): Action =>
  action(claimBody, async (core, { merchant }, { code }): Promise<Reply> => {
    const { store, secrets, clock } = core.ports
    const wait = window.take(merchant)
    if (wait !== null) return refuse('rate-limited', { retryAfter: wait })
    const id = secrets.sha256(plainClaimCode(typeof code === 'string' ? code : ''))
    const claim = (await store.get<ClaimRecord>('claims', id))?.value ?? null
    const rep = (await store.get<RepRecord>('reps', claim?.rep ?? nowhere))?.value ?? null
    if (claim === null || rep === null || claim.used !== null || claim.expires < clock.now()) return wrong()
    const role = await repOfMerchant(core.ports, merchant)
    if (role !== null && role.id !== claim.rep)
      return refuse('conflict', { rep: role, message: `你已经是业务员了（${role.name}），不能再绑定一个。` })
    return bind(core, merchant, id, claim.rep)
  })

/** The role's own document decides who was first; what dies after it is made good by coming again. */
async function bind({ ports }: Core, merchant: string, claim: string, rep: string): Promise<Reply> {
  const { store, clock } = ports
  const bound = await update<RepRecord, RepRecord | null>(store, 'reps', rep, (record) => {
    if (record.revoked !== null || (record.merchant !== null && record.merchant !== merchant)) return { result: null }
    const put = { ...record, merchant }
    return record.merchant === merchant ? { result: record } : { put, result: put }
  })
  if (bound === null) return wrong()
  const now = clock.now()
  await update<ClaimRecord, true>(store, 'claims', claim, (record) => ({ put: { ...record, used: now }, result: true }))
  return { ok: true, rep: { id: rep, name: bound.name, company: bound.company } }
}
