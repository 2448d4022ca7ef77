/** The HTTP server: its limits, its log, and how errors of the framework become replies of the contract. */
import fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify'
import { errorCodes, refuse, statusOf, type ErrorCode, type Refusal } from '../../core/reply'
import { maxBodyBytes } from '#sync/protocol'
import { newRequestId } from '../request-id'
import { headersMs, keepAliveMs, limitConnections, uploadMs } from './connections'
import { parseJson, RefusedError } from './json'
import { loggerSettings } from './logger'

export interface AppSettings {
  readonly logLevel: string
  readonly trustProxy: readonly string[]
  readonly https: boolean
}

export function createApp({ logLevel, trustProxy, https }: AppSettings): FastifyInstance {
  const app: FastifyInstance = fastify({
    ...logging(logLevel),
    trustProxy: trustProxy.length === 0 ? false : [...trustProxy],
    bodyLimit: maxBodyBytes,
    requestTimeout: uploadMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: 2000, maxHeaderSize: 16 * 1024 },
    keepAliveTimeout: keepAliveMs,
    forceCloseConnections: 'idle',
    // What arrived before the stop is answered as always, and its connection closed.
    return503OnClosing: false,
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) =>
    parseJson(body),
  )
  limitConnections(app, trustProxy.length > 0)
  addHeaders(app, https)
  addHooks(app)
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalFor(error)
    if (refusal.error === 'internal') request.log.error({ err: error }, 'request failed')
    if (typeof refusal.retryAfter === 'number') void reply.header('retry-after', refusal.retryAfter)
    return reply.code(statusOf(refusal)).send(refusal)
  })
  return app
}

const logging = (logLevel: string) => ({
  logger: loggerSettings(logLevel),
  logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'request' }),
  genReqId: newRequestId,
})

/** Nothing of this server belongs into a frame, a script or a style of somebody else's page. */
const headers = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), clipboard-write=(self), geolocation=(), microphone=(), payment=(), usb=()',
}
/** For everything but the page (http/web.ts) and the photos (http/api.ts), which have policies of their own. */
const noContent = "default-src 'none'; frame-ancestors 'none'"

/** Browsers heed these over https alone; over http they report the second as a fault of the page. */
const headersOfHttps = {
  'strict-transport-security': 'max-age=31536000',
  'cross-origin-opener-policy': 'same-origin',
}

function addHeaders(app: FastifyInstance, https: boolean): void {
  const fixed = { ...headers, ...(https && headersOfHttps) }
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(fixed).header('x-request-id', request.id)
    done()
  })
  app.addHook('onSend', (_request, reply, _payload, done) => {
    const has = (name: string) => reply.hasHeader(name) || reply.raw.hasHeader(name)
    if (!has('cache-control')) void reply.header('cache-control', 'no-store')
    if (!has('content-security-policy')) void reply.header('content-security-policy', noContent)
    done()
  })
}

function addHooks(app: FastifyInstance): void {
  app.addHook('preParsing', (request, _reply, _payload, done) => {
    const plain = (request.headers['content-encoding'] ?? 'identity') === 'identity'
    done(plain ? null : new RefusedError(refuse('unsupported-media', { message: '请求不要压缩。' })))
  })
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    request.log.info(
      {
        method: request.method,
        route,
        ...actionOf(request, route),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
    done()
  })
}

function actionOf({ params }: FastifyRequest, route: string): { readonly action?: string } {
  const action = (params as { action?: string } | undefined)?.action ?? /^\/api\/([a-z-]+)$/.exec(route)?.[1]
  if (action === undefined) return {}
  return { action: actionName.test(action) ? action : 'malformed' }
}

/** An address is anybody's to write: nothing else of it is logged. */
const actionName = /^[a-z][a-z-]{0,30}$/

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
