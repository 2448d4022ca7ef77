/** Against a stand-in of WeChat's one endpoint, speaking as its documentation says. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createWechatLogin } from '../../src/server/adapters/wechat-login'

let server: Server
let answer: (request: IncomingMessage, response: ServerResponse) => void
let apiUrl = ''
const asked: URL[] = []
const logged: string[] = []
const log = { info: () => undefined, error: (...line: unknown[]) => logged.push(JSON.stringify(line)) }

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://x'))
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => new Promise((resolve) => server.close(resolve)))

const says =
  (body: unknown, status = 200) =>
  (_request: IncomingMessage, response: ServerResponse) => {
    response
      .writeHead(status, { 'content-type': 'text/plain' })
      .end(typeof body === 'string' ? body : JSON.stringify(body))
  }
const exchange = (code = 'the-code') =>
  createWechatLogin({ appId: 'wx0123456789abcdef', secret: 's3cr3t', apiUrl }, log, async () => undefined).exchange(
    code,
  )

test('the code becomes an openid; the session key stays behind', async () => {
  answer = says({ openid: 'o-1', session_key: 'k', unionid: 'u' })
  expect(await exchange('a b&c')).toEqual({ ok: true, openid: 'o-1' })
  const url = asked.at(-1)
  expect(url?.pathname).toBe('/sns/jscode2session')
  expect(Object.fromEntries(url?.searchParams ?? [])).toEqual({
    appid: 'wx0123456789abcdef',
    secret: 's3cr3t',
    js_code: 'a b&c',
    grant_type: 'authorization_code',
  })
})

test.each([
  [40029, 'unauthenticated'],
  [40163, 'unauthenticated'],
  [45011, 'rate-limited'],
  [40226, 'forbidden'],
  [-1, 'unavailable'],
  [40013, 'unavailable'],
])('error %d', async (errcode, error) => {
  answer = says({ errcode, errmsg: 'x' })
  expect(await exchange()).toEqual({ ok: false, error })
})

test.each([
  ['HTML', says('<html>captive portal</html>')],
  ['null', says('null')],
  ['an empty openid', says({ openid: '' })],
  ['a cut-off answer', (_request: IncomingMessage, response: ServerResponse) => void response.destroy()],
  [
    'a redirect',
    (_request: IncomingMessage, response: ServerResponse) =>
      void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
  ],
])('%s is no answer', async (_name, reply) => {
  answer = reply
  expect(await exchange()).toEqual({ ok: false, error: 'unavailable' })
})

describe('asking again', () => {
  const answering = (...answers: ((request: IncomingMessage, response: ServerResponse) => void)[]) => {
    const before = asked.length
    answer = (request, response) =>
      (answers.shift() ?? says({ errcode: 40163, errmsg: 'code been used' }))(request, response)
    return () => asked.length - before
  }
  const cut = (_request: IncomingMessage, response: ServerResponse) => void response.destroy()

  test('busy (-1) is asked again, with the same code, at most three times in all', async () => {
    const times = answering(says({ errcode: -1 }), says({ errcode: -1 }), says({ openid: 'o-1' }))
    expect(await exchange()).toEqual({ ok: true, openid: 'o-1' })
    expect(times()).toBe(3)
    const busy = answering(says({ errcode: -1 }), says({ errcode: -1 }), says({ errcode: -1 }))
    expect(await exchange()).toEqual({ ok: false, error: 'unavailable' })
    expect(busy()).toBe(3)
  })

  test.each([
    ['a cut-off answer', cut],
    ['an answer that cannot be read', says('<html>')],
    ['an error of the gateway', says('bad gateway', 502)],
    ['a refusal', says({ errcode: 40029 })],
    ['too often', says({ errcode: 45011 })],
    ['a code used already', says({ errcode: 40163 })],
  ])('%s is not: the code may be used up', async (_name, first) => {
    const times = answering(first, says({ openid: 'o-1' }))
    expect((await exchange()).ok).toBe(false)
    expect(times()).toBe(1)
  })

  test('silence is not either, and does not take long', async () => {
    const times = answering(() => undefined, says({ openid: 'o-1' }))
    const started = Date.now()
    expect(await exchange()).toEqual({ ok: false, error: 'unavailable' })
    expect(times()).toBe(1)
    expect(Date.now() - started).toBeLessThan(7000)
  }, 10_000)

  test('nobody reached is: the code cannot have been used', async () => {
    const gone = createServer()
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve))
    const { port } = gone.address() as AddressInfo
    await new Promise((resolve) => gone.close(resolve))
    let pauses = 0
    const settings = { appId: 'wx0', secret: 's3cr3t', apiUrl: `http://127.0.0.1:${port}` }
    const nowhere = createWechatLogin(settings, log, async () => void pauses++)
    expect(await nowhere.exchange('c')).toEqual({ ok: false, error: 'unavailable' })
    expect(pauses).toBe(2)
  })
})

test('nothing listens there', async () => {
  const nowhere = createWechatLogin({ appId: 'wx0', secret: 's3cr3t', apiUrl: 'http://127.0.0.1:1' }, log)
  expect(await nowhere.exchange('c')).toEqual({ ok: false, error: 'unavailable' })
})

test('what is logged names neither the secret nor the code', () => {
  expect(logged.length).toBeGreaterThan(0)
  expect(logged.join()).not.toMatch(/s3cr3t|the-code/)
})
