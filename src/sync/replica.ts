/**
 * The phone's half: a copy of what the function is known to hold (`base`), the edits it has not
 * acknowledged (`pending`), and where in the function's history the copy stands. A pure value:
 * stores/entries-store.ts keeps it, stores/sync-engine.ts carries its requests.
 */
import type { Value } from '#domain/entries'
import { canonical } from './canonical'
import { beats, join, type Copy } from './merge'
import {
  maxBodyBytes,
  maxOps,
  protocolVersion,
  schema,
  type Op,
  type RejectCode,
  type Stamp,
  type Stamped,
  type SyncRequest,
} from './protocol'
import { laterOf, nextStamp, noStamp } from './stamp'

export interface Replica {
  /** The id this installation made for itself. */
  readonly dev: string
  /** The function's epoch and the document's version that `base` has reached. */
  readonly ep: string | null
  readonly ver: number
  readonly base: Copy
  readonly pending: Copy
  /** Pending keys that were refused for want of room: kept and shown, not sent until there may be room. */
  readonly held: ReadonlyMap<string, RejectCode>
  /** Server time minus phone time, and the newest server time heard; ms. */
  readonly offset: number
  readonly seen: number
  /** The last stamp made here. */
  readonly last: Stamp
  /** Ask for the whole view next. */
  readonly full: boolean
  /** The oldest schema the function takes ops from. */
  readonly minSchema: number
}

/** A request on its way, with what its reply must be judged by. */
export interface Flight {
  readonly request: SyncRequest
  /** `seen` when it was made. */
  readonly seen: number
}

export function emptyReplica(dev: string): Replica {
  const nothing = { base: new Map(), pending: new Map(), held: new Map() }
  return { dev, ep: null, ver: 0, offset: 0, seen: 0, last: noStamp, full: false, minSchema: schema, ...nothing }
}

/** What the phone shows: base ⊔ pending, without tombstones. */
export function viewOf(replica: Replica): Map<string, Value> {
  const view = new Map<string, Value>()
  for (const [key, { v }] of join(replica.base, replica.pending)) if (v !== null) view.set(key, v)
  return view
}

/** The stamped entry behind the view; undefined when the key was never written. */
export function entryAt({ base, pending }: Replica, key: string): Stamped | undefined {
  const [kept, edit] = [base.get(key), pending.get(key)]
  return edit !== undefined && beats(edit, kept) ? edit : kept
}

/** Sets an entry (`null` takes it back) at `now`, ms of the phone's clock. The same replica when nothing changes. */
export function edit(replica: Replica, key: string, v: Value, now: number): Replica {
  const current = entryAt(replica, key)
  if (canonical(current?.v ?? null) === canonical(v)) return replica
  // Greater than the entry it replaces, or a person's own edit could vanish behind another phone's fast clock.
  const s = nextStamp(laterOf(replica.last, current?.s ?? noStamp), now + replica.offset, replica.dev)
  const pending = new Map(replica.pending).set(key, { v, s })
  const held = new Map(replica.held)
  held.delete(key)
  return { ...replica, pending, held, last: s }
}

/** Whether there is something to tell or ask, beyond the regular look for news. */
export const hasWork = (replica: Replica): boolean => replica.full || sendable(replica).length > 0

/** Every pending op that may be sent now, oldest first. */
function sendable({ pending, held, minSchema }: Replica): Op[] {
  if (schema < minSchema) return []
  const ops = [...pending].filter(([k]) => !held.has(k)).map(([k, { v, s }]) => ({ k, v, s }))
  return ops.sort((a, b) => (a.s < b.s ? -1 : 1))
}

/** Room for the envelope around the ops, in bytes. */
const envelope = 1_024

/**
 * The next request for document `doc`: at most 256 ops and 48 KB. The whole view is asked for with the
 * last of several.
 */
export function makeRequest(replica: Replica, doc: string): Flight {
  const waiting = sendable(replica)
  const ops: Op[] = []
  let bytes = envelope
  for (const op of waiting) {
    bytes += bytesOf(JSON.stringify(op)) + 1
    if (ops.length === maxOps || bytes > maxBodyBytes) break
    ops.push(op)
  }
  const full = replica.full && ops.length === waiting.length
  const { ep, ver: base, dev, seen } = replica
  return { request: { p: protocolVersion, schema, doc, dev, ep, base, ...(full && { full }), ops }, seen }
}

/** UTF-8 length: WeChat has no TextEncoder. */
function bytesOf(text: string): number {
  let bytes = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    // Half of a pair counts 2 of the pair's 4 bytes.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}
