/**
 * Photos as they were chosen, kept on this phone until what was made of them is safely uploaded: a kill in
 * the middle loses nothing, and another cut can still be made. Where there is no room, they are done without.
 */
import type { Files } from '../ports/files'
import type { Storage } from '../ports/storage'
import type { PhotosState } from './photo-store'
import type { Readable } from './readable'
import { isRecord, isString, parseJson } from './shapes'

export interface Originals {
  /** Keeps the photo just chosen for a slot, in place of the one before. */
  hold(slot: string, path: string): Promise<void>
  /** The one that was chosen for this slot and not kept yet. */
  held(slot: string): Promise<string | null>
  /** What was made of it has been kept under this id: it goes when that is uploaded or deleted. */
  follow(photoId: string): Promise<void>
  drop(): Promise<void>
}

export interface OriginalsPorts {
  readonly files: Pick<Files, 'keep' | 'find' | 'drop'>
  readonly storage: Storage
  readonly photos: Readable<PhotosState>
}

const key = 'kt.originals'
const chosen = 'chosen'
const fileOf = (id: string) => `original-${id}`

export function createOriginals({ files, storage, photos }: OriginalsPorts): Originals {
  const read = (): Record<string, string> => {
    const known = parseJson(storage.get(key) ?? '')
    return isRecord(known)
      ? Object.fromEntries(Object.entries(known).filter((one): one is [string, string] => isString(one[1])))
      : {}
  }
  function note(id: string, slot: string | null): void {
    const { [id]: _, ...others } = read()
    const next = slot === null ? others : { ...others, [id]: slot }
    if (Object.keys(next).length === 0) storage.remove(key)
    else storage.set(key, JSON.stringify(next))
  }
  async function forget(id: string): Promise<void> {
    note(id, null)
    await files.drop(fileOf(id))
  }
  photos.subscribe(({ photos: all }) => {
    for (const id of Object.keys(read())) {
      if (id !== chosen && (all.get(id)?.state ?? 'ready') === 'ready') void forget(id)
    }
  })

  return {
    async hold(slot, path) {
      note(chosen, slot)
      if ((await files.keep(fileOf(chosen), path)) === null) await forget(chosen)
    },
    held: async (slot) => (read()[chosen] === slot ? files.find(fileOf(chosen)) : null),
    async follow(photoId) {
      const slot = read()[chosen]
      const path = slot === undefined ? null : await files.find(fileOf(chosen))
      if (slot !== undefined && path !== null && photos.getState().photos.get(photoId)?.state !== 'ready') {
        note(photoId, slot)
        if ((await files.keep(fileOf(photoId), path)) === null) note(photoId, null)
      }
      await forget(chosen)
    },
    drop: () => (read()[chosen] === undefined ? Promise.resolve() : forget(chosen)),
  }
}
