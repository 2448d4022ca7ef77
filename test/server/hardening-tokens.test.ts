/** Tokens: 256 bits, hashed, per device, idle 7 days, absolute 30 days, revocable, bounded, swept. */
import { endAllSessions, endSessions, maxDevices, sweepTokens } from '../../src/server/core/tokens'
import { defaultCoreSettings } from '../../src/server/core/settings'
import { anyone, createTestCore, loginGuest, type Answer, type Guest, type TestCore } from './support/core'

const day = 86_400_000
let core: TestCore
let guest: Guest
beforeEach(async () => {
  core = createTestCore()
  guest = await core.guest()
})

const tokens = (of = core) => of.ports.store.list<{ merchant: string }>('tokens', { limit: 1000 })
const works = async (token: string, of = core) => (await of.call({ via: 'token', token }, 'export-me', {})).ok === true
const again = () => loginGuest(core.call, guest.key)

test('each login has its own 256 random bits; the store keeps the SHA-256 alone', async () => {
  const devices = await Promise.all(Array.from({ length: 10 }, again))
  const all = [guest, ...devices].map(({ token }) => token)
  expect(new Set(all).size).toBe(11)
  for (const token of all) {
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(await core.ports.store.get('tokens', core.ports.secrets.sha256(token))).not.toBeNull()
  }
  const kept = JSON.stringify(await tokens())
  for (const token of all) expect(kept).not.toContain(token)
})

test('used every six days it lasts 30 days and no longer; unused for more than seven it is over', async () => {
  const other = await again()
  for (let at = 6; at <= 30; at += 6) {
    core.advance(6 * day)
    expect(await works(guest.token)).toBe(true)
    if (at === 6) expect(await works(other.token)).toBe(true)
    if (at === 18) expect(await works(other.token)).toBe(false)
  }
  core.advance(1)
  expect(await works(guest.token)).toBe(false)
  expect(await tokens()).toEqual([])
})

test('a token says nothing about the merchant, and its neighbours are nobody', async () => {
  expect(guest.token).not.toContain(guest.id)
  for (const near of [guest.token.slice(0, -1), `${guest.token}A`, guest.token.toUpperCase(), '', ' '.repeat(43)])
    expect(await works(near)).toBe(false)
})

test('ending the sessions of one merchant ends them on every device, and nobody else’s', async () => {
  const [second, stranger] = [await again(), await core.guest()]
  expect(await endSessions(core.ports, guest.id)).toBe(2)
  expect([await works(guest.token), await works(second.token), await works(stranger.token)]).toEqual([
    false,
    false,
    true,
  ])
  const back = await again()
  expect([back.id, await works(back.token)]).toEqual([guest.id, true])
  expect(await endAllSessions(core.ports)).toBe(2)
  expect([await works(back.token), await works(stranger.token)]).toEqual([false, false])
})

test('erase-me ends them all', async () => {
  const second = await again()
  await guest.call('erase-me')
  expect([await works(guest.token), await works(second.token), await tokens()]).toEqual([false, false, []])
})

test(`of more than ${maxDevices} devices the one unused for longest has to log in again`, async () => {
  const devices: Guest[] = [guest]
  for (let i = 1; i < maxDevices; i++) {
    core.advance(2 * 3_600_000)
    devices.push(await again())
  }
  core.advance(2 * 3_600_000)
  expect(await works(guest.token)).toBe(true)
  await again()
  expect(await tokens()).toHaveLength(maxDevices)
  expect([
    await works(guest.token),
    await works(devices[1]?.token ?? ''),
    await works(devices[2]?.token ?? ''),
  ]).toEqual([true, false, true])
})

test('what nobody comes back with is swept', async () => {
  core.advance(5 * day)
  const young = await core.guest()
  core.advance(3 * day)
  const settings = { ...defaultCoreSettings, allowGuests: true }
  expect(await sweepTokens({ ports: core.ports, settings })).toBe(1)
  expect((await tokens()).map(({ value }) => value.merchant)).toEqual([young.id])
  expect(await works(young.token)).toBe(true)
})

describe('through WeChat', () => {
  type Exchange = Awaited<ReturnType<NonNullable<TestCore['ports']['wechat']>['exchange']>>
  const coreWith = (answer: Exchange) => createTestCore({ wechat: { exchange: async () => answer } })
  const login = (of: TestCore, body: object = { provider: 'wechat', code: 'c' }): Promise<Answer> =>
    of.call(anyone, 'login', body)

  test.each([
    ['unauthenticated', 'unauthenticated', undefined],
    ['rate-limited', 'rate-limited', 60],
    ['forbidden', 'forbidden', undefined],
    ['unavailable', 'unavailable', undefined],
  ] as const)('%s reaches the phone as %s', async (error, expected, retryAfter) => {
    const of = coreWith({ ok: false, error })
    expect(await login(of)).toMatchObject({
      ok: false,
      error: expected,
      ...(retryAfter !== undefined && { retryAfter }),
    })
    expect(await tokens(of)).toEqual([])
  })

  test('the openid is nowhere in the store; the body never says who it is', async () => {
    const of = coreWith({ ok: true, openid: 'oCANARY-openid' })
    const first = await login(of)
    const forged = await login(of, { provider: 'wechat', code: 'c', openid: 'o-else', OPENID: 'o-else', merchant: 'x' })
    expect(forged.merchant).toEqual(first.merchant)
    for (const collection of ['merchants', 'identities', 'tokens', 'meta'] as const)
      expect(JSON.stringify(await of.ports.store.list(collection, { limit: 100 }))).not.toContain('CANARY')
    expect(JSON.stringify([first, forged])).not.toContain('CANARY')
  })

  test('a guest’s key never becomes a WeChat identity', async () => {
    const of = createTestCore({ wechat: { exchange: async () => ({ ok: true, openid: 'ab'.repeat(32) }) } })
    const asGuest = await login(of, { provider: 'guest', key: 'ab'.repeat(32) })
    expect((await login(of)).merchant).not.toEqual(asGuest.merchant)
  })
})
