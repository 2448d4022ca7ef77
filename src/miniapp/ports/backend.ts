/**
 * The function as the phone calls it (one action, one JSON reply; the action's shapes are in
 * server/core). Implemented over HTTP and over wx.cloud. An expected refusal is a value; no network
 * is a value too: `{ok:false, error:'network'}`.
 */
export type Reply<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly error: string; readonly message: string; readonly [detail: string]: unknown }

export interface Backend {
  /** `token` null: no identity, or the call's own context (CloudBase). */
  call<T>(action: string, body: object, token: string | null): Promise<Reply<T>>
  /** Sends one file to a ticket's address; progress in 0–1. Abort by the signal. */
  upload<T>(ticket: UploadTicket, path: string, watch: UploadWatch): Promise<Reply<T>>
  /** A ticket's or link's address may be relative; this makes it absolute. */
  address(url: string): string
}

export interface UploadTicket {
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
  readonly expires: number
}

export interface UploadWatch {
  readonly onProgress?: (part: number) => void
  readonly signal?: AbortSignalLike
}

/** WeChat has no AbortController: a minimal one. */
export interface AbortSignalLike {
  readonly aborted: boolean
  onAbort(listener: () => void): void
}
