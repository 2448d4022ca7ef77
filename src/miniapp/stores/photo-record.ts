/** The photos taken on this phone: what is remembered of each, and the text in storage. */
import type { Licence } from '#domain/licence/licence'
import { isListOf, isNumber, isRecord, isString, parseJson } from './shapes'

/**
 * `keeping`: its file is being written. `open`: to be uploaded. `ready`: the function confirmed it.
 * `failed`: it will not be tried again by itself. The file itself is found by the photo's id.
 */
export type Stage = 'keeping' | 'open' | 'ready' | 'failed'

export interface PhotoItem {
  readonly photoId: string
  readonly slot: string
  readonly sha256: string
  /** px, bytes */
  readonly w: number
  readonly h: number
  readonly bytes: number
  readonly stage: Stage
  /** Why it failed: a closed code, and what the person reads. */
  readonly error: string | null
  readonly message: string | null
  readonly licence: Licence | null
  /** The function's own entry for it has been seen; if it vanishes, the photo was lost there. */
  readonly confirmed: boolean
}

export interface PhotoFolder {
  readonly items: ReadonlyMap<string, PhotoItem>
  /** Photos whose files the function still has to delete. */
  readonly deleting: ReadonlySet<string>
}

export const emptyPhotoFolder: PhotoFolder = { items: new Map(), deleting: new Set() }

const format = 1

export const encodePhotos = ({ items, deleting }: PhotoFolder): string =>
  JSON.stringify({ format, items: [...items.values()], deleting: [...deleting] })

/** null: not in this format. */
export function decodePhotos(text: string): PhotoFolder | null {
  const stored = parseJson(text)
  if (!isRecord(stored) || stored.format !== format) return null
  const { items, deleting } = stored
  if (!isListOf(items, isItem) || !isListOf(deleting, isString)) return null
  return { items: new Map(items.map((item) => [item.photoId, item])), deleting: new Set(deleting) }
}

const isTextOrNull = (value: unknown): boolean => value === null || isString(value)
const isStage = (value: unknown): boolean => ['keeping', 'open', 'ready', 'failed'].some((stage) => stage === value)

function isItem(value: unknown): value is PhotoItem {
  if (!isRecord(value) || !isStage(value.stage)) return false
  const { photoId, slot, sha256, w, h, bytes, error, message, licence, confirmed } = value
  const named = isString(photoId) && isString(slot) && isString(sha256) && isTextOrNull(error) && isTextOrNull(message)
  return (
    named &&
    isNumber(w) &&
    isNumber(h) &&
    isNumber(bytes) &&
    typeof confirmed === 'boolean' &&
    (licence === null || isRecord(licence))
  )
}

/** From a reply or an entry: what is not text is left out; null when nothing was read. */
export function licenceFrom(value: unknown): Licence | null {
  if (!isRecord(value)) return null
  const { code, name } = value
  if (!isString(code) && !isString(name)) return null
  return { ...(isString(code) && { code }), ...(isString(name) && { name }) }
}
