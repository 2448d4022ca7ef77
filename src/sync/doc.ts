/**
 * One merchant's entries as the function keeps them: a JSON document with a version. A list, because
 * keys contain dots, which some document databases do not allow in field names.
 */
import type { Entries, Value } from '#domain/entries'
import { canonical } from './canonical'
import { isPhotoKey, photoOf } from './keys'
import type { Op } from './protocol'
import { nextStamp, noStamp, serverDevice, stampMs } from './stamp'

/** `n`: the document's version in which the entry was last changed. */
export interface Kept extends Op {
  readonly n: number
}

export interface Doc {
  /** The epoch: changes when the store was restored from a backup. */
  readonly ep: string
  readonly ver: number
  /** ms; photo keys that are unknown and older are refused, because their tombstones are gone. */
  readonly gcBefore: number
  /** In key order. */
  readonly entries: readonly Kept[]
}

/** How long the tombstone of a photo is kept. */
export const tombstoneMs = 180 * 86_400_000

export const emptyDoc = (ep: string): Doc => ({ ep, ver: 0, gcBefore: 0, entries: [] })

/** What is entered, without tombstones. */
export const entriesOf = (doc: Doc): Entries =>
  new Map(doc.entries.filter((entry) => entry.v !== null).map(({ k, v }) => [k, v]))

/** Entries back in key order (UTF-16). */
export const inKeyOrder = (entries: Iterable<Kept>): readonly Kept[] =>
  [...entries].sort((a, b) => (a.k < b.k ? -1 : a.k > b.k ? 1 : 0))

/** Writes an entry of the function's own (`v.*`). The same document when nothing changes. `now`: ms. */
export function putOwn(doc: Doc, k: string, v: Value, now: number): Doc {
  const current = doc.entries.find((entry) => entry.k === k)
  if (current !== undefined && canonical(current.v) === canonical(v)) return doc
  const ver = doc.ver + 1
  const written: Kept = { k, v, s: nextStamp(current?.s ?? noStamp, now, serverDevice), n: ver }
  return { ...doc, ver, entries: inKeyOrder([...doc.entries.filter((entry) => entry.k !== k), written]) }
}

/**
 * Forgets photos that were deleted more than 180 days ago, with what was said about them. Phones that
 * still hold the tombstone find out by the digest. The same document when there is none.
 */
export function compact(doc: Doc, now: number): Doc {
  const before = now - tombstoneMs
  const dead = doc.entries.filter(({ k, v, s }) => isPhotoKey(k) && v === null && stampMs(s) < before)
  if (dead.length === 0) return doc
  const gone = new Set(dead.map(({ k }) => k))
  for (const { k } of dead) {
    const id = photoOf(k)?.photoId
    gone.add(`v.photo.${id}`).add(`v.review.${id}`)
  }
  const entries = doc.entries.filter(({ k }) => !gone.has(k))
  return { ...doc, ver: doc.ver + 1, gcBefore: Math.max(doc.gcBefore, before), entries }
}

/** The document after its store was restored: clients see the new epoch and push back what they hold. */
export const inEpoch = (doc: Doc, ep: string): Doc => ({ ...doc, ep })
