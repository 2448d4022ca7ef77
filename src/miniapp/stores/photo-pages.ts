/** The order of a slot's photos: a permit has several pages. */
import { keyOf } from '#domain/entries'
import { photosOf } from '#domain/photos'
import type { EntriesStore } from './entries-store'

export interface PhotoPages {
  /** `added` stands where `photoId` stood, which goes. */
  takePlace(slot: string, added: string, photoId: string): void
  /** One place nearer to the front. */
  forward(slot: string, photoId: string): void
}

export function createPhotoPages(entries: EntriesStore): PhotoPages {
  const pagesOf = (slot: string) => (photosOf(entries.getState().entries).get(slot) ?? []).map((photo) => photo.photoId)
  /** Only those whose place changes are written. */
  function renumber(slot: string, order: readonly string[]): void {
    const all = entries.getState().entries
    order.forEach((photoId, n) => {
      const key = keyOf.photo(slot, photoId)
      const value = all.get(key)
      if (value !== null && typeof value === 'object' && (value.n ?? 0) !== n) entries.set(key, { ...value, n })
    })
  }
  return {
    takePlace(slot, added, photoId) {
      const others = pagesOf(slot).filter((id) => id !== added)
      renumber(
        slot,
        others.map((id) => (id === photoId ? added : id)),
      )
    },
    forward(slot, photoId) {
      const order = pagesOf(slot)
      const at = order.indexOf(photoId)
      if (at > 0) order.splice(at - 1, 2, photoId, order[at - 1] ?? photoId)
      renumber(slot, order)
    },
  }
}
