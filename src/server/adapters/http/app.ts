/** The HTTP server: its limits, its log, and how errors of the framework become replies of the contract. */
import type { IncomingMessage } from 'node:http'
import fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify'
import { errorCodes, refuse, statusOf, type ErrorCode, type Refusal } from '../../core/reply'
import { maxBodyBytes } from '#sync/protocol'
import { parseJson, RefusedError } from './json'

export interface AppSettings {
  readonly logLevel: string
  readonly trustProxy: readonly string[]
  readonly https: boolean
}

const second = 1000
const headersMs = 10 * second
const requestMs = 30 * second
export const uploadMs = 120 * second
const maxConnections = 2000

/** Never there in what is logged on purpose; cut out in case a library logs more. */
const secretPaths = ['authorization', 'token', 'key', 'secret', 'body', 'url', 'headers'].flatMap((name) => [
  name,
  `*.${name}`,
  `*.*.${name}`,
])

export function createApp({ logLevel, trustProxy, https }: AppSettings): FastifyInstance {
  const app = fastify({
    logger: { level: logLevel, redact: { paths: secretPaths, remove: true }, base: null },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustProxy.length === 0 ? false : [...trustProxy],
    bodyLimit: maxBodyBytes,
    requestTimeout: uploadMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: 2 * second, maxHeaderSize: 16 * 1024 },
    keepAliveTimeout: 65 * second,
    forceCloseConnections: 'idle',
  })
  app.server.maxConnections = maxConnections
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) =>
    parseJson(body),
  )
  addHooks(app, https)
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalFor(error)
    if (refusal.error === 'internal') request.log.error({ err: error }, 'request failed')
    if (typeof refusal.retryAfter === 'number') void reply.header('retry-after', refusal.retryAfter)
    return reply.code(statusOf(refusal)).send(refusal)
  })
  return app
}

function addHooks(app: FastifyInstance, https: boolean): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!isUpload(request)) limitTime(request.raw)
    void reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      ...(https && { 'strict-transport-security': 'max-age=31536000' }),
    })
  })
  app.addHook('preParsing', async (request) => {
    const encoding = request.headers['content-encoding'] ?? 'identity'
    if (encoding !== 'identity') throw new RefusedError(refuse('unsupported-media', { message: '请求不要压缩。' }))
  })
  app.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control') && !reply.raw.hasHeader('cache-control'))
      void reply.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, reply) => {
    const { action } = (request.params ?? {}) as { action?: string }
    const route = request.routeOptions.url ?? 'none'
    request.log.info(
      { method: request.method, route, action, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })
}

const isUpload = (request: FastifyRequest) => request.routeOptions.config.upload === true

/** A body that trickles in is cut off long before the time that an upload gets. */
function limitTime(raw: IncomingMessage): void {
  const timer = setTimeout(() => {
    if (!raw.complete) raw.destroy()
  }, requestMs)
  raw.once('close', () => clearTimeout(timer))
}

const codes: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_REQ_FILE_TOO_LARGE: 'too-large',
  FST_PARTS_LIMIT: 'too-large',
  FST_FILES_LIMIT: 'too-large',
  FST_FIELDS_LIMIT: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported-media',
}
const messages: Partial<Record<ErrorCode, string>> = { 'unsupported-media': '请求的格式不对。' }

function refusalFor(error: unknown): Refusal {
  if (error instanceof RefusedError) return error.refusal
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  const known = codes[code ?? ''] ?? (statusCode !== undefined && statusCode < 500 ? 'bad-request' : 'internal')
  return refuse(known, { message: messages[known] ?? errorCodes[known].message })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly upload?: true
  }
}
