/**
 * A STAND-IN for WeChat's server interfaces, speaking as their documentation says: code2Session, the
 * stable access token, one-time subscribe messages (a consent is good for one), the mini-program code, and
 * the licence recognition (a form with the part `img`, less than 2 MB; only the fields that it saw come back;
 * https://developers.weixin.qq.com/doc/service/api/openpoc/ocr/api_bizlicenseocr; `not enough market quota`
 * when the day's calls are used up, https://developers.weixin.qq.com/community/develop/doc/000a0e8c044468d446ac8fea151c00).
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

type Json = Readonly<Record<string, unknown>>

export interface SentMessage {
  readonly touser: string
  readonly template_id: string
  readonly page: string
  readonly data: Readonly<Record<string, { readonly value: string }>>
}

export interface WechatStandIn {
  readonly apiUrl: string
  readonly secret: string
  /** Consents by openid: how many messages may still be sent. */
  readonly quota: Map<string, number>
  readonly sent: SentMessage[]
  /** What was asked for, in order: paths. */
  readonly asked: string[]
  /** Whether each asking for a token forced a new one. */
  readonly forced: boolean[]
  /** What the licence recognition sees, its calls that are left today, and the bytes it was given. */
  printed: Json | null
  recognitions: number
  readonly pictures: Buffer[]
  /** The token that is good now. */
  token: string
  /** Answers of the sending interface before it works again: an error code, silence, or HTML. */
  readonly failing: (number | 'silence' | 'html')[]
  /** The stable interface keeps giving this instead of the good token until it is forced. */
  stale: string | null
  close(): Promise<void>
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const jsonIn = (text: string): Json => (text.startsWith('{') ? (JSON.parse(text) as Json) : {})

/** The file in the part `img`; null: there is none. */
async function fileIn(bytes: Buffer, type: string | undefined): Promise<Buffer | null> {
  if (type?.startsWith('multipart/form-data') !== true) return null
  const form = await new Response(Uint8Array.from(bytes), { headers: { 'content-type': type } }).formData()
  const file = form.get('img')
  return file instanceof File ? Buffer.from(await file.arrayBuffer()) : null
}

export async function startWechat(secret = '0'.repeat(32)): Promise<WechatStandIn> {
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const standIn: WechatStandIn = {
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    secret,
    quota: new Map(),
    sent: [],
    asked: [],
    forced: [],
    printed: null,
    recognitions: 100,
    pictures: [],
    token: 'token-1',
    failing: [],
    stale: null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', standIn.apiUrl)
    standIn.asked.push(url.pathname)
    const bytes = await bytesOf(request)
    const body = jsonIn(bytes.toString())
    const say = (answer: unknown) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end(JSON.stringify(answer))
    if (url.pathname === '/sns/jscode2session') return void say(session(url))
    if (url.pathname === '/cgi-bin/stable_token') return void say(tokenFor(body))
    const bad = url.searchParams.get('access_token') !== standIn.token
    if (bad) return void say({ errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' })
    if (url.pathname === '/wxa/getwxacodeunlimit')
      return void response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.from([0x89, 0x50]))
    const failure = standIn.failing.shift()
    if (failure === 'silence') return void response.destroy()
    if (failure === 'html') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
    if (failure === undefined && url.pathname === '/cv/ocr/bizlicense')
      return void say(recognise(await fileIn(bytes, request.headers['content-type'])))
    say(failure === undefined ? deliver(body as unknown as SentMessage) : { errcode: failure, errmsg: 'made to fail' })
  }

  /** `code-of-<openid>` is the code of that person. */
  function session(url: URL): Json {
    const [, openid] = /^code-of-(.+)$/.exec(url.searchParams.get('js_code') ?? '') ?? []
    return openid === undefined ? { errcode: 40029, errmsg: 'invalid code' } : { openid, session_key: 'k' }
  }

  function tokenFor(body: Json): Json {
    const force = body.force_refresh === true
    standIn.forced.push(force)
    if (body.secret !== standIn.secret) return { errcode: 40125, errmsg: 'invalid appsecret' }
    if (force) {
      standIn.stale = null
      standIn.token = `token-${standIn.forced.length}`
    }
    return { access_token: standIn.stale ?? standIn.token, expires_in: 7200 }
  }

  function recognise(picture: Buffer | null): Json {
    if (picture === null || picture.length >= 2 * 1024 * 1024) return { errcode: 101000, errmsg: 'invalid image' }
    if (standIn.recognitions < 1) return { errcode: 101003, errmsg: 'not enough market quota hint: [x]' }
    standIn.recognitions--
    standIn.pictures.push(picture)
    return standIn.printed ?? { errcode: 101001, errmsg: 'certificate not found' }
  }

  function deliver(message: SentMessage): Json {
    const left = standIn.quota.get(message.touser) ?? 0
    if (left < 1) return { errcode: 43101, errmsg: 'user refuse to accept the msg' }
    const tooLong = Object.entries(message.data).find(
      ([name, { value }]) => name.startsWith('thing') && [...value].length > 20,
    )
    if (tooLong !== undefined) return { errcode: 47003, errmsg: `argument invalid! data.${tooLong[0]}.value invalid` }
    standIn.quota.set(message.touser, left - 1)
    standIn.sent.push(message)
    return { errcode: 0, errmsg: 'ok' }
  }

  return standIn
}
