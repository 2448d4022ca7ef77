/** Fetches one file over http(s), with limits, and makes sure that it is a whole image. */
import sharp from 'sharp'
import { maxPixels } from './captures'

const megabyte = 1024 * 1024
/** Bytes. */
export const maxBytes = 10 * megabyte
const maxRedirects = 5

export interface Downloaded {
  readonly data: Buffer
  readonly type: 'png' | 'jpg' | 'webp'
  /** ISO day the server says the file is from, if it says so. */
  readonly modified: string | null
}

/** The signatures of the three formats (PNG 5.2; JPEG's SOI and the marker after it; RIFF with WEBP). */
function typeOf(data: Buffer): Downloaded['type'] | null {
  if (data.subarray(0, 8).toString('hex') === '89504e470d0a1a0a') return 'png'
  if (data.subarray(0, 3).toString('hex') === 'ffd8ff') return 'jpg'
  return data.toString('latin1', 0, 4) === 'RIFF' && data.toString('latin1', 8, 12) === 'WEBP' ? 'webp' : null
}

/** The address a reply leads to, null when it leads nowhere. */
function redirectOf(reply: Response, from: string): string | null {
  const target = reply.headers.get('location')
  if (reply.status < 300 || reply.status > 399 || !target) return null
  const to = new URL(target, from)
  if (to.protocol === 'http:' || to.protocol === 'https:') return to.href
  throw new Error(`网址转到了 ${to.protocol} 开头的地方，不去`)
}

async function follow(url: string, signal: AbortSignal): Promise<Response> {
  let at = url
  for (let hops = 0; hops <= maxRedirects; hops += 1) {
    const reply = await fetch(at, {
      signal,
      redirect: 'manual',
      headers: { accept: 'image/png,image/jpeg,image/webp' },
    })
    const next = redirectOf(reply, at)
    if (next === null) return reply
    await reply.body?.cancel()
    at = next
  }
  throw new Error(`转来转去超过 ${maxRedirects} 次`)
}

async function read(reply: Response): Promise<Buffer> {
  const tooLarge = new Error(`文件超过 ${maxBytes / megabyte} MB`)
  if (Number(reply.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge
  if (!reply.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let size = 0
  // leaving the loop closes the stream: nothing more is fetched
  for await (const chunk of reply.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > maxBytes) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

async function checked(data: Buffer, contentType: string): Promise<Downloaded['type']> {
  if (data.length === 0) throw new Error('文件是空的')
  const type = typeOf(data)
  if (!type) {
    const what = /^\s*<(!doctype html|html|head|body)/i.test(data.toString('latin1', 0, 200)) ? '网页' : contentType
    throw new Error(`不是 png、jpg 或 webp 图片${what ? `，是${what === '网页' ? '' : ' '}${what}` : ''}`)
  }
  try {
    await sharp(data, { limitInputPixels: maxPixels, failOn: 'warning' }).stats() // reads every pixel
  } catch (error) {
    throw new Error(`图片是坏的或不完整（${error instanceof Error ? error.message.split('\n')[0] : String(error)}）`)
  }
  return type
}

/** What a failed fetch means. Undici's own words are kept for what is rare. */
function plain(error: unknown, seconds: number): string {
  if (!(error instanceof Error)) return String(error)
  if (error.name === 'TimeoutError') return `${seconds} 秒还没有下完`
  const cause = error.cause instanceof Error ? error.cause : null
  if (error.message === 'terminated') return `连接中途断了，没有下完${cause ? `（${cause.message}）` : ''}`
  if (error.message === 'fetch failed') return `连不上${cause ? `（${cause.message}）` : ''}`
  return error.message
}

/** Throws one sentence on why it cannot be used. No second try: whoever runs the list runs it again. */
export async function download(url: string, seconds: number): Promise<Downloaded> {
  try {
    const reply = await follow(url, AbortSignal.timeout(seconds * 1000))
    if (!reply.ok) {
      await reply.body?.cancel()
      throw new Error(`网址回答 ${reply.status}`)
    }
    const data = await read(reply)
    const type = await checked(data, reply.headers.get('content-type') ?? '')
    const modified = new Date(reply.headers.get('last-modified') ?? Number.NaN)
    return { data, type, modified: Number.isNaN(modified.getTime()) ? null : modified.toISOString().slice(0, 10) }
  } catch (error) {
    throw new Error(plain(error, seconds))
  }
}
