/** A web server that does everything wrong that a list of pictures may lead to, and a few things right. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Images {
  readonly png: Buffer
  readonly jpg: Buffer
  readonly webp: Buffer
}

export interface MisbehavingServer {
  readonly url: (path: string) => string
  /** Bytes of the endless file that were handed to the network. */
  readonly sent: () => number
  readonly asked: () => readonly string[]
  readonly close: () => Promise<void>
}

type Answer = (reply: ServerResponse, request: IncomingMessage) => void

const whole =
  (type: string, data: Buffer | string, headers: Readonly<Record<string, string>> = {}): Answer =>
  (reply) =>
    reply.writeHead(200, { 'content-type': type, 'content-length': Buffer.byteLength(data), ...headers }).end(data)
const to =
  (location: string): Answer =>
  (reply) =>
    reply.writeHead(302, { location }).end()

const chunk = Buffer.alloc(64 * 1024, 7)
const fifty = 50 * 1024 * 1024

export async function misbehavingServer({ png, jpg, webp }: Images): Promise<MisbehavingServer> {
  let sent = 0
  const asked: string[] = []

  /** 50 MB as fast as the network takes them, beginning like a PNG; with or without saying how much. */
  const huge =
    (says: boolean): Answer =>
    (reply) => {
      reply.writeHead(200, { 'content-type': 'image/png', ...(says ? { 'content-length': fifty } : {}) })
      reply.write(png)
      const more = () => {
        while (sent < fifty && !reply.destroyed) {
          sent += chunk.length
          if (!reply.write(chunk)) {
            reply.once('drain', more)
            return
          }
        }
        reply.end()
      }
      more()
    }

  /** A byte now and then, without end. */
  const dribble: Answer = (reply) => {
    reply.writeHead(200, { 'content-type': 'image/png' })
    let at = 0
    const timer = setInterval(() => reply.write(png.subarray(at, (at += 1))), 50)
    reply.on('close', () => clearInterval(timer))
  }

  /** Says twice as much as it sends, then hangs up. */
  const truncated: Answer = (reply) => {
    reply.writeHead(200, { 'content-type': 'image/png', 'content-length': png.length * 2 })
    reply.write(png, () => reply.destroy())
  }

  const answers: Readonly<Record<string, Answer>> = {
    '/right.png': whole('image/png', png, { 'last-modified': 'Tue, 02 Jul 2024 10:00:00 GMT' }),
    '/right.jpg': whole('image/jpeg', jpg),
    '/right.webp': whole('application/octet-stream', webp),
    '/moved': to('/right.png'),
    '/missing': (reply) => reply.writeHead(404, { 'content-type': 'image/png' }).end(png),
    '/broken': (reply) => reply.writeHead(500).end(),
    '/html': whole('image/png', '<!DOCTYPE html><html><body>登录</body></html>'),
    '/svg': whole('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="900"></svg>'),
    '/gif': whole('image/gif', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')),
    '/empty': whole('image/png', ''),
    '/half.png': whole('image/png', png.subarray(0, png.length / 2)),
    '/half.jpg': whole('image/jpeg', jpg.subarray(0, jpg.length / 2)),
    '/truncated': truncated,
    '/huge': huge(true),
    '/endless': huge(false),
    '/dribble': dribble,
    '/silent': () => undefined,
    '/loop': to('/loop'),
    '/file': to('file:///etc/hosts'),
  }
  const server = createServer((request, reply) => {
    asked.push(request.url ?? '')
    const answer = answers[request.url ?? '']
    if (answer) answer(reply, request)
    else reply.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: (path) => `http://127.0.0.1:${port}${path}`,
    sent: () => sent,
    asked: () => asked,
    close: () => {
      server.closeAllConnections()
      return new Promise((done) => server.close(() => done()))
    },
  }
}
