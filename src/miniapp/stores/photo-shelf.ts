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
  /** The photos of another merchant move into the open folder; they go up again. */
  adopt(merchant: string): void
  /** Empties another merchant's folder; answers with the ids of the photos that were in it. */
  discard(merchant: string): readonly string[]
  /** Empties every folder on this phone; answers with the ids of all photos that were in them. */
  erase(): readonly string[]
  storageFull(): boolean
}

const nameOf = (folder: string) => `kt.${folder}.photos`
const stored = /^kt\.(.+)\.photos\.[ab]$/

const itemsIn = (slots: Slots): PhotoFolder['items'] => slots.read(decodePhotos).value?.items ?? new Map()

/** Clears every folder in storage; answers the ids of the photos that were in them. */
function emptyAll(storage: Storage): readonly string[] {
  const names = new Set(storage.keys().flatMap((key) => stored.exec(key)?.[1] ?? []))
  const folders = [...names].map((name) => createSlots(storage, nameOf(name)))
  const ids = folders.flatMap((slots) => [...itemsIn(slots).keys()])
  for (const slots of folders) slots.clear()
  return ids
}

function altered<T>(copy: T, change: (copy: T) => void): T {
  change(copy)
  return copy
}

export function createPhotoShelf(storage: Storage, changed: () => void): PhotoShelf {
  const slotsOf = (name: string): Slots => createSlots(storage, nameOf(name))
  const draft = slotsOf('guest')
  let merchant: string | null = null
  let slots = draft
  let folder = slots.read(decodePhotos).value ?? emptyPhotoFolder
  let [full, draftMoved] = [false, false]

  function keep(next: PhotoFolder): void {
    folder = next
    full = !slots.write(encodePhotos(folder))
    if (!full && draftMoved) draft.clear()
    draftMoved &&= full
    changed()
  }
  const withItems = (change: (items: Map<string, PhotoItem>) => void): void =>
    keep({ ...folder, items: altered(new Map(folder.items), change) })
  const withDeleting = (change: (ids: Set<string>) => void): void =>
    keep({ ...folder, deleting: altered(new Set(folder.deleting), change) })

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
    adopt(id) {
      const items = itemsIn(slotsOf(id))
      if (items.size > 0) keep({ ...folder, items: new Map([...items, ...folder.items]) })
      if (!full) slotsOf(id).clear()
    },
    discard(id) {
      const ids = [...itemsIn(slotsOf(id)).keys()]
      slotsOf(id).clear()
      return ids
    },
    erase() {
      const ids = new Set([...folder.items.keys(), ...emptyAll(storage)])
      merchant = null
      slots = draft
      folder = emptyPhotoFolder
      full = draftMoved = false
      changed()
      return [...ids]
    },
    storageFull: () => full,
  }
}
