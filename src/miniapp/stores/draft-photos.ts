/** The photo that was just taken or chosen and is being looked at: one at a time, gone when it is kept. */
import { createStore } from 'zustand/vanilla'
import type { ChooseOutcome, ChosenPhoto, Files, OpenPhoto, Paint, PreparedPhoto, PrepareOutcome } from '../ports/files'
import type { Originals } from './originals'
import type { Readable } from './readable'

export interface DraftPhoto extends PreparedPhoto {
  readonly slot: string
  /** The photo as it was chosen. */
  readonly original: string
  /** Its four corners were pulled straight: there is nothing but the paper on it. */
  readonly straight: boolean
  /** What it was before the last change, if there was one. */
  readonly before: DraftPhoto | null
}

type ErrorOf<T> = T extends { readonly ok: false; readonly error: infer E } ? E : never

export type ChosenOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly error: ErrorOf<ChooseOutcome> | ErrorOf<PrepareOutcome>
      /** Of the chosen file. */ readonly bytes?: number
    }

export interface DraftPhotos extends Readable<{ readonly draft: DraftPhoto | null }> {
  choose(slot: string, from: 'camera' | 'album'): Promise<ChosenOutcome>
  /** The same with a photo that is there. */
  accept(slot: string, photo: ChosenPhoto): Promise<ChosenOutcome>
  /** Finds the photo again that was chosen for this slot before the app was closed. */
  restore(slot: string): Promise<void>
  /** Decodes the photo as it was chosen, or as it is now. */
  open(which: 'original' | 'now'): Promise<OpenPhoto | null>
  /** Replaces it by a picture that is painted; `undo` takes that back. */
  change(width: number, height: number, paint: Paint, straight: boolean): Promise<boolean>
  undo(): void
  /** It has been kept under this id. */
  kept(photoId: string): void
}

export interface DraftPorts {
  readonly files: Pick<Files, 'choose' | 'prepare' | 'open' | 'render'>
  readonly originals: Originals
}

type Made = Pick<DraftPhoto, 'slot' | 'original' | 'straight' | 'before'>

const draftOf = (made: Made, { path, width, height, bytes, sha256 }: PreparedPhoto): DraftPhoto => ({
  ...made,
  ...{ path, width, height, bytes, sha256 },
})

const asChosen = (slot: string, original: string): Made => ({ slot, original, straight: false, before: null })

export function createDraftPhotos({ files, originals }: DraftPorts): DraftPhotos {
  const { getState, getInitialState, subscribe, setState } = createStore<{ draft: DraftPhoto | null }>(() => ({
    draft: null,
  }))
  const show = (draft: DraftPhoto | null) => setState({ draft })
  async function accept(slot: string, photo: ChosenPhoto): Promise<ChosenOutcome> {
    const prepared = await files.prepare(photo.path)
    if (!prepared.ok) return { ok: false, error: prepared.error, bytes: photo.bytes }
    show(draftOf(asChosen(slot, photo.path), prepared))
    await originals.hold(slot, photo.path)
    return { ok: true }
  }
  return {
    getState,
    getInitialState,
    subscribe,
    async choose(slot, from) {
      const chosen = await files.choose(from, 1)
      if (!chosen.ok) return chosen
      const [photo] = chosen.photos
      return photo ? accept(slot, photo) : { ok: false, error: 'cancelled' }
    },
    accept,
    async restore(slot) {
      if (getState().draft?.slot === slot) return
      const original = await originals.held(slot)
      const prepared = original === null ? null : await files.prepare(original)
      if (original !== null && prepared?.ok && getState().draft === null)
        show(draftOf(asChosen(slot, original), prepared))
    },
    async open(which) {
      const { draft } = getState()
      return draft === null ? null : files.open(which === 'now' ? draft.path : draft.original)
    },
    async change(width, height, paint, straight) {
      const { draft } = getState()
      if (draft === null) return false
      const prepared = await files.render(width, height, paint)
      if (!prepared.ok || getState().draft !== draft) return false
      show(draftOf({ ...draft, straight, before: draft }, prepared))
      return true
    },
    undo: () => show(getState().draft?.before ?? getState().draft),
    kept(photoId) {
      show(null)
      void originals.follow(photoId)
    },
  }
}
