/** What is written down: every action with values that must not be, against the real program at its most talkative. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { createJsonLog } from '../../src/server/adapters/json-log'
import { described, redactText, redacted } from '../../src/server/adapters/redact'
import { inRequest } from '../../src/server/adapters/request-id'
import { until } from '../support/until'
import { actionNames } from './support/authorization/matrix'
import { newId } from './support/core'
import { temporaryFolder } from './support/folders'
import { loginPhone, post, postFile, type Phone } from './support/http-client'
import { jpegPhoto, sha256 } from './support/photos'
import { runProgram, type Program } from './support/program'
import { startWechat, type WechatStandIn } from './support/wechat-stand-in'

jest.setTimeout(60_000)

const folder = temporaryFolder()
const openid = 'oCANARY1234567890abcdefghijk'
const secret = 'c0ffee'.repeat(5) + 'ab'
let wechat: WechatStandIn
let server: Program
let phone: Phone
const canaries = new Set<string>()
/** Remembers what must not turn up. */
const canary = (text: string): string => {
  canaries.add(text)
  return text
}

beforeAll(async () => {
  wechat = await startWechat(secret)
  server = await runProgram({
    DATA_DIR: folder.path,
    LOG_LEVEL: 'trace',
    WECHAT_APPID: 'wx0123456789abcdef',
    WECHAT_SECRET: canary(secret),
    WECHAT_API_URL: wechat.apiUrl,
    MASTER_KEY: canary('fe'.repeat(32)),
  })
  phone = await loginPhone(server.url)
})
afterAll(async () => {
  await server.stop('SIGTERM')
  await wechat.close()
  folder.remove()
})

/** One body for every action, full of what must not be logged. */
const bodies = (): Readonly<Record<string, object>> => ({
  login: { provider: 'wechat', code: canary(`code-of-${openid}`) },
  invite: { scene: canary('CANARYscene_0123456789'), note: canary('CANARY-邀请') },
  join: { scene: canary('CANARYscene_9876543210') },
  leave: { text: canary('CANARY-leave') },
  consent: { kind: 'share-progress', granted: true, version: canary('CANARY-version') },
  sync: {
    p: 1,
    schema: 1,
    doc: phone.id,
    dev: 'device001',
    ep: null,
    base: 0,
    ops: [{ k: 't.shop.name', v: canary('CANARY-海棠花店'), s: `${Date.now()}-0000-device001` }],
  },
  'photo-ticket': { photoId: newId(), slot: 'avatar', sha256: 'a'.repeat(64), size: 3, name: canary('CANARY.jpg') },
  'photo-chunk': { photoId: newId(), offset: 0, data: canary('CANARYchunk0') },
  'photo-commit': { photoId: newId(), text: canary('CANARY-commit') },
  'photo-link': { photoId: newId(), variant: canary('CANARY-variant') },
  'desk-open': { text: canary('CANARY-desk') },
  'desk-info': { desk: newId(), text: canary('CANARY-desk-info') },
  'desk-approve': { desk: newId(), text: canary('CANARY-approve') },
  'desk-revoke': { desk: newId(), text: canary('CANARY-revoke') },
  'desk-poll': { desk: newId(), secret: canary('CANARYsecret_'.repeat(4).slice(0, 43)) },
  'photo-delete': { photoId: canary('../CANARY-photo') },
  remind: { clock: 'reuse.menu', template: canary('CANARY-template-0123456789'), code: canary('CANARY-code') },
  'export-me': { text: canary('CANARY-export') },
  'erase-me': { text: canary('CANARY-erase') },
  'rep-claim': { code: canary('CANAR-YCODE-ABCDE-FGHJK-LMNPQ-R') },
  'rep-codes': { text: canary('CANARY-codes') },
  'rep-code-add': { name: canary('CANARY-街区') },
  'rep-code-revoke': { scene: canary('CANARYrevoke_012345678') },
  'rep-code-image': { scene: canary('CANARYimage_0123456789') },
  'rep-merchants': { search: canary('CANARY-找店'), cursor: canary('CANARY-cursor') },
  'rep-merchant': { id: newId(), text: canary('CANARY-merchant') },
  'rep-note': { id: newId(), text: canary('CANARY-备注') },
  'rep-review': { id: newId(), photoId: newId(), verdict: 'retake', reason: canary('CANARY-原因') },
  'rep-overview': { from: '2026-11-01', to: canary('CANARY-to') },
  'rep-export': { cursor: canary('CANARY-export-cursor') },
})

