/** A reply to `sync`, checked before anything is believed: null when it does not have the shape. */
import type { SyncRefusal, SyncReply } from '#sync/protocol'
import { isListOf, isNumber, isOp, isRecord, isString } from './shapes'

const isRejection = (item: unknown): item is NonNullable<SyncReply['rejected']>[number] =>
  isRecord(item) && isString(item.k) && isString(item.code)

/** `reply`: as the backend gave it, `ok` or a refusal of any kind. */
export function parseSyncReply(reply: Readonly<Record<string, unknown>>): SyncReply | SyncRefusal | null {
  const { error, time, minSchema } = reply
  if (reply.ok === true) return parseAnswer(reply)
  if (error === 'clock' && isNumber(time)) return { ok: false, error, time }
  if (error === 'upgrade' && isNumber(minSchema)) return { ok: false, error, minSchema }
  return null
}

function parseAnswer(reply: Readonly<Record<string, unknown>>): SyncReply | null {
  const { ep, ver, time, patch, dig, minSchema } = reply
  const { rejected = [], lost = [] } = reply
  if (!isString(ep) || !isNumber(ver) || !isNumber(time) || !isString(dig) || !isNumber(minSchema)) return null
  if (!isListOf(patch, isOp) || !isListOf(rejected, isRejection) || !isListOf(lost, isOp)) return null
  return { ok: true, ep, ver, time, full: reply.full === true, patch, dig, rejected, lost, minSchema }
}
