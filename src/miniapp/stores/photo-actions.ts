/** What a person does with photos. */
import { isPhotoKey, photoOf } from '#sync/keys'
import { maxPhotos } from '#sync/protocol'
import type { PreparedPhoto } from '../ports/files'
import type { EntriesStore } from './entries-store'
import type { AddOutcome, PhotoIntake } from './photo-intake'
import { createPhotoPages } from './photo-pages'
import type { PhotoQueue } from './photo-queue'
import type { PhotoShelf } from './photo-shelf'
import { noSuchPhoto, tooManyPhotos, uploadCancelled } from './refusals'
import type { SessionStore } from './session-store'

export interface PhotoActions {
  /** Keeps a chosen (path) or already prepared photo, enters it, and lets it be uploaded. */
  add(slot: string, source: string | PreparedPhoto): Promise<AddOutcome>
  /** A new photo in the old one's slot; the old one goes when the new one is kept. */
  replace(photoId: string, source: string | PreparedPhoto): Promise<AddOutcome>
  /** Deletes it here, in the entries and at the function. */
  remove(photoId: string): void
  /** Ends the upload; the photo stays on this phone, `retry` uploads it after all. */
  cancel(photoId: string): void
  retry(photoId: string): void
  /** One page nearer to the beginning of its document. */
  forward(photoId: string): void
}

export interface PhotoParts {
  readonly entries: EntriesStore
  readonly session: SessionStore
  readonly shelf: PhotoShelf
  readonly queue: PhotoQueue
  readonly intake: PhotoIntake
}

/** `drop`: ends the upload and drops the file. */
export function createPhotoActions(parts: PhotoParts, drop: (photoId: string) => void): PhotoActions {
  const { session, entries, shelf, queue, intake } = parts
  const keys = () => [...entries.getState().entries.keys()].filter(isPhotoKey)
  const pages = createPhotoPages(entries)
  const keyFor = (photoId: string) => keys().find((key) => photoOf(key)?.photoId === photoId)

  async function add(slot: string, source: string | PreparedPhoto): Promise<AddOutcome> {
    const outcome = await intake.add(slot, source)
    queue.pump()
    return outcome
  }
  function remove(photoId: string): void {
    const key = keyFor(photoId)
    drop(photoId)
    if (key !== undefined) entries.clear(key)
    if (session.getState().merchantId !== null) shelf.markDeleting(photoId)
    queue.pump()
  }
  return {
    add: async (slot, source) => (keys().length < maxPhotos ? add(slot, source) : tooManyPhotos),
    async replace(photoId, source) {
      const key = keyFor(photoId)
      const slot = shelf.item(photoId)?.slot ?? (key === undefined ? undefined : photoOf(key)?.slot)
      if (slot === undefined) return noSuchPhoto
      const outcome = await add(slot, source)
      if (outcome.ok) {
        pages.takePlace(slot, outcome.photoId, photoId)
        remove(photoId)
      }
      return outcome
    },
    remove,
    forward(photoId) {
      const slot = photoOf(keyFor(photoId) ?? '')?.slot
      if (slot !== undefined) pages.forward(slot, photoId)
    },
    cancel(photoId) {
      if (intake.cancel(photoId) || shelf.item(photoId)?.stage !== 'open') return
      queue.abort(photoId)
      shelf.change(photoId, { stage: 'failed', error: 'cancelled', message: uploadCancelled })
      queue.pump()
    },
    retry(photoId) {
      if (shelf.item(photoId)?.stage === 'failed') shelf.change(photoId, { stage: 'open', error: null, message: null })
      queue.pump()
    },
  }
}
