/**
 * A STAND-IN for Tencent's CloudBase service, so that the real wx-server-sdk can run in a test. It speaks
 * the wire protocol that the SDK speaks (POST /admin, JSON, documents and queries as EJSON texts; storage
 * by addresses it hands out) and keeps everything in memory. It is not the service: it knows only what
 * this product uses, does not check signatures, and has none of the service's quotas.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Document = Record<string, Json>
type Params = Record<string, unknown>
interface Answer {
  readonly data?: unknown
  readonly code?: string
  readonly message?: string
}

export interface CloudBaseStandIn {
  /** What the SDK reads from the function's environment. */
  readonly env: Readonly<Record<string, string>>
  readonly collections: Map<string, Map<string, Document>>
  readonly files: Map<string, Buffer>
  /** Makes the next calls of an action fail. */
  failing: { action: string; code: string; times: number } | null
  /** As a phone's wx.cloud.uploadFile. */
  putFile(cloudPath: string, bytes: Uint8Array): void
  close(): Promise<void>
}

const prefix = 'cloud://e.6531-e-1250000000/'

export async function startCloudBase(): Promise<CloudBaseStandIn> {
  const collections = new Map<string, Map<string, Document>>()
  const files = new Map<string, Buffer>()
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const standIn: CloudBaseStandIn = {
    collections,
    files,
    failing: null,
    env: {
      TENCENTCLOUD_RUNENV: 'SCF',
      TENCENTCLOUD_REGION: 'ap-shanghai',
      SCF_NAMESPACE: 'e',
      TCB_ENV: 'e',
      TENCENTCLOUD_SECRETID: 'a',
      TENCENTCLOUD_SECRETKEY: 'b',
      TENCENTCLOUD_SESSIONTOKEN: 't',
      TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${origin}/admin` }),
      WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
      WX_APPID: 'wx1',
    },
    putFile: (cloudPath, bytes) => files.set(prefix + cloudPath, Buffer.from(bytes)),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    const url = new URL(request.url ?? '', origin)
    if (url.pathname.startsWith('/object/')) return object(request.method ?? '', fileOf(url), body, response)
    const params = JSON.parse(body.toString()) as Params
    const answer =
      failure(params) ?? databaseAnswer(collections, params) ?? storageAnswer(origin, files, params) ?? unknown(params)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ requestId: 'r', ...answer }))
  }

  const fileOf = (url: URL) => prefix + decodeURIComponent(url.pathname.slice('/object/'.length))

  function object(method: string, fileId: string, body: Buffer, response: ServerResponse): void {
    if (method === 'PUT') {
      files.set(fileId, body)
      response.writeHead(200).end()
      return
    }
    const file = files.get(fileId)
    if (file === undefined) response.writeHead(404).end()
    else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(file)
  }

  function failure(params: Params): Answer | null {
    const { failing } = standIn
    if (failing === null || failing.times <= 0 || failing.action !== params.action) return null
    standIn.failing = { ...failing, times: failing.times - 1 }
    return { code: failing.code, message: 'made to fail' }
  }

  return standIn
}

const unknown = ({ action }: Params): Answer => ({
  code: 'INVALID_PARAM',
  message: `the stand-in does not know ${String(action)}`,
})

function databaseAnswer(collections: Map<string, Map<string, Document>>, params: Params): Answer | null {
  const { action, collectionName } = params as { action: string; collectionName: string }
  if (action === 'database.addCollection') {
    if (collections.has(collectionName)) return { code: 'DATABASE_COLLECTION_ALREADY_EXIST', message: 'exists' }
    collections.set(collectionName, new Map())
    return { data: {} }
  }
  if (!action.startsWith('database.')) return null
  const documents = collections.get(collectionName)
  if (documents === undefined) return { code: 'DATABASE_COLLECTION_NOT_EXIST', message: 'Db or Table not exist' }
  if (action === 'database.insertDocument') return insert(documents, params.data as string[])
  if (action === 'database.aggregateDocuments') {
    const list = aggregated([...documents.values()], params.stages as { stageKey: string; stageValue: string }[])
    return { data: { list: list.map((one) => JSON.stringify(one)) } }
  }
  const matching = [...documents.values()].filter((document) => matches(document, ejson(params.query)))
  if (action === 'database.getDocument')
    return { data: { list: sorted(matching, params).map((document) => JSON.stringify(document)) } }
  if (action === 'database.removeDocument') {
    for (const { _id } of matching) documents.delete(String(_id))
    return { data: { deleted: matching.length } }
  }
  if (action === 'database.modifyDocument' && params.upsert === false) {
    const { $set, ...others } = ejson(params.data)
    if (Object.keys(others).length > 0 || typeof $set !== 'object' || $set === null)
      return { code: 'INVALID_PARAM', message: 'only $set' }
    for (const document of matching) Object.assign(document, $set)
    return { data: { updated: matching.length } }
  }
  return null
}

function insert(documents: Map<string, Document>, data: readonly string[]): Answer {
  const [document = {}] = data.map(ejson)
  const id = String(document._id)
  if (documents.has(id)) return { code: 'DATABASE_REQUEST_FAILED', message: 'E11000 duplicate key error' }
  if (JSON.stringify(document).length > 16_000_000) return { code: 'DATABASE_REQUEST_FAILED', message: 'too large' }
  documents.set(id, document)
  return { data: { insertedIds: [id] } }
}

/** EJSON texts: `{"$numberInt":"1"}` is 1. */
function ejson(text: unknown): Document {
  if (typeof text !== 'string' || text === '') return {}
  return JSON.parse(text, (_key, value: Json) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    const number = value.$numberInt ?? value.$numberLong ?? value.$numberDouble
    return typeof number === 'string' ? Number(number) : value
  }) as Document
}

const compare = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

function matches(document: Document, query: Document): boolean {
  return Object.entries(query).every(([field, wanted]) => {
    if (field === '$and' || field === '$or') {
      const parts = (wanted as Document[]).map((part) => matches(document, part))
      return field === '$and' ? parts.every(Boolean) : parts.some(Boolean)
    }
    if (typeof wanted !== 'object' || wanted === null || Array.isArray(wanted)) return document[field] === wanted
    return Object.entries(wanted).every(([operator, value]) => holds(document, field, operator, value))
  })
}

/** Comparing is within a type, as in the database: null is neither less nor greater than a text. */
function holds(document: Document, field: string, operator: string, value: Json): boolean {
  const held = document[field] ?? null
  const order = typeof held === 'string' && typeof value === 'string' ? compare(held, value) : null
  switch (operator) {
    case '$eq':
      return held === value
    case '$ne':
      return held !== value
    case '$gt':
      return order !== null && order > 0
    case '$gte':
      return order !== null && order >= 0
    case '$lt':
      return order !== null && order < 0
    case '$exists':
      return field in document === value
    case '$regularExpression':
      return typeof held === 'string' && new RegExp(String((value as Document).pattern)).test(held)
    default:
      throw new Error(`the stand-in does not know ${operator}`)
  }
}

function sorted(found: Document[], { order, limit }: Params): Document[] {
  const by = Object.entries(ejson(order))
  if (by.length > 0)
    found.sort((a, b) =>
      by.reduce((so, [field, direction]) => so || compare(String(a[field]), String(b[field])) * Number(direction), 0),
    )
  return found.slice(0, Math.min(Number(limit ?? 100), 1000))
}

/** Only what the product asks for: match, group and count, sort by the group, skip, limit. */
function aggregated(documents: readonly Document[], stages: readonly { stageKey: string; stageValue: string }[]) {
  let list = [...documents]
  for (const { stageKey, stageValue } of stages) {
    if (stageKey === '$match') list = list.filter((document) => matches(document, ejson(stageValue)))
    else if (stageKey === '$group') list = grouped(list, String(ejson(stageValue)._id).slice(1))
    else if (stageKey === '$sort') list.sort((a, b) => compare(String(a._id), String(b._id)))
    else if (stageKey === '$skip') list = list.slice(Number(stageValue))
    else if (stageKey === '$limit') list = list.slice(0, Number(stageValue))
    else throw new Error(`the stand-in does not know ${stageKey}`)
  }
  return list
}

function grouped(documents: readonly Document[], field: string): Document[] {
  const counts = new Map<string, number>()
  for (const document of documents) counts.set(String(document[field]), (counts.get(String(document[field])) ?? 0) + 1)
  return [...counts].map(([_id, n]) => ({ _id, n }))
}

function storageAnswer(origin: string, files: Map<string, Buffer>, params: Params): Answer | null {
  const address = (path: string) => `${origin}/object/${path}`
  switch (params.action) {
    case 'storage.getUploadMetadata': {
      const path = String(params.path)
      return { data: { url: address(path), token: 't', authorization: 'a', fileId: prefix + path, cosFileId: 'c' } }
    }
    case 'storage.batchGetDownloadUrl': {
      const list = params.file_list as readonly { fileid: string; max_age: number }[]
      const found = list.map(({ fileid, max_age: maxAge }) =>
        files.has(fileid)
          ? {
              code: 'SUCCESS',
              fileID: fileid,
              maxAge,
              tempFileURL: `${address(fileid.slice(prefix.length))}?sign=s&t=${maxAge}`,
            }
          : { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' },
      )
      return { data: { download_list: found } }
    }
    case 'storage.batchDeleteFile': {
      const list = params.fileid_list as readonly string[]
      return {
        data: {
          delete_list: list.map((fileID) => ({
            fileID,
            code: files.delete(fileID) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST',
          })),
        },
      }
    }
    default:
      return null
  }
}
