/**
 * The function's half of the exchange, as one pure step: a document and a request give a document
 * and a reply. Storing it is a compare-and-swap; running it again on the newer document is safe,
 * because the join is idempotent.
 */
import { digestInOrder } from './digest'
import { inKeyOrder, type Doc, type Kept } from './doc'
import { isPhotoKey, isServerKey, isTextKey, refusalOf } from './keys'
import { beats } from './merge'
import {
  maxEntries,
  maxKeys,
  maxPhotos,
  schema,
  type Op,
  type RejectCode,
  type SyncRefusal,
  type SyncReply,
  type SyncRequest,
} from './protocol'
import { isFuture, isStamp, stampDevice, stampMs } from './stamp'

export interface Reduced {
  /** The very document that came in when nothing changed. */
  readonly doc: Doc
  readonly reply: SyncReply | SyncRefusal
}

/**
 * Applies a request (its shape already checked; ≤ 256 ops) at `now` (ms). Refusals apply nothing:
 * `upgrade` to a client older than `minSchema` that pushes, `clock` when a stamp lies more than 60 s
 * ahead. Single bad ops are listed in `rejected` and never hold the others up.
 */
export function reduce(doc: Doc, request: SyncRequest, now: number, minSchema = schema): Reduced {
  const { ops } = request
  if (ops.length > 0 && request.schema < minSchema) return { doc, reply: { ok: false, error: 'upgrade', minSchema } }
  if (ops.some(({ s }) => isStamp(s) && isFuture(s, now)))
    return { doc, reply: { ok: false, error: 'clock', time: now } }
  const { doc: next, rejected, lost } = applyOps(doc, request)
  const full = request.ep !== next.ep || request.base > next.ver || request.full === true
  const patch = next.entries.filter((entry) => full || entry.n > request.base).map(({ k, v, s }) => ({ k, v, s }))
  const reply: SyncReply = {
    ok: true,
    ep: next.ep,
    ver: next.ver,
    time: now,
    full,
    patch,
    dig: digestInOrder(next.entries),
    minSchema,
    ...(rejected.length > 0 && { rejected }),
    ...(lost.length > 0 && { lost }),
  }
  return { doc: next, reply }
}

function applyOps(doc: Doc, request: SyncRequest) {
  const entries = new Map(doc.entries.map((entry): [string, Kept] => [entry.k, entry]))
  const room = roomIn(doc)
  const rejected: { k: string; code: RejectCode }[] = []
  const lost: Op[] = []
  const ver = doc.ver + 1
  let changed = false
  for (const { k, v, s } of request.ops) {
    const current = entries.get(k)
    const code = refuse({ k, v, s }, current, doc, room)
    if (code !== null) rejected.push({ k, code })
    else if (beats({ v, s }, current)) {
      if (current !== undefined && isLoss(current, v, request, doc)) lost.push({ k, v: current.v, s: current.s })
      room.count(k, v, current)
      entries.set(k, { k, v, s, n: ver })
      changed = true
    }
  }
  return { doc: changed ? { ...doc, ver, entries: inKeyOrder(entries.values()) } : doc, rejected, lost }
}

/** A text of another device that the sender had not seen when it wrote its own. */
const isLoss = (current: Kept, v: Op['v'], request: SyncRequest, doc: Doc): boolean =>
  isTextKey(current.k) &&
  current.v !== null &&
  current.v !== v &&
  stampDevice(current.s) !== request.dev &&
  current.n > (request.ep === doc.ep ? request.base : 0)

function refuse(op: Op, current: Kept | undefined, doc: Doc, room: Room): RejectCode | null {
  const code = refusalOf(op.k, op.v)
  if (code !== null) return code
  if (!isStamp(op.s)) return 'stamp'
  if (current === undefined && isPhotoKey(op.k) && stampMs(op.s) < doc.gcBefore) return 'gone'
  return room.has(op, current) ? null : 'limit'
}

interface Room {
  has(op: Op, current: Kept | undefined): boolean
  count(key: string, value: Op['v'], current: Kept | undefined): void
}

/** Counts what is live, photos apart from the rest. Tombstones have room up to the size of the document. */
function roomIn(doc: Doc): Room {
  const live = { keys: 0, photos: 0 }
  let all = doc.entries.length
  const kind = (key: string) => (isPhotoKey(key) ? 'photos' : 'keys')
  for (const { k, v } of doc.entries) if (v !== null && !isServerKey(k)) live[kind(k)]++
  return {
    has({ k, v }, current) {
      if (current === undefined && all >= maxEntries) return false
      const grows = v !== null && (current?.v ?? null) === null
      return !grows || live[kind(k)] < (isPhotoKey(k) ? maxPhotos : maxKeys)
    },
    count(key, value, current) {
      if (current === undefined) all++
      live[kind(key)] += Number(value !== null) - Number((current?.v ?? null) !== null)
    },
  }
}
