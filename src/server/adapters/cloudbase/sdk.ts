/**
 * The part of wx-server-sdk that is used, as it behaves (its own types say `void | string | any`), and
 * its errors in the core's words.
 */
import { Unavailable } from '../../core/ports'

export interface CloudSdk {
  database(): CloudDatabase
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  getTempFileURL(files: { fileList: { fileID: string; maxAge: number }[] }): Promise<{ fileList: readonly TempUrl[] }>
  deleteFile(files: { fileList: string[] }): Promise<unknown>
  getWXContext(): { readonly OPENID?: unknown; readonly CLIENTIP?: unknown; readonly CLIENTIPV6?: unknown }
  readonly openapi: {
    readonly wxacode: {
      getUnlimited(
        code: Readonly<Record<string, unknown>>,
      ): Promise<{ readonly buffer?: Uint8Array; readonly errCode?: unknown }>
    }
    readonly subscribeMessage: { send(message: Readonly<Record<string, unknown>>): Promise<unknown> }
    readonly ocr: { businessLicense(picture: { img: CloudPicture }): Promise<unknown> }
  }
}
export interface CloudPicture {
  readonly contentType: string
  readonly value: Buffer
}
export interface TempUrl {
  /** 0: there is such a file. */
  readonly status: number
  readonly tempFileURL: string
}
export interface CloudDatabase {
  readonly command: {
    gt(value: string): unknown
    gte(value: string): unknown
    lt(value: string): unknown
    neq(value: null): unknown
    exists(there: boolean): unknown
    and(conditions: readonly object[]): Readonly<Record<string, unknown>>
    or(conditions: readonly object[]): Readonly<Record<string, unknown>>
  }
  RegExp(pattern: { regexp: string; options: string }): unknown
  collection(name: string): CloudCollection
  createCollection(name: string): Promise<unknown>
}
export interface CloudQuery {
  where(condition: Readonly<Record<string, unknown>>): CloudQuery
  orderBy(field: string, order: 'asc' | 'desc'): CloudQuery
  limit(max: number): CloudQuery
  field(projection: Readonly<Record<string, boolean>>): CloudQuery
  get(): Promise<{ readonly data: readonly CloudDocument[] }>
  update(change: { data: Readonly<Record<string, unknown>> }): Promise<{ readonly stats: { readonly updated: number } }>
  remove(): Promise<unknown>
}
export interface CloudCollection extends CloudQuery {
  add(document: { data: Readonly<Record<string, unknown>> }): Promise<unknown>
  aggregate(): CloudAggregate
}
export interface CloudAggregate {
  match(condition: Readonly<Record<string, unknown>>): CloudAggregate
  group(by: Readonly<Record<string, unknown>>): CloudAggregate
  sort(order: Readonly<Record<string, 1 | -1>>): CloudAggregate
  skip(n: number): CloudAggregate
  limit(max: number): CloudAggregate
  end<T>(): Promise<{ readonly list: readonly T[] }>
}
export interface CloudDocument {
  readonly _id: string
  readonly version: number
  readonly json: string
  /** What stands beside it; absent or null: nothing. */
  readonly row?: string | null
}

const noCollection = -502005
export const isNoCollection = (error: unknown): boolean => (error as { errCode?: unknown }).errCode === noCollection

/** Everything the SDK throws (time-outs, quotas, the network) is worth another try later. */
export async function translated<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw new Unavailable('the cloud does not answer', { cause: error })
  }
}
