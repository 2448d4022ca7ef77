/** The photos as they are shown: those of this phone, and those known only from the entries. */
import { keyOf, type Entries } from '#domain/entries'
import type { Licence } from '#domain/licence/licence'
import { photoOf } from '#sync/keys'
import type { EntriesStore } from './entries-store'
import { licenceFrom, type PhotoItem } from './photo-record'
import { isNumber, isRecord, isString } from './shapes'

/**
 * `preparing`: being made small and upright. `local`: stays on this phone, no consent to upload.
 * `waiting`: in the queue. `paused`: 「有网了自动传」. `uploading`, `checking`: on its way. `ready`: the
 * function has it. `failed`: with the reason. `elsewhere`: another phone is still to upload it.
 */
export type PhotoState =
  'preparing' | 'local' | 'waiting' | 'paused' | 'uploading' | 'checking' | 'ready' | 'failed' | 'elsewhere'

export interface Photo {
  readonly photoId: string
  readonly slot: string
  readonly state: PhotoState
  /** 0–100; of `uploading`. */
  readonly percent: number
  /** The file on this phone; null: shown through `linkOf`. */
  readonly path: string | null
  readonly sha256: string
  /** px; bytes is 0 when it is not known here. */
  readonly w: number
  readonly h: number
  readonly bytes: number
  /** When it was taken, ms by the function's clock. */
  readonly at: number
  /** Why it failed, or what stopped the last try. */
  readonly error: string | null
  readonly message: string | null
  readonly licence: Licence | null
}

export interface PhotoFacts {
  /** What the queue may do: upload, nothing without consent, nothing without a network. */
  readonly uploads: 'on' | 'local' | 'paused'
  readonly pathOf: (photoId: string) => string | null
  readonly progressOf: (photoId: string) => number | undefined
  readonly problemOf: (photoId: string) => string | null
}

const unknown = { percent: 0, path: null, sha256: '', w: 0, h: 0, bytes: 0, error: null, message: null, licence: null }

export const preparingPhoto = (photoId: string, slot: string): Photo => ({
  ...unknown,
  photoId,
  slot,
  at: 0,
  state: 'preparing',
})

export function ownPhoto(item: PhotoItem, at: number, facts: PhotoFacts): Photo {
  const { photoId, slot, sha256, w, h, bytes, error, licence } = item
  const percent = facts.progressOf(photoId)
  const message = item.message ?? facts.problemOf(photoId)
  const path = facts.pathOf(photoId)
  return {
    photoId,
    slot,
    state: stateOf(item, percent, facts),
    percent: percent ?? 0,
    path,
    sha256,
    w,
    h,
    bytes,
    at,
    error,
    message,
    licence,
  }
}

function stateOf({ stage }: PhotoItem, percent: number | undefined, { uploads }: PhotoFacts): PhotoState {
  if (stage === 'keeping') return 'preparing'
  if (stage !== 'open') return stage
  if (percent !== undefined) return percent < 100 ? 'uploading' : 'checking'
  return uploads === 'on' ? 'waiting' : uploads
}

/** What the function says of a photo: null when it has none. */
export function verdictOf(entries: Entries, photoId: string): { readonly licence: Licence | null } | null {
  const value = entries.get(keyOf.photoVerdict(photoId))
  return isRecord(value) && value.state === 'ok' ? { licence: licenceFrom(value.licence) } : null
}

/** The photo of an entry `p.<slot>.<photoId>` that this phone has no file of; null for other keys. */
export function distantPhoto(key: string, { getState, changedAt }: EntriesStore): Photo | null {
  const { entries } = getState()
  const named = photoOf(key)
  const value = entries.get(key)
  if (named === null || !isRecord(value)) return null
  const verdict = verdictOf(entries, named.photoId)
  return {
    ...unknown,
    ...named,
    state: verdict === null ? 'elsewhere' : 'ready',
    sha256: isString(value.sha256) ? value.sha256 : '',
    w: isNumber(value.w) ? value.w : 0,
    h: isNumber(value.h) ? value.h : 0,
    at: changedAt(key),
    licence: verdict?.licence ?? null,
  }
}
