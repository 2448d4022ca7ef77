/** A merchant's entries as one text in storage, and back. */
import type { Value } from '#domain/entries'
import type { Op, RejectCode } from '#sync/protocol'
import type { Loss, Refused } from '#sync/receive'
import { emptyReplica, type Replica } from '#sync/replica'
import { isBoolean, isListOf, isNumber, isOp, isRecord, isString, isValue, parseJson } from './shapes'

/** What one merchant (or the draft before login) has on this phone. */
export interface Folder {
  readonly replica: Replica
  /** `l.*`: never part of the replica, so that it cannot be sent. */
  readonly local: ReadonlyMap<string, Value>
  readonly refused: readonly Refused[]
  readonly losses: readonly Loss[]
}

const format = 1

export const emptyFolder = (dev: string): Folder => ({
  replica: emptyReplica(dev),
  local: new Map(),
  refused: [],
  losses: [],
})

const opsOf = (copy: Replica['base']): Op[] => [...copy].map(([k, { v, s }]) => ({ k, v, s }))
const copyOf = (ops: readonly Op[]): Replica['base'] => new Map(ops.map(({ k, v, s }) => [k, { v, s }]))

export function encodeFolder({ replica, local, refused, losses }: Folder): string {
  const { base, pending, held, ...rest } = replica
  const lists = { base: opsOf(base), pending: opsOf(pending), held: [...held] }
  return JSON.stringify({ format, ...rest, ...lists, local: [...local], refused, losses })
}

/** null: not in this format. */
export function decodeFolder(text: string): Folder | null {
  const stored = parseJson(text)
  if (!isRecord(stored) || stored.format !== format) return null
  const replica = decodeReplica(stored)
  const { local, refused, losses } = stored
  if (replica === null || !isListOf(local, isEntry) || !isListOf(refused, isRefused) || !isListOf(losses, isLoss))
    return null
  return { replica, local: new Map(local), refused, losses }
}

function decodeReplica(stored: Readonly<Record<string, unknown>>): Replica | null {
  const { dev, ep, ver, offset, seen, last, full, minSchema, base, pending, held } = stored
  if (!isString(dev) || !(ep === null || isString(ep)) || !isString(last) || !isBoolean(full)) return null
  if (!isNumber(ver) || !isNumber(offset) || !isNumber(seen) || !isNumber(minSchema)) return null
  if (!isListOf(base, isOp) || !isListOf(pending, isOp) || !isListOf(held, isHeld)) return null
  const maps = { base: copyOf(base), pending: copyOf(pending), held: new Map(held) }
  return { dev, ep, ver, offset, seen, last, full, minSchema, ...maps }
}

const isPair = (item: unknown): item is readonly [string, unknown] =>
  Array.isArray(item) && item.length === 2 && isString(item[0])
const isEntry = (item: unknown): item is readonly [string, Value] => isPair(item) && isValue(item[1])
const isHeld = (item: unknown): item is readonly [string, RejectCode] => isPair(item) && isString(item[1])
const isRefused = (item: unknown): item is Refused => isOp(item) && 'code' in item && isString(item.code)
const isLoss = (item: unknown): item is Loss => isRecord(item) && isString(item.k) && isString(item.text)
