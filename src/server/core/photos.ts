/** photo-ticket, photo-chunk, photo-commit, photo-delete. */
import { keyOf } from '#domain/entries'
import { putOwn } from '#sync/doc'
import { action } from './action'
import { changeMerchant, getMerchant } from './merchants'
import { removeFiles } from './photo-files'
import { photoIn, photoReply } from './photo-record'
import { refuse } from './reply'
import { acceptPiece, collectPieces, openPieces } from './pieces'
import { chunkBody, photoBody, ticketBody } from './schemas'
import { collectTicket, issueTicket } from './tickets'
import { uploadWait, verdictOn } from './uploads'

export const photoTicket = action(ticketBody, async (core, session, { size, pieces = false, ...photo }) => {
  const { ports, settings } = core
  if (size > settings.limits.uploadBytes) return refuse('too-large', { message: '照片太大，请用压缩后的照片。' })
  const merchant = await getMerchant(ports, session.merchant)
  if (merchant === null) return refuse('unauthenticated')
  const announced = { merchant: session.merchant, ...photo }
  const verdict = verdictOn(core, merchant, announced, size)
  if (verdict !== null && !verdict.ok) return verdict
  if (verdict !== null)
    return { ok: true, ...(await issueTicket(core, announced)), photo: photoReply(photo.photoId, verdict.photo) }
  const wait = uploadWait(core, merchant, ports.clock.now())
  if (wait !== null) return refuse('rate-limited', { retryAfter: wait })
  const next = await openPieces(core, announced, size, pieces)
  return { ok: true, ...(await issueTicket(core, announced)), ...(next !== null && { next }) }
})

export const photoChunk = action(chunkBody, (core, { merchant }, { photoId, offset, data }) =>
  acceptPiece(core, merchant, photoId, { offset, bytes: Buffer.from(data, 'base64') }),
)

export const photoCommit = action(photoBody, async (core, session, { photoId }) => {
  const collected =
    (await collectTicket(core, session.merchant, photoId)) ?? (await collectPieces(core, session.merchant, photoId))
  if (collected !== null) return collected
  const merchant = await getMerchant(core.ports, session.merchant)
  if (merchant === null) return refuse('unauthenticated')
  const photo = photoIn(merchant.doc, photoId)
  return photo === null || photo === 'deleted' ? refuse('not-found') : { ok: true, photo: photoReply(photoId, photo) }
})

/**
 * Deleting again is fine; what was never there is not found. Files first: when that breaks off, the photo is
 * still there to be deleted again.
 */
export const photoDelete = action(photoBody, async ({ ports }, session, { photoId }) => {
  const merchant = await getMerchant(ports, session.merchant)
  if (merchant === null) return refuse('unauthenticated')
  const photo = photoIn(merchant.doc, photoId)
  if (photo === null) return refuse('not-found')
  if (photo === 'deleted') return { ok: true }
  await removeFiles(ports, { merchant: session.merchant, photoId, sha256: photo.sha256 })
  const done = await changeMerchant<true>(ports, session.merchant, (record, now) =>
    photoIn(record.doc, photoId) === 'deleted'
      ? { result: true }
      : { put: { ...record, doc: putOwn(record.doc, keyOf.photoVerdict(photoId), null, now) }, result: true },
  )
  return done === null ? refuse('unauthenticated') : { ok: true }
})
