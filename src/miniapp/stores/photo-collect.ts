/** Everything that is shown of the photos, in the order in which they were taken. */
import { keyOf } from '#domain/entries'
import type { PhotoParts } from './photo-actions'
import { distantPhoto, ownPhoto, preparingPhoto, type Photo, type PhotoFacts } from './photo-view'

/** With the objects of `before` where nothing changed. */
export function collectPhotos(
  parts: PhotoParts,
  facts: PhotoFacts,
  before: ReadonlyMap<string, Photo>,
): ReadonlyMap<string, Photo> {
  const { entries } = parts
  const own = [...parts.shelf.folder().items.values()].map((item) =>
    ownPhoto(item, entries.changedAt(keyOf.photo(item.slot, item.photoId)), facts),
  )
  const known = new Set(own.map(({ photoId }) => photoId))
  const distant = [...entries.getState().entries.keys()]
    .flatMap((key) => distantPhoto(key, entries) ?? [])
    .filter(({ photoId }) => !known.has(photoId))
  const fresh = [...parts.intake.preparing()]
    .filter(([id]) => !known.has(id))
    .map(([id, slot]) => preparingPhoto(id, slot))
  const all = [...[...own, ...distant].sort((a, b) => a.at - b.at), ...fresh]
  return new Map(all.map((photo) => [photo.photoId, sameOrNew(before.get(photo.photoId), photo)]))
}

const sameOrNew = (before: Photo | undefined, now: Photo): Photo =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now
