/** POST /api/<action>, the photos' two doors, and /healthz. */
import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Companion, PhotoDoor } from '../../core/companion'
import { photoPath } from '../../core/photo-link'
import { refuse, statusOf, type Reply } from '../../core/reply'
import type { Caller } from '../../core/session'
import { uploadPath } from '../../core/tickets'
import { networkOf } from '../network'
import { inRequest } from '../request-id'
import { bearer } from './bearer'
import { cutOffWhenSlow, readNoMore } from './connections'
import { RefusedError } from './json'
import { createRates, type Admit } from './rates'
import { createSlots } from './slots'

export interface Api {
  readonly companion: Companion
  readonly door: PhotoDoor
  readonly health: () => Promise<Reply>
}
export interface ApiSettings {
  readonly perMinute: number
  readonly sensitivePerMinute: number
  /** Bytes. */
  readonly maxUpload: number
}

/** Actions that could be used to guess. */
const sensitive = ['invite', 'rep-claim', 'desk-open']
/** Of a piece of a photo, as JSON; it has the time of an upload. */
const chunkBody = 256 * 1024
const maxChunks = 64
/**
 * Uploads being received at once. They are held in memory, never in a file: what a stranger sent touches the
 * disk only sealed, and stays there only when it has been drawn anew.
 */
const maxUploading = 32
const maxUploadingOfOne = 8
/** What multipart adds around the file. */
const envelope = 8 * 1024

export async function serveApi(app: FastifyInstance, api: Api, settings: ApiSettings): Promise<void> {
  const { usual, strict, health } = await createRates(app, settings)
  const call = async (action: string, request: FastifyRequest, reply: FastifyReply) =>
    inRequest(request.id, async () => answer(reply, await api.companion(callerOf(request), action, request.body)))
  for (const action of sensitive)
    app.post(`/api/${action}`, { onRequest: strict }, (request, reply) => call(action, request, reply))
  const chunk = { config: { upload: true }, onRequest: atMost(maxChunks, usual), bodyLimit: chunkBody } as const
  app.post('/api/photo-chunk', chunk, (request, reply) => call('photo-chunk', request, reply))
  app.post<{ Params: { action: string } }>('/api/:action', { onRequest: usual }, (request, reply) =>
    call(request.params.action, request, reply),
  )
  app.get('/healthz', { onRequest: health }, (request, reply) =>
    inRequest(request.id, async () => answer(reply, await api.health())),
  )
  app.get<{ Querystring: { link?: unknown } }>(photoPath, { onRequest: usual }, (request, reply) =>
    inRequest(request.id, () => sendPhoto(api.door, request.query.link, reply)),
  )
  await app.register(async (scope) => serveUploads(scope, api.door, usual, settings))
}

const callerOf = (request: FastifyRequest): Caller => ({
  via: 'token',
  token: bearer(request),
  from: networkOf(request.ip),
  agent: request.headers['user-agent'] ?? '',
})

/** So many being received at once. */
function atMost(max: number, admit: Admit) {
  const open = new Set<FastifyRequest>()
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    await admit(request)
    if (open.size >= max) throw new RefusedError(refuse('unavailable', { retryAfter: 5 }))
    open.add(request)
    reply.raw.once('close', cutOffWhenSlow(request))
    // Received, answered, or broken off: whichever comes first.
    for (const stream of [request.raw, reply.raw]) stream.once('close', () => open.delete(request))
    reply.raw.once('finish', () => open.delete(request))
  }
}

function answer(reply: FastifyReply, body: Reply): FastifyReply {
  if (typeof body.retryAfter === 'number') void reply.header('retry-after', body.retryAfter)
  return reply.code(statusOf(body)).send(body)
}

async function sendPhoto(door: PhotoDoor, link: unknown, reply: FastifyReply): Promise<FastifyReply> {
  const opened = typeof link === 'string' ? await door.open(link) : refuse('not-found')
  if (!opened.ok) return answer(reply, opened)
  return reply
    .headers({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="${opened.filename}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    })
    .send(Buffer.from(opened.jpeg))
}

async function serveUploads(
  scope: FastifyInstance,
  door: PhotoDoor,
  admit: Admit,
  { maxUpload }: ApiSettings,
): Promise<void> {
  const slots = createSlots(maxUploading, maxUploadingOfOne)
  await scope.register(multipart, {
    limits: {
      files: 1,
      fields: 8,
      parts: 10,
      fieldSize: 2048,
      fieldNameSize: 100,
      headerPairs: 20,
      fileSize: maxUpload,
    },
  })
  scope.post<{ Querystring: { ticket?: unknown } }>(
    uploadPath,
    { config: { upload: true }, onRequest: admit, bodyLimit: maxUpload + envelope },
    async (request, reply) => {
      if (!slots.take(request.ip)) return answerUpload(request, reply, refuse('unavailable', { retryAfter: 5 }))
      try {
        const { ticket } = request.query
        const upload = () => door.upload(typeof ticket === 'string' ? ticket : '', () => receive(request, maxUpload))
        return answerUpload(request, reply, await inRequest(request.id, upload))
      } finally {
        slots.giveBack(request.ip)
      }
    },
  )
}

/** Perhaps before its end: the rest of it is not read. */
function answerUpload(request: FastifyRequest, reply: FastifyReply, body: Reply): FastifyReply {
  readNoMore(request, reply)
  return answer(reply, body)
}

/** When the file is larger than it may be. The parser itself would say so at the end of the whole request. */
const limitOf = ({ file }: MultipartFile, tooLarge: Reply) =>
  new Promise<Reply>((resolve) => file.once('limit', () => resolve(tooLarge)))

/** The one file of the form. */
async function receive(request: FastifyRequest, maxUpload: number): Promise<Uint8Array | Reply> {
  const tooLarge = refuse('too-large', { message: '照片太大，请用压缩后的照片。' })
  if (Number(request.headers['content-length'] ?? 0) > maxUpload + envelope) return tooLarge
  if (!request.isMultipart()) return refuse('unsupported-media', { message: '请求的格式不对。' })
  const watched = cutOffWhenSlow(request)
  try {
    const part = await request.file()
    return part === undefined ? refuse('bad-request') : await Promise.race([part.toBuffer(), limitOf(part, tooLarge)])
  } catch (error) {
    return (error as { statusCode?: number }).statusCode === 413 ? tooLarge : refuse('bad-request')
  } finally {
    watched()
  }
}
