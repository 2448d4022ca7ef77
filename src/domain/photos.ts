/**
 * The photos among the entries. A photo that was taken back is a tombstone and not here; one that is
 * only on this phone is here, and counts for the checklist before it is uploaded.
 */
import { keyOf, type Entries, type Value } from './entries'

export interface PhotoState {
  readonly photoId: string
  readonly sha256?: string
  /** Why it should be taken again, when the rep said so. */
  readonly redo?: string
  /** Uploaded, and the server can read it. */
  readonly ready: boolean
  /** Its place among the pages of its document; two of the same are ordered by their ids. */
  readonly page: number
}

const someReason = '这张看不清，要重拍'

const memberOf = (value: Value | undefined, name: string): Value | undefined =>
  value !== null && typeof value === 'object' ? value[name] : undefined

function redoOf(entries: Entries, photoId: string): string | undefined {
  const review = entries.get(keyOf.review(photoId))
  if (memberOf(review, 'verdict') !== 'retake') return undefined
  const reason = memberOf(review, 'reason')
  return typeof reason === 'string' && reason.trim() !== '' ? reason : someReason
}

/** By slot id, in the order of their pages. */
export function photosOf(entries: Entries): ReadonlyMap<string, readonly PhotoState[]> {
  const slots = new Map<string, PhotoState[]>()
  for (const [key, value] of entries) {
    const [kind, slot, photoId, ...more] = key.split('.')
    if (kind !== 'p' || !slot || !photoId || more.length > 0) continue
    if (value === null || typeof value !== 'object') continue
    const sha256 = memberOf(value, 'sha256')
    const page = memberOf(value, 'n')
    const redo = redoOf(entries, photoId)
    const photo: PhotoState = {
      photoId,
      page: typeof page === 'number' ? page : 0,
      ready: memberOf(entries.get(keyOf.photoVerdict(photoId)), 'state') === 'ok',
      ...(typeof sha256 === 'string' && { sha256 }),
      ...(redo !== undefined && { redo }),
    }
    slots.set(slot, [...(slots.get(slot) ?? []), photo])
  }
  for (const photos of slots.values()) photos.sort((a, b) => a.page - b.page || (a.photoId < b.photoId ? -1 : 1))
  return slots
}
