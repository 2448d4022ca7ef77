/** The codes that reps hand out: WeChat's round ones over HTTPS and by cloud call, else QR codes that can be read. */
import { execFileSync } from 'node:child_process'
import { createCloudCodes } from '../../src/server/adapters/cloudbase/codes'
import { createMiniProgramCodes } from '../../src/server/adapters/mini-program-codes'
import type { AccessAnswer } from '../../src/server/adapters/wechat-access'
import type { Log } from '../../src/server/core/ports'
import { createTestCore } from './support/core'
import { createRep } from './support/reps'

const scene = 'Abcdefghij_-0123456789'
const url = `https://kaitong.example/?scene=${scene}`
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47])

const logged: unknown[] = []
const log: Log = { info: () => undefined, error: (event, _error, details) => logged.push([event, details]) }
beforeEach(() => void logged.splice(0))

const json = (errcode: unknown): AccessAnswer => ({ kind: 'json', json: { errcode, errmsg: 'made up' } })

describe('over HTTPS', () => {
  test('the scene alone travels: 22 of the allowed characters, the page, a size for print', async () => {
    const asked: unknown[] = []
    const codes = createMiniProgramCodes(
      { post: async (...call) => (asked.push(call), { kind: 'bytes', bytes: png }) },
      log,
    )
    expect(await codes.draw(scene, url)).toEqual({ ok: true, png })
    expect(asked).toEqual([
      [
        '/wxa/getwxacodeunlimit',
        { scene, page: 'pages/home/index', check_path: false, env_version: 'release', width: 860 },
      ],
    ])
    expect(scene).toMatch(/^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]{1,32}$/)
  })

  test.each<[string, AccessAnswer, string]>([
    ['45009, the quota', json(45009), 'rate-limited'],
    ['-1, busy', json(-1), 'rate-limited'],
    ['41030, no such page', json(41030), 'unavailable'],
    ['40097, wrong parameters', json(40097), 'unavailable'],
    ['an answer without a code', { kind: 'json', json: {} }, 'unavailable'],
    ['bytes that are no picture', { kind: 'bytes', bytes: Buffer.from('<html>') }, 'unavailable'],
    ['silence', { kind: 'unknown' }, 'unavailable'],
    ['no token', { kind: 'no-token' }, 'unavailable'],
  ])('%s', async (_name, answer, error) => {
    const codes = createMiniProgramCodes({ post: async () => answer }, log)
    expect(await codes.draw(scene, url)).toEqual({ ok: false, error })
    expect(logged).toHaveLength(1)
    expect(JSON.stringify(logged)).not.toContain(scene)
  })
})

describe('by cloud call', () => {
  const codes = (getUnlimited: () => Promise<{ buffer?: Uint8Array; errCode?: unknown }>) =>
    createCloudCodes({ openapi: { wxacode: { getUnlimited } } }, log)

  test.each<[string, () => Promise<{ buffer?: Uint8Array; errCode?: unknown }>, object]>([
    ['a picture', async () => ({ buffer: png, errCode: 0 }), { ok: true, png }],
    ['JSON in its place', async () => ({ errCode: 45009 }), { ok: false, error: 'rate-limited' }],
    [
      '45009 thrown',
      () => Promise.reject(Object.assign(new Error('quota'), { errCode: 45009 })),
      { ok: false, error: 'rate-limited' },
    ],
    [
      'no permission',
      () => Promise.reject(Object.assign(new Error('no'), { errCode: -604101 })),
      { ok: false, error: 'unavailable' },
    ],
  ])('%s', async (_name, answer, outcome) => {
    expect(await codes(answer).draw(scene, url)).toEqual(outcome)
  })
})

test('a quota is said to the rep with the time to wait, and the next try may do', async () => {
  const answers = [{ ok: false, error: 'rate-limited' } as const, { ok: true, png } as const]
  const core = createTestCore({
    codes: { kind: 'mini-program', draw: async () => answers.shift() ?? { ok: false, error: 'unavailable' } },
  })
  const rep = await createRep(core)
  const ask = () => rep.call('rep-code-image', { scene: rep.scene })
  expect(await ask()).toMatchObject({ error: 'rate-limited', retryAfter: 60 })
  expect(await ask()).toMatchObject({ ok: true, kind: 'mini-program', png: png.toString('base64') })
  expect(await ask()).toMatchObject({ ok: true })
})

test('a QR code says the address', () => {
  const read = execFileSync(process.execPath, ['tools/run.mjs', 'test/server/support/read-qr.ts', url], {
    encoding: 'utf8',
  })
  expect(read.trim()).toBe(url)
})
