/**
 * rep-review {id, photoId, verdict: 'fine' | 'retake', reason?} → {review}: what the rep says of a photo. `retake`
 * shows the merchant 需重拍 with the reason (at most 60 characters; without one a general sentence); the merchant
 * keeps the photo until they take another. Needs the merchant's `share-photos`, else `forbidden {need}`.
 */
import { keyOf } from '#domain/entries'
import { putOwn } from '#sync/doc'
import { maxEntries } from '#sync/protocol'
import { updateMerchant } from './merchants'
import { photoIn, takenBack } from './photo-record'
import type { MerchantRecord } from './records'
import { refuse, type Reply } from './reply'
import { noPhotos, repAction, sharesPhotos, sharesWith } from './rep-role'
import { reviewBody } from './rep-schemas'

/** Not the merchant's doing, so that it does not count as their activity. */
export const repReview = repAction(
  'rep-review',
  reviewBody,
  async (core, role, { id, photoId, verdict, reason }): Promise<Reply> => {
    const { store, clock } = core.ports
    const review = verdict === 'retake' && reason !== undefined ? { verdict, reason } : { verdict }
    const reply = await updateMerchant<Reply>(store, id, (merchant) => {
      const refusal = refusalFor(merchant, role.id, photoId)
      if (refusal !== null) return { result: refusal }
      const doc = putOwn(merchant.doc, keyOf.review(photoId), review, clock.now())
      const result: Reply = { ok: true, review }
      return doc === merchant.doc ? { result } : { put: { ...merchant, doc }, result }
    })
    return reply ?? refuse('not-found')
  },
  ({ id, photoId }) => ({ merchant: id, photo: photoId }),
)

function refusalFor(merchant: MerchantRecord, rep: string, photoId: string): Reply | null {
  if (!sharesWith(merchant, rep)) return refuse('not-found')
  if (!sharesPhotos(merchant, rep)) return noPhotos()
  const { doc } = merchant
  const photo = photoIn(doc, photoId)
  if (photo === null || photo === 'deleted' || takenBack(doc, photo.slot, photoId))
    return refuse('not-found', { message: '这张照片已经删除或换掉了。' })
  return doc.entries.length >= maxEntries ? refuse('quota') : null
}
