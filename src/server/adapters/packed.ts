/**
 * A merchant's entries as a database keeps them. In memory an entry is an object with named members and a stamp in
 * full, device and all; written down, an entry is a list and a device is written once: a quarter less to write at
 * each push, and less to read. Backups hold the documents as they are in memory (core/records.ts).
 */
import type { Collection } from '../core/collections'
import type { MerchantRecord } from '../core/records'
import type { Kept } from '#sync/doc'
import { stampDevice, stampOf } from '#sync/stamp'

/** `[key, value, n, stamp before the device, device's place in the list]`, or `[key, value, n, stamp]` for a stamp of another shape. */
type Entry =
  | readonly [k: string, v: Kept['v'], n: number, before: string, device: number]
  | readonly [k: string, v: Kept['v'], n: number, stamp: string]
/** As it was written in version 2 of the tables: the stamp's ms and counter as numbers. */
type Older = readonly [k: string, v: Kept['v'], n: number, ms: number, counter: number, device: number]

interface PackedDoc {
  readonly ep: string
  readonly ver: number
  readonly gcBefore: number
  readonly devices: readonly string[]
  readonly packed: readonly (Entry | Older)[]
}
type PackedMerchant = Omit<MerchantRecord, 'doc'> & { readonly doc: PackedDoc }

/** What is written for a document of this collection. */
export const packed = (collection: Collection, value: unknown): unknown =>
  collection === 'merchants' && isMerchant(value) ? packMerchant(value) : value

/** The document again; one that was written before there was packing is as it was. */
export const unpacked = <T>(collection: Collection, value: unknown): T =>
  (collection === 'merchants' && isPacked(value) ? unpackMerchant(value) : value) as T

const docIn = (value: unknown): object | null => {
  const doc = (value as { readonly doc?: unknown } | null)?.doc
  return typeof doc === 'object' ? doc : null
}
const isMerchant = (value: unknown): value is MerchantRecord =>
  Array.isArray((docIn(value) as { entries?: unknown } | null)?.entries)
const isPacked = (value: unknown): value is PackedMerchant =>
  Array.isArray((docIn(value) as { packed?: unknown } | null)?.packed)

function packMerchant(merchant: MerchantRecord): PackedMerchant {
  const { entries, ...doc } = merchant.doc
  const devices = new Map<string, number>()
  const placeOf = (device: string): number => {
    const place = devices.get(device) ?? devices.size
    devices.set(device, place)
    return place
  }
  const lists = entries.map((entry) => packEntry(entry, placeOf))
  return { ...merchant, doc: { ...doc, devices: [...devices.keys()], packed: lists } }
}

/** Where the hyphen before the device is: `ms-counter-device`, as sync/stamp.ts writes it. */
const hyphen = 18

function packEntry({ k, v, s, n }: Kept, placeOf: (device: string) => number): Entry {
  return s[hyphen] === '-' ? [k, v, n, s.slice(0, hyphen), placeOf(stampDevice(s))] : [k, v, n, s]
}

function unpackMerchant({ doc: { devices, packed: lists, ...doc }, ...merchant }: PackedMerchant): MerchantRecord {
  const entries = lists.map((entry): Kept => {
    const [k, v, n] = entry
    return { k, v, s: stampIn(entry, devices), n }
  })
  return { ...merchant, doc: { ...doc, entries } }
}

function stampIn(entry: Entry | Older, devices: readonly string[]): string {
  if (entry.length === 4) return entry[3]
  if (entry.length === 5) return `${entry[3]}-${devices[entry[4]] ?? ''}`
  const [, , , ms, counter, device] = entry
  return stampOf(ms, counter, devices[device] ?? '')
}
