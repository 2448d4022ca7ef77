/** A phone, as far as the server can tell. */
import { randomBytes } from 'node:crypto'
import { newId } from './core'
import { sha256 } from './photos'

export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  /** Members as a test reads them. */
  readonly body: { readonly [member: string]: never } & { readonly ok: boolean }
}

async function read(response: Response): Promise<HttpAnswer> {
  return {
    status: response.status,
    headers: response.headers,
    body: JSON.parse(await response.text()) as HttpAnswer['body'],
  }
}

export async function post(url: string, body: BodyInit, headers: Record<string, string> = {}): Promise<HttpAnswer> {
  return read(await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } }))
}

/** multipart, as wx.uploadFile sends it. */
export async function postFile(
  url: string,
  bytes: Uint8Array,
  name = 'photo.jpg',
  type = 'image/jpeg',
): Promise<HttpAnswer> {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
  return read(await fetch(url, { method: 'POST', body: form }))
}

export interface Phone {
  readonly id: string
  readonly token: string
  readonly key: string
  call(action: string, body?: object): Promise<HttpAnswer>
  /** Ticket and upload. */
  upload(bytes: Uint8Array, photoId?: string): Promise<HttpAnswer>
}

export async function loginPhone(origin: string, key = randomBytes(32).toString('hex')): Promise<Phone> {
  const { body } = await post(`${origin}/api/login`, JSON.stringify({ provider: 'guest', key }))
  const { token, merchant } = body as unknown as { token: string; merchant: { id: string } }
  const call: Phone['call'] = (action, sent = {}) =>
    post(`${origin}/api/${action}`, JSON.stringify(sent), { authorization: `Bearer ${token}` })
  for (const kind of ['service', 'documents']) await call('consent', { kind, granted: true, version: 'test' })
  return {
    id: merchant.id,
    token,
    key,
    call,
    async upload(bytes, photoId = newId()) {
      const ticket = await call('photo-ticket', { photoId, slot: 'avatar', sha256: sha256(bytes), size: bytes.length })
      return ticket.status === 200 ? postFile(`${origin}${String(ticket.body.url)}`, bytes) : ticket
    },
  }
}
