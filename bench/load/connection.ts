/**
 * One keep-alive connection that speaks just enough HTTP/1.1 to be cheap: the load shares its processors with
 * what it measures. Answers must carry a content-length; anything unexpected throws.
 */
import net from 'node:net'

export interface Answer {
  readonly status: number
  readonly body: string
  /** Bytes that came, headers included. */
  readonly bytes: number
}

export interface Connection {
  post(path: string, token: string | null, body: string): Promise<Answer>
  close(): void
}

export function openConnection(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url)
  const socket = net.connect(Number(port), hostname)
  socket.setNoDelay(true)
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | null = null
  let received: Buffer = Buffer.alloc(0)
  const fail = (error: Error) => {
    waiting?.reject(error)
    waiting = null
  }
  socket.on('data', (chunk: Buffer) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const answer = parse(received)
    if (answer === null) return
    received = Buffer.alloc(0)
    waiting?.resolve(answer)
    waiting = null
  })
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('the connection was closed')))
  const connection: Connection = {
    post: (path, token, body) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(requestText(hostname, path, token, body))
      }),
    close: () => socket.destroy(),
  }
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('connect', () => resolve(connection))
  })
}

const requestText = (host: string, path: string, token: string | null, body: string): string =>
  `POST ${path} HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n` +
  (token === null ? '' : `authorization: Bearer ${token}\r\n`) +
  `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

function parse(received: Buffer): Answer | null {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = received.toString('latin1', 0, end)
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1])
  if (Number.isNaN(length)) throw new Error(`an answer without content-length: ${head}`)
  const bytes = end + 4 + length
  if (received.length < bytes) return null
  return { status: Number(head.slice(9, 12)), body: received.toString('utf8', end + 4, bytes), bytes }
}
