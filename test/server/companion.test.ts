import { addRep, newScene, revokeRep } from '../../src/server/core/reps'
import { emptyDoc } from '#sync/doc'
import { anyone, createTestCore, loginGuest, newId, startTime, type Guest, type TestCore } from './support/core'

const day = 86_400_000
const key = 'ab'.repeat(32)
const stamp = (ms: number, device = 'device001', counter = '0000') =>
  `${String(ms).padStart(13, '0')}-${counter}-${device}`

let core: TestCore
let guest: Guest
beforeEach(async () => {
  core = createTestCore()
  guest = await core.guest()
})

async function rep(name = '林晓') {
  const { id } = await addRep(core.ports, { name, company: '青禾软件' })
  const scene = await newScene(core.ports, id, '展会')
  return { id, scene: scene ?? '' }
}

describe('every action', () => {
  test('an unknown one is a bad request, also when its name is that of a built-in', async () => {
    for (const name of [
      '',
      'nothing',
      '__proto__',
      'constructor',
      'toString',
      'photo-chunk',
      'desk-open',
    ]) {
      expect(await guest.call(name)).toMatchObject({ ok: false, error: 'bad-request' })
    }
  })

  test('a refusal has a closed code and a Chinese sentence', async () => {
    const refusal = await guest.call('photo-link', { photoId: newId(), variant: 'full' })
    expect(refusal).toEqual({
      ok: false,
      error: 'not-found',
      message: expect.stringMatching(/^[\u4e00-\u9fff，。、]+$/) as string,
    })
  })

  test.each([
    'join',
    'leave',
    'consent',
    'sync',
    'photo-ticket',
    'photo-commit',
    'photo-link',
    'photo-delete',
    'remind',
    'export-me',
    'erase-me',
  ])('%s asks for a token', async (action) => {
    expect(await core.call(anyone, action, {})).toMatchObject({ error: 'unauthenticated' })
    expect(await core.call({ via: 'token', token: 'x'.repeat(43) }, action, {})).toMatchObject({
      error: 'unauthenticated',
    })
    expect(await core.call({ via: 'cloud', openid: 'stranger' }, action, {})).toMatchObject({
      error: 'unauthenticated',
    })
  })

  test.each([
    'login',
    'join',
    'consent',
    'sync',
    'photo-ticket',
    'photo-commit',
    'photo-link',
    'photo-delete',
    'remind',
  ])('%s refuses bodies of another shape', async (action) => {
    const deep = JSON.parse(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`) as unknown
    for (const body of [null, 1, 'text', [], deep]) {
      expect(await guest.call(action, body)).toMatchObject({ ok: false, error: 'bad-request' })
    }
    // A scene that is none is not found, whatever it is.
    const wrong = await guest.call(action, { kind: 'everything', provider: 'root', photoId: '../../etc', p: 2 })
    expect(wrong).toMatchObject({ ok: false, error: action === 'join' ? 'not-found' : 'bad-request' })
  })

  test('what goes wrong inside is `internal`, logged, and says nothing about itself', async () => {
    const broken = createTestCore({
      store: { ...core.ports.store, get: () => Promise.reject(new Error('secret path /srv/db')) },
    })
    const reply = await broken.call({ via: 'token', token: guest.token }, 'sync', {})
    expect(reply).toMatchObject({ ok: false, error: 'internal' })
    expect(JSON.stringify(reply)).not.toContain('srv')
    expect(broken.log[0]).toMatchObject({ event: 'action failed', details: { action: 'sync' } })
  })
})

describe('login', () => {
  test('the same guest is the same merchant, with a new token each time', async () => {
    const again = await loginGuest(core.call, guest.key)
    expect(again.id).toBe(guest.id)
    expect(again.token).not.toBe(guest.token)
    expect(guest.id).toMatch(/^[A-Za-z0-9]{22}$/)
    expect(Buffer.from(guest.token, 'base64url')).toHaveLength(32)
    expect(await core.call(anyone, 'login', { provider: 'guest', key })).toMatchObject({
      ok: true,
      invitedBy: null,
      rep: null,
      consents: {},
      time: startTime,
    })
  })

  test('the store holds neither the token nor the key', async () => {
    for (const collection of ['tokens', 'identities', 'merchants'] as const) {
      const text = JSON.stringify(await core.ports.store.list(collection, { limit: 100 }))
      expect(text).not.toContain(guest.token)
      expect(text).not.toContain(guest.key)
    }
  })

  test('two first logins at once agree on one merchant', async () => {
    const fresh = 'cd'.repeat(32)
    const both = await Promise.all(Array.from({ length: 8 }, () => loginGuest(core.call, fresh)))
    expect(new Set(both.map(({ id }) => id)).size).toBe(1)
    for (const each of both) expect(await each.call('leave')).toMatchObject({ ok: true })
  })

  test('guests are refused where they are not allowed', async () => {
    const strict = createTestCore({}, { allowGuests: false })
    expect(await strict.call(anyone, 'login', { provider: 'guest', key })).toMatchObject({
      error: 'forbidden',
      need: 'wechat',
    })
  })

  test('a token ends after 7 idle days, and after 30 days in any case', async () => {
    core.advance(6 * day)
    expect(await guest.call('leave')).toMatchObject({ ok: true })
    core.advance(6 * day)
    expect(await guest.call('leave')).toMatchObject({ ok: true })
    core.advance(7 * day + 1)
    expect(await guest.call('leave')).toMatchObject({ error: 'unauthenticated' })
    const other = await core.guest()
    for (let i = 0; i < 10; i++) {
      core.advance(3 * day)
      expect(await other.call('leave')).toMatchObject({ ok: true })
    }
    core.advance(1)
    expect(await other.call('leave')).toMatchObject({ error: 'unauthenticated' })
  })

  test("in the cloud the identity is the call's own, whatever the body says", async () => {
    const mine = await core.call({ via: 'cloud', openid: 'openid-1' }, 'login', { provider: 'guest', key: guest.key })
    expect(mine).toMatchObject({ ok: true, token: null })
    expect((mine as unknown as { merchant: { id: string } }).merchant.id).not.toBe(guest.id)
    expect(
      await core.call({ via: 'cloud', openid: 'openid-1' }, 'login', { provider: 'wechat', code: 'x' }),
    ).toMatchObject({ merchant: mine.merchant })
    expect(await core.call({ via: 'cloud', openid: null }, 'login', { provider: 'wechat', code: 'x' })).toMatchObject({
      error: 'unauthenticated',
    })
    expect(await core.call({ via: 'cloud', openid: 'openid-1' }, 'export-me', {})).toMatchObject({ ok: true })
  })

  test.each([
    ['unauthenticated', 'unauthenticated'],
    ['forbidden', 'forbidden'],
    ['rate-limited', 'rate-limited'],
    ['unavailable', 'unavailable'],
  ] as const)('WeChat answers %s', async (error, expected) => {
    const wechat = createTestCore({ wechat: { exchange: async () => ({ ok: false, error }) } })
    expect(await wechat.call(anyone, 'login', { provider: 'wechat', code: 'c' })).toMatchObject({
      ok: false,
      error: expected,
    })
  })

  test('through WeChat; without a code, or not configured', async () => {
    const wechat = createTestCore({ wechat: { exchange: async (code) => ({ ok: true, openid: `openid-of-${code}` }) } })
    const first = await wechat.call(anyone, 'login', { provider: 'wechat', code: 'a' })
    expect(await wechat.call(anyone, 'login', { provider: 'wechat', code: 'a' })).toMatchObject({
      ok: true,
      merchant: first.merchant,
    })
    expect(await wechat.call(anyone, 'login', { provider: 'wechat' })).toMatchObject({ error: 'bad-request' })
    expect(await core.call(anyone, 'login', { provider: 'wechat', code: 'a' })).toMatchObject({ error: 'unavailable' })
    expect(JSON.stringify(await wechat.ports.store.list('identities', { limit: 9 }))).not.toContain('openid-of')
  })

  test('shows the role of a rep', async () => {
    const { id } = await rep()
    const stored = await core.ports.store.get<object>('reps', id)
    await core.ports.store.put('reps', id, { ...stored?.value, merchant: guest.id }, 1)
    const login = await core.call(anyone, 'login', { provider: 'guest', key: guest.key })
    expect(login).toMatchObject({ rep: { id, name: '林晓', company: '青禾软件' } })
  })
})

describe('invite, join, leave', () => {
  test('a live scene shows the rep to anyone, and only name and company', async () => {
    const { scene } = await rep()
    expect(scene).toMatch(/^[A-Za-z0-9_-]{22}$/)
    expect(await core.call(anyone, 'invite', { scene })).toEqual({
      ok: true,
      rep: { name: '林晓', company: '青禾软件' },
    })
  })

  test('unknown, malformed and revoked scenes answer alike', async () => {
    const { id, scene } = await rep()
    await revokeRep(core.ports, id)
    const answers = []
    for (const wrong of [
      scene,
      'A'.repeat(22),
      '',
      'x'.repeat(5000),
      '../../x',
      7,
      null,
      undefined,
      { $ne: '' },
      '__proto__',
    ]) {
      answers.push(await core.call(anyone, 'invite', { scene: wrong }))
    }
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: false, error: 'not-found' })
    expect(await newScene(core.ports, id, 'x')).toBeNull()
  })

  test('joining needs the consent to share', async () => {
    const { scene } = await rep()
    expect(await guest.call('join', { scene })).toMatchObject({ error: 'forbidden', need: 'share-progress' })
    await guest.consent('share-progress')
    expect(await guest.call('join', { scene })).toEqual({ ok: true, invitedBy: { name: '林晓', company: '青禾软件' } })
    const login = await core.call(anyone, 'login', { provider: 'guest', key: guest.key })
    expect(login).toMatchObject({ invitedBy: { name: '林晓', company: '青禾软件' } })
    expect(await guest.call('join', { scene: 'A'.repeat(22) })).toMatchObject({ error: 'not-found' })
  })

  test('joining again counts once; another rep only on purpose, and photos are not shared on', async () => {
    const [first, second] = [await rep(), await rep('陈默')]
    await guest.consent('share-progress', 'share-photos')
    await guest.call('join', { scene: first.scene })
    await guest.call('join', { scene: first.scene })
    expect((await core.ports.store.get('scenes', first.scene))?.value).toMatchObject({ count: 1 })
    expect(await guest.call('join', { scene: second.scene })).toMatchObject({
      error: 'conflict',
      rep: { name: '林晓', company: '青禾软件' },
    })
    expect(await guest.call('join', { scene: second.scene, move: true })).toMatchObject({
      ok: true,
      invitedBy: { name: '陈默' },
    })
    const { data } = (await guest.call('export-me')) as unknown as {
      data: { consents: object; consentHistory: object[] }
    }
    expect(data.consents).toMatchObject({ 'share-progress': { granted: true }, 'share-photos': { granted: false } })
    expect(data.consentHistory.at(-1)).toMatchObject({ kind: 'share-photos', granted: false, because: 'moved' })
  })

  test("a rep whose role has ended is in nobody's way", async () => {
    const [first, second] = [await rep(), await rep('陈默')]
    await guest.consent('share-progress')
    await guest.call('join', { scene: first.scene })
    await revokeRep(core.ports, first.id)
    expect(await core.call(anyone, 'login', { provider: 'guest', key: guest.key })).toMatchObject({ invitedBy: null })
    expect(await guest.call('join', { scene: second.scene })).toMatchObject({ ok: true, invitedBy: { name: '陈默' } })
  })

  test('leaving ends the sharing, and can be said twice', async () => {
    const { scene } = await rep()
    await guest.consent('share-progress', 'share-photos')
    await guest.call('join', { scene })
    expect(await guest.call('leave')).toEqual({ ok: true })
    expect(await guest.call('leave')).toEqual({ ok: true })
    expect(await guest.call('join', { scene })).toMatchObject({ error: 'forbidden', need: 'share-progress' })
  })
})

describe('consent', () => {
  test("is kept with its text's version, its time, and its history", async () => {
    expect(await guest.call('consent', { kind: 'service', granted: true, version: 'v1' })).toEqual({
      ok: true,
      consents: { service: { granted: true, version: 'v1', at: startTime } },
    })
    core.advance(1000)
    await guest.call('consent', { kind: 'service', granted: true, version: 'v1' })
    await guest.call('consent', { kind: 'service', granted: false, version: 'v1' })
    const { data } = (await guest.call('export-me')) as unknown as { data: { consentHistory: object[] } }
    expect(data.consentHistory).toEqual([
      { kind: 'service', granted: true, version: 'v1', at: startTime },
      { kind: 'service', granted: false, version: 'v1', at: startTime + 1000 },
    ])
  })

  test.each([{ kind: 'all' }, { granted: 'yes' }, { version: '' }, { version: 'x'.repeat(65) }])(
    'refuses %p',
    async (wrong) => {
      expect(await guest.call('consent', { kind: 'service', granted: true, version: '1', ...wrong })).toMatchObject({
        error: 'bad-request',
      })
    },
  )
})

describe('sync', () => {
  const request = (doc: string, ops: unknown[] = [], more: object = {}) => ({
    p: 1,
    schema: 1,
    doc,
    dev: 'device001',
    ep: null,
    base: 0,
    ops,
    ...more,
  })
  const op = (k: string, v: unknown, ms = startTime) => ({ k, v, s: stamp(ms) })

  test('reading needs no consent, pushing needs `service`', async () => {
    expect(await guest.call('sync', request(guest.id))).toMatchObject({
      ok: true,
      ver: 0,
      full: true,
      patch: [],
      time: startTime,
      consents: {},
    })
    expect(await guest.call('sync', request(guest.id, [op('a.subject', 'company')]))).toMatchObject({
      error: 'forbidden',
      need: 'service',
    })
    await guest.consent('service')
    const pushed = await guest.call('sync', request(guest.id, [op('a.subject', 'company')]))
    expect(pushed).toMatchObject({ ok: true, ver: 1, consents: { service: { granted: true } } })
    expect(await guest.call('sync', request(guest.id))).toMatchObject({
      patch: [op('a.subject', 'company')],
      dig: pushed.dig,
    })
  })

  test("somebody else's document is not there", async () => {
    const other = await core.guest()
    await guest.consent('service')
    expect(await guest.call('sync', request(other.id, [op('a.subject', 'company')]))).toMatchObject({
      error: 'not-found',
    })
    expect(await guest.call('sync', request(newId()))).toMatchObject({ error: 'not-found' })
    expect(await other.call('sync', request(other.id))).toMatchObject({ patch: [] })
  })

  test('a bad op is named and holds nobody up; server keys and local keys stay out', async () => {
    await guest.consent('service')
    const ops = [
      op('v.photo.abcdefghijklmnop', { state: 'ok' }),
      op('l.company-bank-account.number', '6222'),
      op('role', 'admin'),
      op('a.subject', ['company']),
      { k: 'a.subject', v: 'company', s: 'now' },
      op('t.shop.name', '青禾烘焙'),
    ]
    const reply = await guest.call('sync', request(guest.id, ops))
    expect((reply as unknown as { rejected: { code: string }[] }).rejected.map(({ code }) => code)).toEqual([
      'server-only',
      'local',
      'key',
      'value',
      'stamp',
    ])
    expect(reply.patch).toEqual([op('t.shop.name', '青禾烘焙')])
  })

  test("a stamp from the future is refused with the server's time, and nothing is applied", async () => {
    await guest.consent('service')
    const ops = [op('a.subject', 'company'), op('a.industry', 'bakery', startTime + 61_000)]
    expect(await guest.call('sync', request(guest.id, ops))).toMatchObject({
      ok: false,
      error: 'clock',
      time: startTime,
    })
    expect(await guest.call('sync', request(guest.id))).toMatchObject({ ver: 0 })
    expect(await guest.call('sync', request(guest.id, [op('a.industry', 'bakery', startTime + 59_000)]))).toMatchObject(
      { ok: true },
    )
  })

  test('an old client may read, not push; more than 256 ops are too large', async () => {
    await guest.consent('service')
    expect(await guest.call('sync', request(guest.id, [op('a.subject', 'company')], { schema: 0 }))).toMatchObject({
      error: 'upgrade',
      minSchema: 1,
    })
    expect(await guest.call('sync', request(guest.id, [], { schema: 0 }))).toMatchObject({ ok: true })
    const many = Array.from({ length: 257 }, (_, i) => op(`t.shop.f${i}`, 'x'))
    expect(await guest.call('sync', request(guest.id, many))).toMatchObject({ error: 'too-large' })
  })

  test('requests at once lose nothing', async () => {
    await guest.consent('service')
    const fields = Array.from({ length: 12 }, (_, i) => `t.shop.f${i}`)
    const replies = await Promise.all(fields.map((k) => guest.call('sync', request(guest.id, [op(k, k)]))))
    expect(replies.every(({ ok }) => ok)).toBe(true)
    const { patch } = (await guest.call('sync', request(guest.id))) as unknown as { patch: { k: string }[] }
    expect(patch.map(({ k }) => k).sort()).toEqual([...fields].sort())
  })

  test('the same request twice changes nothing the second time', async () => {
    await guest.consent('service')
    const body = request(guest.id, [op('a.subject', 'company')])
    const [first, second] = [await guest.call('sync', body), await guest.call('sync', body)]
    expect(second).toMatchObject({ ver: first.ver, dig: first.dig })
  })

  test('120 a minute', async () => {
    for (let i = 0; i < 120; i++) await guest.call('sync', request(guest.id))
    expect(await guest.call('sync', request(guest.id))).toMatchObject({ error: 'rate-limited', retryAfter: 60 })
    expect(await (await core.guest()).call('sync', request(guest.id))).toMatchObject({ error: 'not-found' })
    core.advance(60_000)
    expect(await guest.call('sync', request(guest.id))).toMatchObject({ ok: true })
  })

  test('a merchant who comes back after a restore is told the new epoch', async () => {
    await guest.consent('service')
    const { ep } = await guest.call('sync', request(guest.id, [op('a.subject', 'company')]))
    const stored = await core.ports.store.get<object>('merchants', guest.id)
    await core.ports.store.put(
      'merchants',
      guest.id,
      { ...stored?.value, doc: emptyDoc('restored') },
      stored?.version ?? 0,
    )
    expect(await guest.call('sync', request(guest.id, [], { ep, base: 1 }))).toMatchObject({
      full: true,
      ep: 'restored',
      patch: [],
    })
  })
})

describe('export-me and erase-me', () => {
  test('export everything', async () => {
    await guest.consent('service')
    await guest.call('sync', {
      p: 1,
      schema: 1,
      doc: guest.id,
      dev: 'device001',
      ep: null,
      base: 0,
      ops: [{ k: 't.shop.name', v: '青禾烘焙', s: stamp(startTime) }],
    })
    expect(await guest.call('export-me')).toMatchObject({
      ok: true,
      data: {
        merchant: { id: guest.id, created: startTime },
        entries: [{ key: 't.shop.name', value: '青禾烘焙', changed: startTime }],
        logins: [{ created: startTime }],
        photos: [],
        invitedBy: null,
      },
    })
  })

  test('erase leaves nothing but the id', async () => {
    const { id: repId, scene } = await rep()
    await guest.consent('service', 'share-progress')
    await guest.call('join', { scene })
    const second = await loginGuest(core.call, guest.key)
    const stored = await core.ports.store.get<object>('reps', repId)
    await core.ports.store.put('reps', repId, { ...stored?.value, merchant: guest.id }, 1)
    expect(await guest.call('erase-me')).toEqual({ ok: true })
    expect(await guest.call('export-me')).toMatchObject({ error: 'unauthenticated' })
    expect(await second.call('export-me')).toMatchObject({ error: 'unauthenticated' })
    for (const collection of ['merchants', 'identities', 'tokens', 'tickets'] as const) {
      expect(await core.ports.store.list(collection, { limit: 10 })).toEqual([])
    }
    expect(await core.ports.store.list('erased', { limit: 10 })).toEqual([
      { id: guest.id, value: { at: startTime, by: 'merchant' } },
    ])
    expect((await core.ports.store.get('reps', repId))?.value).toMatchObject({ merchant: null })
    const back = await loginGuest(core.call, guest.key)
    expect(back.id).not.toBe(guest.id)
  })

  test('a login that meets a half-done erasure starts anew', async () => {
    await core.ports.store.put('erased', guest.id, { at: startTime }, 0)
    expect((await loginGuest(core.call, guest.key)).id).not.toBe(guest.id)
  })
})
