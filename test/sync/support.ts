/** Short ways to write documents, requests and replies. */
import type { Value } from '#domain/entries'
import { digest } from '#sync/digest'
import { emptyDoc, type Doc } from '#sync/doc'
import type { Copy } from '#sync/merge'
import type { Op, SyncReply, SyncRequest } from '#sync/protocol'
import { reduce } from '#sync/reduce'

export const now = 1_795_233_600_000
export const phone = 'phone1234'
export const other = 'phone9876'

/** The stamp `ms` after `now`. */
export const at = (ms: number, device = phone, counter = 0): string =>
  `${String(now + ms).padStart(13, '0')}-${counter.toString(36).padStart(4, '0')}-${device}`

export const op = (k: string, v: Value, s: string): Op => ({ k, v, s })

export const photoId = (n: number): string => `Photo${String(n).padStart(15, '0')}`
export const photo = { sha256: 'ab'.repeat(32), w: 1600, h: 1200 }

export function request(ops: readonly Op[], more: Partial<SyncRequest> = {}): SyncRequest {
  return { p: 1, schema: 1, doc: 'merchant-1', dev: phone, ep: 'e1', base: 0, ops, ...more }
}

/** A document in which the ops were applied one by one, each from another phone than `phone`. */
export const docWith = (...ops: readonly Op[]): Doc =>
  ops.reduce((doc, one) => reduce(doc, request([one], { dev: other }), now + 1_000_000_000).doc, emptyDoc('e1'))

/** The stamped entries, tombstones included. */
export const copyOf = ({ entries }: { readonly entries: readonly Op[] }): Copy =>
  new Map(entries.map(({ k, v, s }) => [k, { v, s }]))

export function accepted({ doc, reply }: ReturnType<typeof reduce>): { doc: Doc; reply: SyncReply } {
  if (!reply.ok) throw new Error(reply.error)
  return { doc, reply }
}

/** A reply as the function would write it over these entries. */
export function replyOf(entries: readonly Op[], more: Partial<SyncReply> = {}): SyncReply {
  const dig = digest(copyOf({ entries }))
  return { ok: true, ep: 'e1', ver: 1, time: now, full: false, patch: entries, dig, minSchema: 1, ...more }
}
