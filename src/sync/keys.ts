/**
 * Which entries may travel: the grammar of domain/entries.ts as checks. The function runs them on
 * every op, the phone before it keeps an edit, so that a refusal is seen where it was typed.
 */
import { maxTextLength, type Value } from '#domain/entries'
import type { RejectCode } from './protocol'

const id = '[a-z0-9-]{1,40}'
const photoId = '[A-Za-z0-9]{16,22}'
const idPattern = new RegExp(`^${id}$`)
const photoKey = new RegExp(`^p\\.(${id})\\.(${photoId})$`)
/** NUL, or half a surrogate pair: PostgreSQL's JSON refuses both. */
const unstorable = /[\u0000\ud800-\udfff]/u
const lastMs = 9_999_999_999_999
const maxSide = 20_000
const photoMembers = /^h,(n,)?sha256,w$/
const lastPage = 999

const isWhole = (value: unknown, min: number, max: number): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
const isText = (value: Value): boolean =>
  typeof value === 'string' && value.length <= maxTextLength && !unstorable.test(value)

function isPhoto(value: Value): boolean {
  if (value === null || typeof value !== 'object' || !photoMembers.test(Object.keys(value).sort().join())) return false
  const { sha256, w, h, n = 0 } = value
  if (!isWhole(n, 0, lastPage)) return false
  return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && isWhole(w, 1, maxSide) && isWhole(h, 1, maxSide)
}

const grammar: readonly (readonly [RegExp, (value: Value) => boolean])[] = [
  [new RegExp(`^a\\.${id}$`), (value) => typeof value === 'string' && idPattern.test(value)],
  [new RegExp(`^c\\.${id}$`), (value) => value === true],
  [new RegExp(`^s\\.${id}\\.${id}$`), (value) => isWhole(value, 0, lastMs)],
  [new RegExp(`^t\\.${id}\\.${id}$`), isText],
  [photoKey, isPhoto],
]
const localKey = new RegExp(`^l\\.${id}\\.${id}$`)

export const isServerKey = (key: string): boolean => key.startsWith('v.')
export const isPhotoKey = (key: string): boolean => key.startsWith('p.')
export const isTextKey = (key: string): boolean => key.startsWith('t.')
export const isLocalKey = (key: string): boolean => key.startsWith('l.')

/** The slot and id in a photo's key; null for any other key. */
export function photoOf(key: string): { readonly slot: string; readonly photoId: string } | null {
  const [, slot, found] = photoKey.exec(key) ?? []
  return slot === undefined || found === undefined ? null : { slot, photoId: found }
}

/** Why the function refuses the entry, or null. A tombstone (null) fits every key. */
export function refusalOf(key: string, value: Value): RejectCode | null {
  if (isLocalKey(key)) return 'local'
  if (isServerKey(key)) return 'server-only'
  const rule = grammar.find(([pattern]) => pattern.test(key))
  if (rule === undefined) return 'key'
  return value === null || rule[1](value) ? null : 'value'
}

/** The same for what stays on this phone (`l.<material>.<field>`). */
export function localRefusalOf(key: string, value: Value): RejectCode | null {
  if (!localKey.test(key)) return 'key'
  return value === null || isText(value) ? null : 'value'
}
