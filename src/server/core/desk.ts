/** desk-open, desk-info, desk-approve, desk-revoke, desk-poll: a merchant's photos and texts on a computer. */
import { checkDigits } from '#domain/desk-check'
import { action, openAction, type Core } from './action'
import { browserOf } from './browser'
import { photosFor, shopOf, textsFor } from './desk-contents'
import { deskBySecret, openDesk, openDesksOf, stateOf } from './desks'
import { getMerchant } from './merchants'
import type { DeskRecord } from './desk-record'
import { refuse, type Reply } from './reply'
import { deskBody, deskInfoBody, deskPollBody, nothing } from './schemas'
import { deskOpenMs } from './settings'
import { update } from './update'

/** Every reply with an `expires` has the function's own time beside it: a computer's clock may be wrong. */
export const deskOpen = openAction(nothing, async ({ ports, settings }, { agent }) => {
  const { desk, secret, expires } = await openDesk(ports, browserOf(agent ?? ''))
  const qr = `${settings.publicUrl}/?desk=${desk}`
  return { ok: true, desk, secret, check: checkDigits(desk), qr, expires, time: ports.clock.now() }
})

const over = refuse('not-found', { message: '码过期了，电脑上会换新的。' })

export const deskInfo = action(deskInfoBody, async ({ ports }, session, { desk }) => {
  const now = ports.clock.now()
  const merchant = await getMerchant(ports, session.merchant)
  if (merchant === null) return refuse('unauthenticated')
  if (desk === undefined) {
    const open = await openDesksOf(ports, session.merchant)
    return { ok: true, open: open.map(({ id, value }) => infoOf(id, value, now)), time: now }
  }
  const found = await ports.store.get<DeskRecord>('desks', desk)
  if (found === null || !isFor(found.value, session.merchant, now)) return over
  const sees = { photos: photosFor(merchant.doc).length, texts: textsFor(merchant.doc).length }
  return { ok: true, ...infoOf(desk, found.value, now), sees, time: now }
})

const infoOf = (desk: string, record: DeskRecord, now: number) => ({
  desk,
  state: stateOf(record, now),
  browser: record.browser,
  check: checkDigits(desk),
  expires: record.expires,
})

/** Nobody's yet, or this merchant's; and not over. */
function isFor(record: DeskRecord, merchant: string, now: number): boolean {
  const state = stateOf(record, now)
  return state === 'waiting' || (state === 'approved' && record.merchant === merchant)
}

/** Once. Asking again, because the answer was lost, does not make the time longer. */
export const deskApprove = action(deskBody, async ({ ports }, { merchant }, { desk }) => {
  const now = ports.clock.now()
  const expires = await update<DeskRecord, number | null>(ports.store, 'desks', desk, (record) => {
    if (!isFor(record, merchant, now)) return { result: null }
    if (record.merchant !== null) return { result: record.expires }
    const until = now + deskOpenMs
    return { put: { ...record, merchant, expires: until }, result: until }
  })
  if (expires === null) return over
  ports.log.info('desk approved', { merchant, desk })
  return { ok: true, expires, time: now }
})

/** Closes it, or turns it away before it was let in. Closing again is fine. */
export const deskRevoke = action(deskBody, async ({ ports }, { merchant }, { desk }) => {
  const now = ports.clock.now()
  const closed = await update<DeskRecord, boolean>(ports.store, 'desks', desk, (record) => {
    if (record.merchant === merchant || isFor(record, merchant, now))
      return { put: { ...record, revoked: true }, result: true }
    return { result: false }
  })
  return closed === true ? { ok: true } : over
})

/** A wrong secret and a desk that never was answer alike. */
export const deskPoll = openAction(deskPollBody, async (core, _caller, { leave, ...proof }): Promise<Reply> => {
  const { ports } = core
  const found = await deskBySecret(ports, proof)
  if (found === null) return refuse('not-found')
  const now = ports.clock.now()
  const state = stateOf(found, now)
  const about = { expires: found.expires, time: now }
  if (leave === true) {
    await update<DeskRecord, true>(ports.store, 'desks', proof.desk, (record) => ({
      put: { ...record, revoked: true },
      result: true,
    }))
    return { ok: true, state: 'revoked', ...about }
  }
  if (state !== 'approved' || found.merchant === null) return { ok: true, state, ...about }
  return contentsOf(core, found.merchant, about)
})

async function contentsOf({ ports }: Core, id: string, about: object): Promise<Reply> {
  const merchant = await getMerchant(ports, id)
  if (merchant === null) return refuse('not-found')
  const { doc } = merchant
  return {
    ok: true,
    state: 'approved',
    merchant: { shop: shopOf(doc) },
    texts: textsFor(doc),
    photos: photosFor(doc),
    ...about,
  }
}
