/**
 * How many connections there may be, how long each may take, and how they end. Node's own defaults (headers
 * within 60 s, a request within 300 s, any number of connections) would let a few hundred slow ones block
 * everybody. Behind a proxy all connections are the proxy's, which has limits of its own to set.
 */
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const second = 1000
export const headersMs = 10 * second
/** Of every request but an upload. */
export const requestMs = 30 * second
export const uploadMs = 120 * second
export const keepAliveMs = 65 * second
/** An upload slower than this is cut off: bytes in each span (ms). The slowest lines bring ten times as much. */
const slowest = { bytes: 8 * 1024, ms: 20 * second }
/** Uploads up to that size are read to their end when they have been refused; for others there is time to hear so. */
const linger = { bytes: 2 ** 20, ms: 2 * second }
const maxConnections = 2000
const maxPerAddress = 400

export function limitConnections(app: FastifyInstance, behindProxy: boolean): void {
  app.server.maxConnections = maxConnections
  if (!behindProxy) app.server.on('connection', capPerAddress())
  app.addHook('onRequest', (request, _reply, done) => {
    if (!isUpload(request)) limitTime(request.raw)
    done()
  })
  closeWhenStopping(app)
}

function capPerAddress(): (socket: Socket) => void {
  const open = new Map<string, number>()
  return (socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (open.get(address) ?? 0) + 1
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left === 0) open.delete(address)
      else open.set(address, left)
    })
    if (count > maxPerAddress) socket.destroy()
  }
}

const isUpload = (request: FastifyRequest) => request.routeOptions.config.upload === true

/** A body that trickles in is cut off long before the time that an upload gets. */
function limitTime(raw: IncomingMessage): void {
  const timer = setTimeout(() => {
    if (!raw.complete) raw.destroy()
  }, requestMs).unref()
  raw.once('close', () => clearTimeout(timer))
}

/** Answers what ends the watch. */
export function cutOffWhenSlow({ raw }: FastifyRequest): () => void {
  let before = raw.socket.bytesRead
  const timer = setInterval(() => {
    const now = raw.socket.bytesRead
    if (!raw.complete && now - before < slowest.bytes) raw.socket.destroy()
    before = now
  }, slowest.ms).unref()
  return () => clearInterval(timer)
}

/**
 * For an upload that is answered before its end: Node would go on reading to it, however far. To close at once
 * would take the answer away from the other side (RFC 9112, 9.6).
 */
export function readNoMore({ raw }: FastifyRequest, reply: FastifyReply): void {
  reply.raw.once('finish', () => {
    if (raw.complete) return
    const announced = Number(raw.headers['content-length'] ?? Infinity)
    if (announced > linger.bytes) raw.socket.pause()
    const { socket } = raw
    const late = setTimeout(() => {
      if (!raw.complete) socket.destroy()
    }, linger.ms).unref()
    socket.once('close', () => clearTimeout(late))
  })
}

/** A connection that would be kept for the next request ends with its present one, so that stopping is quick. */
function closeWhenStopping(app: FastifyInstance): void {
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
  })
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) void reply.header('connection', 'close')
    done()
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly upload?: true
  }
}
