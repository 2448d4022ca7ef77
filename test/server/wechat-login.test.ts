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
  createWechatLogin({ appId: 'wx0123456789abcdef', secret: 's3cr3t', apiUrl }, log).exchange(code)

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

test('nothing listens there', async () => {
  const nowhere = createWechatLogin({ appId: 'wx0', secret: 's3cr3t', apiUrl: 'http://127.0.0.1:1' }, log)
  expect(await nowhere.exchange('c')).toEqual({ ok: false, error: 'unavailable' })
})

test('what is logged names neither the secret nor the code', () => {
  expect(logged.length).toBeGreaterThan(0)
  expect(logged.join()).not.toMatch(/s3cr3t|the-code/)
})
