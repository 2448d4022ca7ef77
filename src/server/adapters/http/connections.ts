/**
 * How many connections there may be, how long each may take, and how they end. Node's own defaults (headers
 * within 60 s, a request within 300 s, any number of connections) would let a few hundred slow ones block
 * everybody. Behind a proxy all connections are the proxy's, which has limits of its own to set.
 */
import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'

const second = 1000
export const headersMs = 10 * second
/** Of every request but an upload. */
export const requestMs = 30 * second
export const uploadMs = 120 * second
export const keepAliveMs = 65 * second
const maxConnections = 2000
const maxPerAddress = 400

export function limitConnections(app: FastifyInstance, behindProxy: boolean): void {
  app.server.maxConnections = maxConnections
  if (!behindProxy) app.server.on('connection', capPerAddress())
  app.addHook('onRequest', async (request) => {
    if (!isUpload(request)) limitTime(request.raw)
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

/** A connection that would be kept for the next request ends with its present one, so that stopping is quick. */
function closeWhenStopping(app: FastifyInstance): void {
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (stopping) void reply.header('connection', 'close')
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly upload?: true
  }
}
