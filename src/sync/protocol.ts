/**
 * What phone and function say to each other (design: entries as a join-semilattice, see README).
 * The shapes travel as JSON; times are ms since 1970 in the server's time base.
 */
import type { Value } from '#domain/entries'

/** `<ms:13>-<counter:4 of [0-9a-z]>-<device:8–22 of [A-Za-z0-9]>`; ordered as a string. */
export type Stamp = string

/** A value and when it was set. `v: null` is a tombstone. */
export interface Stamped {
  readonly v: Value
  readonly s: Stamp
}
export interface Op extends Stamped {
  readonly k: string
}

export const protocolVersion = 1
/** The schema of the entries this code understands. */
export const schema = 1
export const maxOps = 256
export const maxBodyBytes = 48 * 1024
export const maxFutureMs = 60_000
export const maxKeys = 200
export const maxPhotos = 60
/** Everything that is stored, tombstones too: what keeps a document of one merchant small. */
export const maxEntries = 2_000

export interface SyncRequest {
  readonly p: typeof protocolVersion
  readonly schema: number
  readonly doc: string
  readonly dev: string
  readonly ep: string | null
  readonly base: number
  readonly full?: true
  readonly ops: readonly Op[]
}

export type RejectCode = 'key' | 'value' | 'stamp' | 'limit' | 'server-only' | 'local' | 'gone'

export interface SyncReply {
  readonly ok: true
  readonly ep: string
  readonly ver: number
  readonly time: number
  readonly full: boolean
  readonly patch: readonly Op[]
  /** digest.ts over the whole document after this request. */
  readonly dig: string
  readonly rejected?: readonly { readonly k: string; readonly code: RejectCode }[]
  /** Texts of other devices that the sender had not seen and that its ops have just replaced. */
  readonly lost?: readonly Op[]
  readonly minSchema: number
}

export type SyncRefusal =
  | { readonly ok: false; readonly error: 'clock'; readonly time: number }
  | { readonly ok: false; readonly error: 'upgrade'; readonly minSchema: number }