/** What it wrote, once that is there: a line may come after the answer that it is about. */
async function outputWith(program: Program, text: string): Promise<string> {
  await until(`${text} is written`, () => program.output().includes(text))
  return program.output()
}

const told = (text: string) => [...canaries].filter((each) => text.includes(each) || text.includes(encodeURI(each)))

test('the real program, every action, good and bad bodies, its doors and its errors: nothing of them is written', async () => {
  canary(phone.token)
  canary(phone.key)
  canary(openid)
  expect(Object.keys(bodies()).sort()).toEqual([...actionNames()].sort())
  for (const action of actionNames().filter((name) => name !== 'erase-me')) {
    const body = bodies()[action] ?? {}
    await phone.call(action, body)
    await phone.call(action, { ...body, p: 'CANARY', kind: 'CANARY', provider: 'CANARY' })
    await post(`${server.url}/api/${action}`, `${JSON.stringify(body)} CANARY`, {
      authorization: `Bearer ${canary('CANARYtoken'.repeat(4))}`,
      'x-forwarded-for': 'CANARY',
      'user-agent': canary('CANARY-agent'),
      cookie: canary('CANARY-cookie=1'),
    })
  }
  await post(`${server.url}/api/${canary('CANARY-in-the-path')}?token=${canary('CANARYquery')}`, '{}')
  await fetch(`${server.url}/${canary('CANARY-page')}?scene=${canary('CANARYlink')}`, {
    headers: { accept: 'text/html' },
  })
  const photoId = newId()
  const bytes = await jpegPhoto(80, 60)
  const ticket = await phone.call('photo-ticket', {
    photoId,
    slot: 'avatar',
    sha256: sha256(bytes),
    size: bytes.length,
  })
  await postFile(`${server.url}${canary(String(ticket.body.url))}`, bytes, canary('CANARY-name.jpg'))
  await postFile(`${server.url}/upload?ticket=${canary('CANARYticket')}.x`, bytes)
  const link = await phone.call('photo-link', { photoId, variant: 'full' })
  await fetch(`${server.url}${canary(String(link.body.url))}`)
  // The door to WeChat goes away: what fails then is named without its address.
  await wechat.close()
  await post(`${server.url}/api/login`, JSON.stringify({ provider: 'wechat', code: canary('CANARY-late-code') }))
  await phone.call('erase-me', bodies()['erase-me'])
  const output = await outputWith(server, '"action":"erase-me"')
  expect(told(output)).toEqual([])
  expect(output).not.toMatch(/CANARY|海棠/)
  for (const action of actionNames()) expect(output).toContain(`"action":"${action}"`)
  expect(output).toContain('code2Session failed')
})

test('every line but the first is JSON, and the lines of one request carry the id that its answer has', async () => {
  const answer = await post(`${server.url}/api/login`, JSON.stringify({ provider: 'wechat', code: 'gone' }))
  const id = answer.headers.get('x-request-id') ?? ''
  expect(id).toMatch(/^[0-9a-f]{16}$/)
  const output = await outputWith(server, `"request":"${id}","method"`)
  const lines = output
    .trim()
    .split('\n')
    .filter((line) => !line.includes('已启动'))
  const parsed = lines.map((line) => JSON.parse(line) as { request?: string; msg: string; level: number })
  expect(parsed.filter(({ request }) => request === id).map(({ msg }) => msg)).toEqual([
    'code2Session failed',
    'request',
  ])
  expect(answer.status).toBe(503)
})

