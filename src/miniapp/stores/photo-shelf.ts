/** The open folder of photos: one for each merchant, and one for the draft, which moves into the first that is opened. */
import type { Storage } from '../ports/storage'
import { decodePhotos, emptyPhotoFolder, encodePhotos, type PhotoFolder, type PhotoItem } from './photo-record'
import { createSlots, type Slots } from './slots'

export interface PhotoShelf {
  /** null: the draft. */
  merchant(): string | null
  folder(): PhotoFolder
  item(photoId: string): PhotoItem | undefined
  put(item: PhotoItem): void
  change(photoId: string, change: Partial<PhotoItem>): void
  remove(photoId: string): void
  markDeleting(photoId: string): void
  deleted(photoId: string): void
  open(merchant: string): void
  /** Empties every folder on this phone; answers with the ids of all photos that were in them. */
  erase(): readonly string[]
  storageFull(): boolean
}

const nameOf = (folder: string) => `kt.${folder}.photos`
const stored = /^kt\.(.+)\.photos\.[ab]$/

export function createPhotoShelf(storage: Storage, changed: () => void): PhotoShelf {
  const slotsOf = (folder: string): Slots => createSlots(storage, nameOf(folder))
  const draft = slotsOf('guest')
  let merchant: string | null = null
  let slots = draft
  let folder = slots.read(decodePhotos).value ?? emptyPhotoFolder
  let full = false
  let draftMoved = false

  function keep(next: PhotoFolder): void {
    folder = next
    full = !slots.write(encodePhotos(folder))
    if (!full && draftMoved) draft.clear()
    draftMoved &&= full
    changed()
  }
  const withItems = (change: (items: Map<string, PhotoItem>) => void): void => {
    const items = new Map(folder.items)
    change(items)
    keep({ ...folder, items })
  }
  const withDeleting = (change: (ids: Set<string>) => void): void => {
    const deleting = new Set(folder.deleting)
    change(deleting)
    keep({ ...folder, deleting })
  }

  return {
    merchant: () => merchant,
    folder: () => folder,
    item: (photoId) => folder.items.get(photoId),
    put: (item) => withItems((items) => items.set(item.photoId, item)),
    change(photoId, change) {
      const item = folder.items.get(photoId)
      if (item !== undefined) withItems((items) => items.set(photoId, { ...item, ...change }))
    },
    remove: (photoId) => withItems((items) => items.delete(photoId)),
    markDeleting: (photoId) => withDeleting((ids) => ids.add(photoId)),
    deleted: (photoId) => withDeleting((ids) => ids.delete(photoId)),
    open(id) {
      const moving = merchant === null ? folder : (draft.read(decodePhotos).value ?? emptyPhotoFolder)
      merchant = id
      slots = slotsOf(id)
      const into = slots.read(decodePhotos).value ?? emptyPhotoFolder
      draftMoved = true
      keep({ items: new Map([...into.items, ...moving.items]), deleting: into.deleting })
    },
    erase() {
      const names = new Set(storage.keys().flatMap((key) => stored.exec(key)?.[1] ?? []))
      const folders = [...names].map((name) => slotsOf(name).read(decodePhotos).value ?? emptyPhotoFolder)
      const ids = [folder, ...folders].flatMap(({ items }) => [...items.keys()])
      for (const name of names) slotsOf(name).clear()
      merchant = null
      slots = draft
      folder = emptyPhotoFolder
      full = draftMoved = false
      changed()
      return [...new Set(ids)]
    },
    storageFull: () => full,
  }
}
