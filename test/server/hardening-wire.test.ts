/** Slow, many, forged and too frequent: what the door does before any action is asked. */
import net from 'node:net'
import { requestMs } from '../../src/server/adapters/http/connections'
import { temporaryFolder } from './support/folders'
import { post } from './support/http-client'
import { runProgram, type Program } from './support/program'
import { serveInProcess } from './support/server-in-process'

jest.setTimeout(90_000)

const folder = temporaryFolder()
let server: Program
beforeAll(async () => {
  server = await runProgram({ DATA_DIR: folder.path, PUBLIC_URL: 'https://kaitong.example' })
})
afterAll(async () => {
  await server.stop('SIGTERM')
  folder.remove()
})

interface Line {
  readonly socket: net.Socket
  readonly closed: Promise<{ readonly ms: number; readonly text: string }>
}
function connect(send = ''): Line {
  const { hostname, port } = new URL(server.url)
  const started = Date.now()
  let text = ''
  const socket = net.connect(Number(port), hostname)
  if (send !== '') socket.write(send)
  socket.on('data', (chunk) => (text += chunk.toString()))
  socket.on('error', () => undefined)
  return {
    socket,
    closed: new Promise((resolve) => socket.on('close', () => resolve({ ms: Date.now() - started, text }))),
  }
}
const head = (length: number, path = '/api/login') =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`

describe('slow clients', () => {
  test('one that sends nothing, half a header, or a byte of a body now and then is cut off in time, all at once', async () => {
    const silent = connect()
    const halfHeader = connect('POST /api/login HTTP/1.1\r\nhost: x\r\n')
    const halfBody = connect(`${head(1000)}{"provider":`)
    const trickle = connect(head(1000))
    const drip = setInterval(() => trickle.socket.write(' '), 500)
    const [a, b, c, d] = await Promise.all([silent, halfHeader, halfBody, trickle].map((line) => line.closed))
    clearInterval(drip)
    expect(a?.ms).toBeLessThan(15_000)
    expect(b?.ms).toBeLessThan(15_000)
    for (const slow of [c, d]) {
      expect(slow?.ms).toBeGreaterThan(requestMs - 2000)
      expect(slow?.ms).toBeLessThan(requestMs + 5000)
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })

  test.each([
    ['a length that lies short', `${head(2)}{"provider":"guest"}\r\n\r\n`, /^HTTP\/1\.1 400 /],
    ['two lengths', head(2).replace('\r\n\r\n', '\r\ncontent-length: 3\r\n\r\n{}'), /^HTTP\/1\.1 400 /],
    [
      'a length and chunks',
      head(2).replace('\r\n\r\n', '\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'),
      /^HTTP\/1\.1 400 /,
    ],
    ['a negative length', head(-1), /^HTTP\/1\.1 400 /],
    ['a length of 100 MB', head(100_000_000), /^HTTP\/1\.1 413 /],
    ['a header of 20 KB', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, /^HTTP\/1\.1 431 /],
    ['no HTTP', 'EHLO mail.example\r\n\r\n', /^HTTP\/1\.1 400 /],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', /^HTTP\/1\.1 400 /],
  ])('%s', async (_name, send, answer) => {
    const line = connect(send)
    setTimeout(() => line.socket.end(), 300)
    expect((await line.closed).text).toMatch(answer)
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })

  test('a chunked body stops at 48 KB, whatever was announced', async () => {
    const line = connect(
      'POST /api/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
    )
    for (let i = 0; i < 40; i++) line.socket.write(`1000\r\n${'x'.repeat(4096)}\r\n`)
    const { text, ms } = await line.closed
    expect(text).toMatch(/^HTTP\/1\.1 413 /)
    expect(ms).toBeLessThan(5000)
  })
})

test('at most 400 connections of one address; others of it are closed at once, and it works again afterwards', async () => {
  const lines = Array.from({ length: 450 }, () => connect())
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const closed = lines.filter(({ socket }) => socket.destroyed || socket.readableEnded).length
  expect(closed).toBeGreaterThanOrEqual(50)
  expect(closed).toBeLessThan(100)
  for (const { socket } of lines) socket.destroy()
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
})

describe('headers', () => {
  test('of an answer of the function', async () => {
    const { headers } = await post(`${server.url}/api/login`, '{}')
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()') as string,
      'cache-control': 'no-store',
    })
    for (const name of ['server', 'x-powered-by', 'access-control-allow-origin', 'set-cookie'])
      expect(headers.has(name)).toBe(false)
  })

  test('another page gets no permission from a preflight', async () => {
    const answer = await fetch(`${server.url}/api/login`, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' },
    })
    expect(answer.ok).toBe(false)
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
  })

  test.each(['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD'])('%s on an action is not there', async (method) => {
    expect((await fetch(`${server.url}/api/login`, { method })).status).toBe(404)
  })
})

describe('too often', () => {
  const limits = { perMinute: 6, sensitivePerMinute: 2 }
  const from = (address: string) => ({ 'x-forwarded-for': address })

  test('by address, over all actions together; a forwarded address changes nothing without a trusted proxy', async () => {
    const { app, post: call } = await serveInProcess(limits)
    for (let i = 0; i < 6; i++)
      expect((await call(i % 2 ? 'login' : 'export-me', '{}', from(`10.0.0.${i}`))).status).not.toBe(429)
    const refused = await call('leave', '{}', from('10.9.9.9'))
    expect([refused.status, JSON.parse(refused.text)]).toMatchObject([
      429,
      { error: 'rate-limited', retryAfter: expect.any(Number) as number },
    ])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    await app.close()
  })

  test('by token, from however many addresses', async () => {
    const { app, core, post: call } = await serveInProcess(limits, ['127.0.0.1'])
    const [one, two] = [await core.guest(), await core.guest()]
    const as = (token: string, address: string) =>
      call('export-me', '{}', { ...from(address), authorization: `Bearer ${token}` })
    for (let i = 0; i < 6; i++) expect((await as(one.token, `10.0.0.${i}`)).status).toBe(200)
    expect((await as(one.token, '10.0.0.77')).status).toBe(429)
    expect((await as(two.token, '10.0.0.78')).status).toBe(200)
    await app.close()
  })

  test('behind a proxy: only what the nearest trusted one says counts, not what the client wrote before it', async () => {
    const { app, post: call } = await serveInProcess(limits, ['127.0.0.1'])
    for (let i = 0; i < 2; i++) expect((await call('invite', '{}', from(`1.2.3.${i}, 9.9.9.9`))).status).toBe(404)
    expect((await call('invite', '{}', from('1.2.3.77, 9.9.9.9'))).status).toBe(429)
    expect((await call('invite', '{}', from('9.9.9.8'))).status).toBe(404)
    await app.close()
  })

  test('guessing is limited apart from the rest, and the health check is not used up by either', async () => {
    const { app, post: call } = await serveInProcess(limits)
    const statuses = []
    for (let i = 0; i < 3; i++) statuses.push((await call('invite', '{"scene":"x"}')).status)
    expect(statuses).toEqual([404, 404, 429])
    for (let i = 0; i < 7; i++) await call('login', '{}')
    expect((await app.inject('/healthz')).statusCode).toBe(200)
    await app.close()
  })

  test('addresses of one IPv6 network count as one', async () => {
    const { app, post: call } = await serveInProcess(limits, ['127.0.0.1'])
    for (let i = 0; i < 2; i++) expect((await call('invite', '{}', from(`2001:db8::${i + 1}`))).status).toBe(404)
    expect((await call('invite', '{}', from('2001:db8::ffff:1'))).status).toBe(429)
    expect((await call('invite', '{}', from('2001:db8:1::1'))).status).toBe(404)
    await app.close()
  })
})