describe('the redactor', () => {
  const secrets = fc.constantFrom(
    'x'.repeat(43),
    'ab'.repeat(32),
    openid,
    'ABCDE-FGHJK-LMNPQ-RSTUV-WXYZ2-34567-8',
    'merchant@example.com',
    '13912345678',
  )

  test('finds secrets by their form, wherever they are', () => {
    fc.assert(
      fc.property(
        secrets,
        fc.constantFrom('', ' ', '=', ': ', '("', '/'),
        fc.constantFrom('', ' ', '"', ')', '.'),
        (it, a, b) => {
          expect(redactText(`before${a}${a === '' ? ' ' : ''}${it}${b} after`)).not.toContain(it)
          expect(JSON.stringify(redacted({ deep: [{ note: `${a}${it}${b}` }] }))).not.toContain(it)
          expect(JSON.stringify(described(new Error(`failed${a}${a === '' ? ' ' : ''}${it}${b}`)))).not.toContain(it)
        },
      ),
    )
  })

  test('drops members by name, at any depth, and keeps what helps', () => {
    const given = {
      action: 'sync',
      merchant: 'A1b2C3d4E5f6G7h8I9j0Kl',
      status: 503,
      token: 't',
      nested: { authorization: 'a', text: 'x', accessToken: 'y', ms: 3, list: [{ openid: 'o', kind: 'photo' }] },
    }
    expect(redacted(given)).toEqual({
      action: 'sync',
      merchant: 'A1b2C3d4E5f6G7h8I9j0Kl',
      status: 503,
      nested: { ms: 3, list: [{ kind: 'photo' }] },
    })
  })

  test('never throws and never makes a circle, whatever it is given', () => {
    const circle: Record<string, unknown> = { a: 1 }
    circle.self = circle
    expect(() => JSON.stringify(redacted(circle))).not.toThrow()
    fc.assert(
      fc.property(fc.anything(), (value) => {
        JSON.stringify(redacted(value))
        JSON.stringify(described(value))
      }),
    )
  })

  test.each([
    ['a parser', () => JSON.parse('{"shop":"海棠花店 CANARY"')],
    ['an address', () => new URL('CANARY://user:CANARY@[')],
    [
      'a database',
      () => Object.assign(new Error('invalid input "CANARY"'), { code: '22P02', detail: 'CANARY', where: 'CANARY' }),
    ],
    [
      'a request',
      () =>
        Object.assign(new Error('GET https://api.example/x?secret=CANARY failed'), { config: { headers: 'CANARY' } }),
    ],
    ['a chain', () => new Error('outer', { cause: new Error('postgres://u:CANARY@db/x refused') })],
  ])('an error of %s: its kind and its place, not what it stumbled over', (_name, make) => {
    let error: unknown
    try {
      error = make()
    } catch (thrown) {
      error = thrown
    }
    const text = JSON.stringify(described(error))
    expect(text).not.toMatch(/CANARY|海棠/)
    expect(text).toMatch(/"type":"\w+"/)
    expect(text).toContain('hardening-log.test')
  })

  test("the cloud function's log: a line of JSON, redacted, with its request", () => {
    const lines: string[] = []
    const log = createJsonLog((line) => lines.push(line))
    inRequest('request-1', () =>
      log.error('action failed', new Error(`no ${openid}`), { action: 'sync', token: 'CANARY' }),
    )
    log.info('merchant erased', { merchant: 'A1b2C3d4E5f6G7h8I9j0Kl', text: 'CANARY' })
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      event: 'action failed',
      request: 'request-1',
      action: 'sync',
    })
    expect(JSON.parse(lines[1] ?? '')).toEqual({
      level: 'info',
      event: 'merchant erased',
      merchant: 'A1b2C3d4E5f6G7h8I9j0Kl',
    })
    expect(lines.join()).not.toMatch(/CANARY/)
  })
})

test('nothing in the function writes past the log', () => {
  const files = readdirSync('src/server', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  const writing = files.filter((file) =>
    /\bconsole\.|process\.std(out|err)/.test(readFileSync(`src/server/${file}`, 'utf8')),
  )
  // The program's own sentences to whoever starts it; the platform's log; the one redacted stream.
  expect(writing.sort()).toEqual(['adapters/http/logger.ts', 'main.cloudbase.ts', 'main.http.ts'])
})
