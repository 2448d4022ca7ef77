/** What the entries say about photos: deleted on another phone, confirmed by the function, or lost there. */
import { keyOf } from '#domain/entries'
import { isServerKey } from '#sync/keys'
import type { EntriesStore } from './entries-store'
import type { PhotoItem } from './photo-record'
import type { PhotoShelf } from './photo-shelf'
import { verdictOf } from './photo-view'
import { isRecord, isString } from './shapes'

export interface ReconcilePorts {
  readonly entries: EntriesStore
  readonly shelf: PhotoShelf
  /** Ends the upload and drops the file. */
  readonly drop: (photoId: string) => void
}

const verdictPrefix = keyOf.photoVerdict('')

export function createReconcile({ entries, shelf, drop }: ReconcilePorts): () => void {
  function look(item: PhotoItem): void {
    const { photoId, slot, stage, confirmed } = item
    if (entries.isDeleted(keyOf.photo(slot, photoId))) return drop(photoId)
    const verdict = verdictOf(entries.getState().entries, photoId)
    if (verdict !== null) {
      const licence = verdict.licence ?? item.licence
      if (!confirmed) shelf.change(photoId, { stage: 'ready', confirmed: true, licence, error: null, message: null })
    } else if (confirmed) {
      // Restored from a backup that is older than the photo: the file is still here, it goes up again.
      shelf.change(photoId, { confirmed: false, ...(stage === 'ready' && { stage: 'open' }) })
    }
  }

  /** An upload that came through after its photo had been taken back. */
  function findStrays(): void {
    const { entries: view, merchant } = entries.getState()
    if (merchant === null) return
    for (const [key, value] of view) {
      if (!isServerKey(key) || !key.startsWith(verdictPrefix) || !isRecord(value) || !isString(value.slot)) continue
      const photoId = key.slice(verdictPrefix.length)
      const stray = entries.isDeleted(keyOf.photo(value.slot, photoId)) && !shelf.folder().deleting.has(photoId)
      if (stray) shelf.markDeleting(photoId)
    }
  }

  return () => {
    // In the moment between opening a merchant's entries and their photos the two do not belong together.
    if (entries.getState().merchant !== shelf.merchant()) return
    for (const item of shelf.folder().items.values()) if (item.stage !== 'keeping') look(item)
    findStrays()
  }
}
