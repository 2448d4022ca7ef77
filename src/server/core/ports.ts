/**
 * What the core needs from the world. Every store passes test/server/contracts/store.contract.ts,
 * every file store files.contract.ts.
 */

import type { Licence } from '#domain/licence/licence'
import type { Collection, OwnCollection } from './collections'
import type { Stock } from './stock'
import type { ListQuery, Match } from './store-query'

/** A JSON document with a version. `version` grows by one with each `put`. */
export interface Stored<T> {
  readonly version: number
  readonly value: T
}

/**
 * Documents by collection and id. One document, with the row beside it, is the unit of atomicity: `put` is a
 * compare-and-swap. Ids are opaque, 1 to 128 characters without NUL; values are JSON objects, up to 900 KB.
 */
export interface Store {
  get<T>(collection: Collection, id: string): Promise<Stored<T> | null>
  /**
   * Writes when the stored version is still `expected` (0: absent). false: somebody was faster. `row`: what stands
   * beside the document from then on, in the same atomic step; null: nothing, undefined: what stood there before.
   */
  put<T>(collection: OwnCollection, id: string, value: T, expected: number, row?: object | null): Promise<boolean>
  /** With the row beside it. */
  remove(collection: OwnCollection, id: string): Promise<void>
  /** Ids and values in order of id (by code point), or of an indexed field. */
  list<T>(collection: Collection, query: ListQuery): Promise<readonly { readonly id: string; readonly value: T }[]>
  /** How many documents that match hold each text of an indexed field. */
  tally(collection: Collection, by: string, match: Match): Promise<ReadonlyMap<string, number>>
  /** Throws when it cannot be read and written. */
  check(): Promise<void>
  close(): Promise<void>
}

/**
 * Private bytes by key (`[a-z0-9/.-]{1,120}`). `owner`: the merchant they belong to, the same for reading as
 * for writing; a store that seals has a key for each.
 */
export interface FileStore {
  write(key: string, bytes: Uint8Array, owner: string): Promise<void>
  read(key: string, owner: string): Promise<Uint8Array | null>
  /** Removing what is not there is fine. */
  remove(key: string): Promise<void>
  /** Throws when it cannot be read and written. */
  check(): Promise<void>
  /** Where the store hands the file out itself for that many seconds. Absent: the function serves the bytes. */
  link?(key: string, seconds: number): Promise<string>
  /** Nothing of the owner's can be opened any more, wherever a copy of it lies. Absent: there is only `remove`. */
  forget?(owner: string): Promise<void>
  /** Absent where nothing can say what lies there. */
  readonly stock?: Stock
}

/** Where phones put files that they cannot send to the function itself (CloudBase). */
export interface Inbox {
  /** The path at which the phone may put the file of this ticket. */
  path(ticket: string): string
  take(path: string, maxBytes: number): Promise<Taken>
  remove(path: string): Promise<void>
}
export type Taken =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly error: 'not-found' | 'too-large' }

export interface Clock {
  /** ms since 1970. */
  now(): number
}

export interface Secrets {
  /** n bytes, cryptographically strong. */
  random(n: number): Uint8Array
  /** Hex. */
  sha256(data: string | Uint8Array): string
  /** A keyed signature, base64url. Purposes have keys of their own. */
  sign(purpose: 'ticket' | 'link', text: string): string
  /** Compares in constant time. */
  same(a: string, b: string): boolean
}

/** What a photograph turned into: JPEG, upright, without metadata. */
export type ImageOutcome =
  | {
      readonly ok: true
      readonly full: Uint8Array
      readonly thumb: Uint8Array
      readonly width: number
      readonly height: number
    }
  | { readonly ok: false; readonly error: 'unsupported-media' | 'unprocessable' | 'too-large' }

export interface Images {
  normalise(bytes: Uint8Array): Promise<ImageOutcome>
  /** The same picture with `text` tiled over it. Throws for characters it cannot draw. */
  watermark(jpeg: Uint8Array, text: string): Promise<Uint8Array>
  /** What the licence's own QR code says; null when there is none to read. Never throws. */
  readLicence(jpeg: Uint8Array): Promise<Licence | null>
}

/** Recognises what is printed on a licence, somewhere else: every call costs quota. */
export interface LicenceRecogniser {
  /** null: nothing recognised, not now, or no quota left today. Never throws, answers within 20 s. */
  read(jpeg: Uint8Array): Promise<Licence | null>
}
/** Draws the codes that reps hand out. */
export interface Codes {
  /** What it draws. */
  readonly kind: 'mini-program' | 'qr'
  /** `scene`: what the code carries; `url`: what a plain QR code says instead. */
  draw(scene: string, url: string): Promise<DrawnCode>
}
export type DrawnCode =
  | { readonly ok: true; readonly png: Uint8Array }
  /** Too many in this minute; WeChat does not answer, or does not want to. */
  | { readonly ok: false; readonly error: 'rate-limited' | 'unavailable' }

/** WeChat's code2Session. */
export interface WechatLogin {
  exchange(code: string): Promise<WechatIdentity>
}
export type WechatIdentity =
  | { readonly ok: true; readonly openid: string }
  | { readonly ok: false; readonly error: 'unauthenticated' | 'forbidden' | 'rate-limited' | 'unavailable' }

/** Short texts that must not lie open in the store. `place` names where it is kept; it opens nowhere else. */
export interface Sealer {
  seal(text: string, place: string): string
  /** null: sealed with another key or for another place, or changed. */
  open(sealed: string, place: string): string | null
}

/** WeChat's one-time subscribe messages: one consent, one message. */
export interface Messages {
  send(message: Message): Promise<SendOutcome>
}
export interface Message {
  readonly openid: string
  /** The page that opens, without a slash in front. */
  readonly page: string
  readonly title: string
  /** ms */
  readonly time: number
  readonly note: string
}
/**
 * `refused`: the person does not want it. `lost`: nobody knows whether it was sent. `later`: it was not
 * sent and may be tried again; `misconfigured`: the same, but the operator has something to set right.
 */
export type SendOutcome = 'sent' | 'refused' | 'lost' | 'later' | 'misconfigured'

export interface Reminding {
  /** The template that the person consented to. */
  readonly template: string
  readonly messages: Messages
  readonly sealer: Sealer
}

/** Details are ids and codes only: never tokens, keys, texts, file contents or signed addresses. */
export interface Log {
  info(event: string, details: Readonly<Record<string, unknown>>): void
  error(event: string, error: unknown, details?: Readonly<Record<string, unknown>>): void
}

export interface Ports {
  readonly store: Store
  readonly files: FileStore
  readonly clock: Clock
  readonly secrets: Secrets
  readonly images: Images
  readonly log: Log
  readonly codes: Codes
  /** null: login through WeChat is not configured. */
  readonly wechat: WechatLogin | null
  /** Of `files`, for the sweep. */
  readonly stock?: Stock
  /** null: phones upload to the function itself. */
  readonly inbox: Inbox | null
  /** Absent: no template is configured, nobody is reminded. */
  readonly reminders?: Reminding
  /** Absent: the operator has not switched it on. */
  readonly recogniser?: LicenceRecogniser
}

/** No room left; adapters translate their platform's error into this one. Nothing was changed. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull'
}

/** A service behind an adapter does not answer, or is too busy. Worth another try later. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
}
