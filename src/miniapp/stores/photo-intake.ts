/** From a chosen picture to a photo that outlives a restart: made upright and small, kept, entered. */
import { keyOf } from '#domain/entries'
import { photosOf } from '#domain/photos'
import type { Clock } from '../ports/clock'
import type { Files, PreparedPhoto } from '../ports/files'
import type { EntriesStore } from './entries-store'
import type { PhotoItem } from './photo-record'
import type { PhotoShelf } from './photo-shelf'
import { randomId } from './random-id'
import { cancelled, noSpace, unprepared, type Refusal } from './refusals'

export type AddOutcome = { readonly ok: true; readonly photoId: string } | Refusal

export interface PhotoIntake {
  add(slot: string, source: string | PreparedPhoto): Promise<AddOutcome>
  /** Photos being prepared: id -> slot. */
  preparing(): ReadonlyMap<string, string>
  /** true: it was being prepared, and no longer is. */
  cancel(photoId: string): boolean
  cancelAll(): void
  /** After a restart: finds the files again, and finishes what was begun. */
  resume(): Promise<void>
  pathOf(photoId: string): string | null
  /** Drops the file. */
  forget(photoId: string): Promise<void>
}

export interface IntakePorts {
  readonly clock: Clock
  readonly files: Files
  readonly entries: EntriesStore
  readonly shelf: PhotoShelf
  readonly changed: () => void
}

export function createPhotoIntake(ports: IntakePorts): PhotoIntake {
  const { clock, files, shelf, changed } = ports
  const preparing = new Map<string, string>()
  const paths = new Map<string, string>()

  /** Noted before the file is written, so that no file is left behind unknown. */
  async function keep(photoId: string, slot: string, prepared: PreparedPhoto): Promise<AddOutcome> {
    if (!preparing.has(photoId)) return cancelled
    shelf.put(newItem(photoId, slot, prepared))
    const path = await files.keep(photoId, prepared.path)
    const wanted = preparing.has(photoId)
    if (path !== null && wanted) {
      paths.set(photoId, path)
      finish(ports, photoId)
      return { ok: true, photoId }
    }
    shelf.remove(photoId)
    if (path !== null) await files.drop(photoId)
    return wanted ? noSpace : cancelled
  }

  async function resume(item: PhotoItem): Promise<void> {
    const { photoId } = item
    const path = await files.find(photoId)
    if (shelf.item(photoId) === undefined) return
    if (path !== null) {
      paths.set(photoId, path)
      finish(ports, photoId)
    } else if (item.stage === 'keeping') shelf.remove(photoId)
  }

  return {
    async add(slot, source) {
      const photoId = randomId(clock)
      preparing.set(photoId, slot)
      changed()
      try {
        const prepared = typeof source === 'string' ? await files.prepare(source) : { ok: true as const, ...source }
        return prepared.ok ? await keep(photoId, slot, prepared) : unprepared(prepared.error)
      } finally {
        preparing.delete(photoId)
        changed()
      }
    },
    preparing: () => preparing,
    cancel: (photoId) => preparing.delete(photoId),
    cancelAll: () => preparing.clear(),
    async resume() {
      await Promise.all([...shelf.folder().items.values()].map(resume))
      changed()
    },
    pathOf: (photoId) => paths.get(photoId) ?? null,
    async forget(photoId) {
      paths.delete(photoId)
      await files.drop(photoId)
    },
  }
}

const newItem = (photoId: string, slot: string, { sha256, width, height, bytes }: PreparedPhoto): PhotoItem => ({
  ...{ photoId, slot, sha256, w: width, h: height, bytes },
  ...{ stage: 'keeping', error: null, message: null, licence: null, confirmed: false },
})

/** The file is there: the photo is entered, unless it was taken back meanwhile, and may go up. */
function finish({ entries, shelf }: IntakePorts, photoId: string): void {
  const item = shelf.item(photoId)
  if (item === undefined) return
  const { slot, sha256, w, h } = item
  const key = keyOf.photo(slot, photoId)
  const all = entries.getState().entries
  if (!all.has(key) && !entries.isDeleted(key)) {
    const last = (photosOf(all).get(slot) ?? []).slice(-1)[0]
    entries.set(key, last === undefined ? { sha256, w, h } : { sha256, w, h, n: last.page + 1 })
  }
  if (item.stage === 'keeping') shelf.change(photoId, { stage: 'open' })
}
