/**
 * What the core needs from the world. Every store passes test/server/contracts/store.contract.ts,
 * every file store files.contract.ts.
 */

/** A JSON document with a version. `version` grows by one with each `put`. */
export interface Stored<T> {
  readonly version: number
  readonly value: T
}

/**
 * Documents by collection and id. One document is the unit of atomicity: `put` is a compare-and-swap.
 * Ids are opaque, up to 128 characters; values are JSON, up to 900 KB.
 */
export interface Store {
  get<T>(collection: Collection, id: string): Promise<Stored<T> | null>
  /** Writes when the stored version is still `expected` (0: absent). false: somebody was faster. */
  put<T>(collection: Collection, id: string, value: T, expected: number): Promise<boolean>
  remove(collection: Collection, id: string): Promise<void>
  /** Ids and values in id order, after `after`; `where` matches an indexed field exactly. */
  list<T>(collection: Collection, query: ListQuery): Promise<readonly { id: string; value: T }[]>
  /** Throws when it cannot be read and written. */
  check(): Promise<void>
  close(): Promise<void>
}

export interface ListQuery {
  readonly where?: { readonly field: string; readonly equals: string }
  readonly after?: string
  readonly limit: number
}

export type Collection = 'merchants' | 'identities' | 'tokens' | 'reps' | 'scenes' | 'claims' | 'photos' | 'tickets' | 'erased' | 'meta'

/** Private bytes by key (`[a-z0-9/-]{1,120}`). */
export interface FileStore {
  write(key: string, bytes: Uint8Array): Promise<void>
  read(key: string): Promise<Uint8Array | null>
  remove(key: string): Promise<void>
  check(): Promise<void>
}

export interface Clock {
  now(): number
}

export interface Randomness {
  bytes(n: number): Uint8Array
}

/** What a photograph turned into: JPEG, upright, without metadata. */
export type ImageOutcome =
  | { readonly ok: true; readonly full: Uint8Array; readonly thumb: Uint8Array; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly error: 'unsupported-media' | 'unprocessable' | 'too-large' }

export interface Images {
  normalise(bytes: Uint8Array): Promise<ImageOutcome>
  watermark(jpeg: Uint8Array, text: string): Promise<Uint8Array>
  /** What the licence's own QR code says; null when there is none to read. */
  readLicence(jpeg: Uint8Array): Promise<{ readonly code?: string; readonly name?: string } | null>
}

/** WeChat's code2Session. */
export interface WechatLogin {
  exchange(code: string): Promise<{ readonly ok: true; readonly openid: string } | { readonly ok: false; readonly error: 'unauthenticated' | 'rate-limited' | 'unavailable' }>
}
