/** An S3 server of the test's own (s3rver), and a proxy in front of it that can misbehave. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import S3rver from 's3rver'
import type { S3Settings } from '../../../src/server/adapters/s3-files'
import { temporaryFolder } from './folders'

/** s3rver's one account. */
const account = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' }

/** What the proxy does with the next requests: nothing special, answer SlowDown, cut the line, cut answers short. */
export type Mischief = 'none' | 'slow-down' | 'reset' | 'truncate' | 'full' | 'silent'

export interface S3Server {
  readonly settings: S3Settings
  /** `times`: how often; from then on all is well again. */
  misbehave(mischief: Mischief, times?: number): void
  /** Requests that the proxy has seen. */
  requests(): number
  stop(): Promise<void>
}

export async function startS3(): Promise<S3Server> {
  const folder = temporaryFolder()
  const s3 = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory: folder.path,
    configureBuckets: [{ name: 'photos', configs: [] }],
  })
  const { port } = await s3.run()
  const state = { mischief: 'none' as Mischief, left: 0, seen: 0 }
  const inTurn = createTurns()
  const proxy = http.createServer((request, response) => {
    state.seen++
    const mischief = state.left > 0 ? state.mischief : 'none'
    state.left--
    inTurn(request, response, () => forward(mischief, port, request, response))
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  return {
    settings: {
      endpoint: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
      bucket: 'photos',
      region: 'us-east-1',
      pathStyle: true,
      prefix: 'kaitong/',
      ...account,
    },
    misbehave(mischief, times = Infinity) {
      Object.assign(state, { mischief, left: times })
    },
    requests: () => state.seen,
    async stop() {
      proxy.closeAllConnections()
      await new Promise((resolve) => proxy.close(resolve))
      await s3.close()
      folder.remove()
    },
  }
}

/**
 * S3 promises that an object is whole; s3rver writes it in place, so that who reads it meanwhile gets the bytes of
 * two writers. Here the requests of one object come one after the other.
 */
function createTurns() {
  const last = new Map<string, Promise<void>>()
  return (request: http.IncomingMessage, response: http.ServerResponse, go: () => void): void => {
    const object = request.url?.split('?')[0] ?? ''
    const ended = new Promise<void>((resolve) => response.once('close', resolve))
    const before = last.get(object) ?? Promise.resolve()
    last.set(
      object,
      before.then(() => {
        if (!response.closed) go()
        return ended
      }),
    )
  }
}

const refusal = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`

function forward(mischief: Mischief, port: number, request: http.IncomingMessage, response: http.ServerResponse): void {
  if (mischief === 'silent') return
  if (mischief === 'reset') return void request.socket.resetAndDestroy()
  if (mischief === 'slow-down' || mischief === 'full') {
    request.resume()
    const [status, code] = mischief === 'full' ? [507, 'XMinioStorageFull'] : [503, 'SlowDown']
    request.on('end', () => response.writeHead(status, { 'content-type': 'application/xml' }).end(refusal(code)))
    return
  }
  const { method, url, headers } = request
  const onward = http.request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 500, answer.headers)
    if (mischief === 'none') answer.pipe(response)
    else
      answer.once('data', (chunk: Buffer) => {
        response.write(chunk.subarray(0, chunk.length / 2))
        setTimeout(() => response.destroy(), 10)
      })
  })
  request.pipe(onward)
}
