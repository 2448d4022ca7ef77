/** The photo that was just taken or chosen and is being looked at: one at a time, gone when it is kept. */
import { createStore } from 'zustand/vanilla'
import type { ChooseOutcome, Files, PreparedPhoto, PrepareOutcome } from '../ports/files'
import type { Readable } from './readable'

export interface DraftPhoto extends PreparedPhoto {
  readonly slot: string
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
  /** It has been kept, or is not wanted. */
  drop(): void
}

export function createDraftPhotos(files: Pick<Files, 'choose' | 'prepare'>): DraftPhotos {
  const { getState, getInitialState, subscribe, setState } = createStore<{ draft: DraftPhoto | null }>(() => ({
    draft: null,
  }))
  return {
    getState,
    getInitialState,
    subscribe,
    async choose(slot, from) {
      const chosen = await files.choose(from, 1)
      if (!chosen.ok) return chosen
      const photo = chosen.photos[0]
      if (!photo) return { ok: false, error: 'cancelled' }
      const prepared = await files.prepare(photo.path)
      if (!prepared.ok) return { ok: false, error: prepared.error, bytes: photo.bytes }
      const { path, width, height, bytes, sha256 } = prepared
      setState({ draft: { slot, path, width, height, bytes, sha256 } })
      return { ok: true }
    },
    drop: () => setState({ draft: null }),
  }
}
