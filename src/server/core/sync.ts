/** sync: the protocol's HTTP half. What an exchange does is sync/reduce.ts; here it is authorised and stored. */
import type { z } from 'zod'
import { compact } from '#sync/doc'
import { maxOps, type SyncRefusal, type SyncReply, type SyncRequest } from '#sync/protocol'
import { reduce } from '#sync/reduce'
import { action, type Action } from './action'
import { consented } from './consented'
import { changeMerchant } from './merchants'
import type { Consents } from './records'
import { refuse, type Reply } from './reply'
import { syncBody } from './schemas'
import type { Window } from './window'

type Outcome = { readonly reply: SyncReply | SyncRefusal; readonly consents: Consents } | 'consent'

export const createSync = (window: Window): Action =>
  action(syncBody, async ({ ports }, session, body): Promise<Reply> => {
    const wait = window.take(session.merchant)
    if (wait !== null) return refuse('rate-limited', { retryAfter: wait })
    if (body.doc !== session.merchant) return refuse('not-found')
    if (body.ops.length > maxOps) return refuse('too-large')
    const request = requestOf(body)
    const outcome = await changeMerchant<Outcome>(ports, session.merchant, (merchant, now) => {
      if (request.ops.length > 0 && !consented(merchant, 'service')) return { result: 'consent' }
      const { doc, reply } = reduce(compact(merchant.doc, now), request, now)
      const result = { reply, consents: merchant.consents }
      return doc === merchant.doc ? { result } : { put: { ...merchant, doc }, result }
    })
    if (outcome === null) return refuse('unauthenticated')
    if (outcome === 'consent')
      return refuse('forbidden', { need: 'service', message: '同意保存资料以后，才会上传到服务器。' })
    return asReply(outcome.reply, outcome.consents, body.agreed)
  })

/** `full` is there or not: absent, never undefined. */
const requestOf = ({ full, agreed: _agreed, ...rest }: z.infer<typeof syncBody>): SyncRequest =>
  full === true ? { ...rest, full } : rest

/** Consents travel only to a phone that has not heard of the last one. */
function asReply(reply: SyncReply | SyncRefusal, consents: Consents, agreed: number | undefined): Reply {
  if (reply.ok) return { ...reply, ...(lastOf(consents) !== agreed && { consents }) }
  const { error, ok: _refused, ...details } = reply
  return refuse(error, details)
}

const lastOf = (consents: Consents): number => Math.max(0, ...Object.values(consents).map(({ at }) => at))
