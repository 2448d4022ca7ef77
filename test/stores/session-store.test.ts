import { createSessionStore } from '../../src/miniapp/stores/session-store'
import type { Identity } from '../../src/miniapp/ports/identity'
import { createScriptedBackend, guest, never, refuse, type AnyReply } from '../support/backends'
import { createFakeClock, createMemoryStorage, noon } from '../support/ports'

const rep = { name: '陈敏', company: '好帮手科技' }
const scene = 'AAAAAAAAAAAAAAAAAAAAAA'
const consent = (granted: boolean) => ({ granted, version: 'v', at: 1 })
const loggedIn = (more: AnyReply = {}): AnyReply => ({
  ...{
    ok: true,
    token: 'token-1',
    merchant: { id: 'merchant-1' },
    invitedBy: null,
    rep: null,
    consents: {},
    time: noon,
  },
  ...more,
})

function setUp({
  identity = guest,
  storage = createMemoryStorage(),
}: { identity?: Identity; storage?: ReturnType<typeof createMemoryStorage> } = {}) {
  const backend = createScriptedBackend()
  const clock = createFakeClock()
  const merchants: [string, number][] = []
  let erased = 0
  backend.on('login', loggedIn())
  backend.on('consent', ({ kind, granted }) => ({ ok: true, consents: { [String(kind)]: consent(granted === true) } }))
  const open = () =>
    createSessionStore({
      ...{ backend, clock, identity, storage },
      onMerchant: (id, time) => merchants.push([id, time]),
      exportDraft: () => ({ 't.shop.name': '老王面馆' }),
      onErase: async () => void (erased += 1),
      onLeft: async () => true,
    })
  return { backend, clock, storage, merchants, session: open(), reopen: open, erased: () => erased }
}

describe('before any consent', () => {
  test('nothing is sent, and nobody is logged in', async () => {
    const { backend, session } = setUp()
    expect(await session.ready()).toMatchObject({ ok: false, error: 'forbidden', need: 'service' })
    expect(await session.call('sync', {})).toMatchObject({ ok: false, need: 'service' })
    expect(session.getState()).toMatchObject({ merchantId: null, consents: { service: false, documents: false } })
    expect(backend.calls).toEqual([])
  })

  test('an invitation can be looked up, and is remembered', async () => {
    const { backend, session, reopen } = setUp()
    backend.on('invite', { ok: true, rep })
    expect(await session.invite(scene)).toMatchObject({ ok: true, rep })
    expect(backend.calls).toEqual([{ action: 'invite', body: { scene }, token: null }])
    expect(reopen().getState()).toMatchObject({
      scene,
      inviter: { ...rep, scene },
      inviteRevoked: false,
      merchantId: null,
    })
  })

  test('a code that no longer counts is said to be so', async () => {
    const { backend, session } = setUp()
    backend.on('invite', refuse('not-found'))
    expect(await session.invite(scene)).toMatchObject({ ok: false, error: 'not-found' })
    expect(session.getState()).toMatchObject({ inviter: null, inviteRevoked: true })
  })

  test('without a network the code is still remembered', async () => {
    const { session, reopen } = setUp()
    expect(await session.invite(scene)).toMatchObject({ ok: false, error: 'network' })
    expect(reopen().getState()).toMatchObject({ scene, inviter: null, inviteRevoked: false })
  })

  test('a strange answer names nobody', async () => {
    const { backend, session } = setUp()
    backend.on('invite', { ok: true, rep: { name: 7 } })
    expect(await session.invite(scene)).toMatchObject({ ok: false, error: 'unavailable' })
    expect(session.getState().inviter).toBeNull()
  })
})

describe('the consent to keep the progress', () => {
  test('holds at once, without a network, and is told with the first login', async () => {
    const { backend, session, merchants } = setUp()
    backend.on('login', refuse('network'))
    expect(await session.consent('service', true)).toEqual({ ok: true })
    expect(session.getState()).toMatchObject({ consents: { service: true }, unsentConsents: 1, merchantId: null })
    expect(await session.ready()).toMatchObject({ ok: false, error: 'network' })
    backend.on('login', loggedIn())
    expect(await session.ready()).toEqual({ ok: true })
    expect(session.getState()).toMatchObject({
      merchantId: 'merchant-1',
      unsentConsents: 0,
      consents: { service: true },
    })
    expect(backend.calls.at(-1)).toEqual({
      action: 'consent',
      body: { kind: 'service', granted: true, version: '2026-11-30' },
      token: 'token-1',
    })
    expect(merchants).toEqual([['merchant-1', noon]])
  })

  test('withdrawn holds at once too, and is told later', async () => {
    const { backend, session } = setUp()
    await session.consent('service', true)
    await session.ready()
    backend.once('consent', refuse('network'))
    await session.consent('service', false)
    expect(session.getState().consents.service).toBe(false)
    expect(await session.ready()).toMatchObject({ error: 'network' })
    expect(session.getState().unsentConsents).toBe(1)
    await session.ready()
    expect(session.getState()).toMatchObject({ unsentConsents: 0, consents: { service: false } })
  })

  test('changed while it is being told is told again', async () => {
    const { backend, session } = setUp()
    await session.consent('service', true)
    let answer: (reply: AnyReply) => void = () => undefined
    backend.once('consent', () => new Promise((resolve) => (answer = resolve)))
    const first = session.ready()
    await new Promise((resolve) => setImmediate(resolve))
    await session.consent('service', false)
    answer({ ok: true, consents: { service: consent(true) } })
    await first
    expect(session.getState()).toMatchObject({ unsentConsents: 1, consents: { service: false } })
  })

  test('withdrawn on another phone is withdrawn here', async () => {
    const { session } = setUp()
    await session.consent('service', true)
    await session.ready()
    session.heardConsents({ service: consent(false), documents: consent(true) })
    expect(session.getState().consents).toMatchObject({ service: false, documents: true })
    session.heardConsents(undefined)
    expect(session.getState().consents).toMatchObject({ service: false, documents: true })
    session.heardConsents({ documents: 'yes' })
    expect(session.getState().consents).toMatchObject({ service: false, documents: true })
  })

  test('is not given again by a reply that was overtaken', async () => {
    const { backend, session } = setUp()
    await session.consent('service', true)
    await session.ready()
    backend.on('consent', { ok: true, consents: { service: { granted: false, version: 'v', at: 9 } } })
    await session.consent('service', false)
    await session.ready()
    session.heardConsents({ service: { granted: true, version: 'v', at: 5 } })
    expect(session.getState().consents.service).toBe(false)
  })

  test('that the function says is missing is missing', async () => {
    const { backend, session } = setUp()
    await session.consent('service', true)
    await session.ready()
    backend.on('sync', refuse('forbidden', { need: 'service' }))
    await session.call('sync', {})
    expect(session.getState().consents.service).toBe(false)
  })
})

describe('logging in', () => {
  test('a guest makes a key of 64 hex characters, and keeps it', async () => {
    const { backend, session, reopen } = setUp()
    await session.consent('service', true)
    await session.ready()
    const key = backend.calls[0]?.body.key
    expect(backend.calls[0]).toMatchObject({ action: 'login', body: { provider: 'guest' }, token: null })
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    await reopen().relogin()
    expect(backend.calls.at(-1)?.body.key).toBe(key)
  })

  test('WeChat’s code is used once each time', async () => {
    let made = 0
    const { backend, session } = setUp({ identity: { kind: 'wechat', code: async () => `code-${++made}` } })
    await session.consent('service', true)
    await session.ready()
    await session.relogin()
    const bodies = backend.calls.filter(({ action }) => action === 'login').map(({ body }) => body)
    expect(bodies).toEqual([
      { provider: 'wechat', code: 'code-1' },
      { provider: 'wechat', code: 'code-2', was: 'merchant-1' },
    ])
  })

  test('without a code from WeChat it is tried again later', async () => {
    const { backend, session } = setUp({ identity: { kind: 'wechat', code: async () => null } })
    await session.consent('service', true)
    expect(await session.ready()).toMatchObject({ ok: false, error: 'unauthenticated' })
    expect(backend.count('login')).toBe(0)
  })

  test('in the cloud works without a token', async () => {
    const { backend, session } = setUp({ identity: { kind: 'wechat', code: async () => 'code' } })
    backend.on('login', loggedIn({ token: null }))
    backend.on('export-me', { ok: true, data: {} })
    await session.consent('service', true)
    await session.ready()
    await session.exportMe()
    expect(backend.calls.at(-1)).toMatchObject({ action: 'export-me', token: null })
  })

  test('takes over what the function knows', async () => {
    const { backend, session } = setUp()
    const role = { id: 'rep-1', ...rep }
    backend.on(
      'login',
      loggedIn({ invitedBy: rep, rep: role, consents: { documents: consent(true), service: consent(false) } }),
    )
    await session.consent('service', true)
    backend.once('consent', refuse('network'))
    await session.ready()
    // The answer given here is newer than the function's.
    expect(session.getState()).toMatchObject({
      invitedBy: rep,
      rep: role,
      consents: { documents: true, service: true },
    })
  })

  test.each([{ merchant: null }, { merchant: {} }, { merchant: { id: 5 } }])(
    'is not believed with %j',
    async (more) => {
      const { backend, session } = setUp()
      backend.on('login', loggedIn(more))
      await session.consent('service', true)
      expect(await session.ready()).toMatchObject({ ok: false, error: 'unavailable' })
      expect(session.getState().merchantId).toBeNull()
    },
  )

  test('a session that cannot be read is none, and never a crash', () => {
    const { storage, reopen } = setUp()
    storage.set('kt.session.a', '1.2.{')
    storage.set('kt.session.b', 'x')
    expect(reopen().getState().merchantId).toBeNull()
    expect(storage.get('kt.session.bad')).toContain('1.2.{')
  })
})

describe('a token that has ended', () => {
  async function withToken() {
    const set = setUp()
    await set.session.consent('service', true)
    await set.session.ready()
    set.backend.on('export-me', (_body, token) =>
      token === 'token-2' ? { ok: true, data: { all: 1 } } : refuse('unauthenticated'),
    )
    return set
  }

  test('is renewed once, and the call repeated', async () => {
    const { backend, session } = await withToken()
    backend.on('login', loggedIn({ token: 'token-2' }))
    expect(await session.exportMe()).toEqual({ ok: true, text: '{\n  "all": 1\n}' })
    expect(backend.count('login')).toBe(2)
  })

  test('is renewed for all calls together', async () => {
    const { backend, session } = await withToken()
    backend.on('login', loggedIn({ token: 'token-2' }))
    const all = await Promise.all([session.exportMe(), session.exportMe(), session.exportMe(), session.relogin()])
    expect(all.every(({ ok }) => ok)).toBe(true)
    expect(backend.count('login')).toBe(2)
  })

  test('that ends again at once is not renewed in a circle', async () => {
    const { backend, session } = await withToken()
    expect(await session.exportMe()).toMatchObject({ ok: false, error: 'unauthenticated' })
    expect(backend.count('login')).toBe(2)
    expect(backend.count('export-me')).toBe(2)
  })

  test('whose renewal fails says why', async () => {
    const { backend, session } = await withToken()
    backend.on('login', refuse('network'))
    expect(await session.exportMe()).toMatchObject({ ok: false, error: 'network' })
  })

  test('renewed as somebody else does not repeat the call in their name', async () => {
    const { backend, session, merchants } = await withToken()
    backend.on('login', loggedIn({ token: 'token-2', merchant: { id: 'merchant-2' } }))
    expect(await session.call('sync', { doc: 'merchant-1' })).toMatchObject({ ok: false, error: 'network' })
    backend.on('sync', (_body, token) => (token === 'token-2' ? { ok: true } : refuse('unauthenticated')))
    expect(await session.call('sync', { doc: 'merchant-1' })).toMatchObject({ ok: false, error: 'unauthenticated' })
    expect(merchants.map(([id]) => id)).toEqual(['merchant-1', 'merchant-2'])
    expect(backend.calls.filter(({ token, action }) => token === 'token-2' && action === 'sync')).toEqual([])
  })
})

describe('joining a rep', () => {
  test('needs the consent to share', async () => {
    const { backend, session } = setUp()
    expect(await session.join(scene)).toMatchObject({ ok: false, error: 'forbidden', need: 'share-progress' })
    expect(backend.calls).toEqual([])
  })

  test('logs in, tells every consent, then joins', async () => {
    const { backend, session, reopen } = setUp()
    backend.on('consent', ({ kind }) => ({
      ok: true,
      consents: { service: consent(true), ...(kind === 'share-progress' && { 'share-progress': consent(true) }) },
    }))
    backend.on('join', { ok: true, invitedBy: rep })
    await session.consent('service', true)
    expect(await session.consent('share-progress', true)).toEqual({ ok: true })
    expect(await session.join(scene)).toMatchObject({ ok: true, invitedBy: rep })
    expect(backend.calls.map(({ action, body }) => [action, body.kind])).toEqual([
      ['login', undefined],
      ['consent', 'service'],
      ['consent', 'share-progress'],
      ['join', undefined],
    ])
    expect(reopen().getState()).toMatchObject({ invitedBy: rep, scene, consents: { 'share-progress': true } })
  })

  test('asks before leaving another rep', async () => {
    const { backend, session } = setUp()
    backend.on('join', ({ move }) =>
      move === true ? { ok: true, invitedBy: rep } : refuse('conflict', { rep: { name: '王', company: '别家' } }),
    )
    await session.consent('share-progress', true)
    expect(await session.join(scene)).toMatchObject({ ok: false, error: 'conflict', rep: { name: '王' } })
    expect(session.getState().invitedBy).toBeNull()
    expect(await session.join(scene, true)).toMatchObject({ ok: true })
    expect(session.getState().invitedBy).toEqual(rep)
  })

  test.each([true, false])('sharing (%s) changes only when the function has said so', async (granted) => {
    const { backend, session } = setUp()
    await session.consent('share-progress', true)
    backend.on('consent', refuse('network'))
    expect(await session.consent('share-progress', granted)).toMatchObject({ ok: false, error: 'network' })
    expect(session.getState().consents['share-progress']).toBe(true)
  })

  test('leaving ends the sharing', async () => {
    const { backend, session } = setUp()
    backend.on('join', { ok: true, invitedBy: rep })
    backend.on('leave', { ok: true })
    await session.consent('share-progress', true)
    await session.join(scene)
    expect(await session.leave()).toEqual({ ok: true })
    expect(session.getState()).toMatchObject({ invitedBy: null, consents: { 'share-progress': false } })
  })

  test('becoming a rep logs in by itself', async () => {
    const { backend, session } = setUp()
    const role = { id: 'rep-1', ...rep }
    backend.on('rep-claim', { ok: true, rep: role })
    expect(await session.claim('ABCDE-FGHJK')).toMatchObject({ ok: true, rep: role })
    expect(session.getState()).toMatchObject({ rep: role, merchantId: 'merchant-1' })
  })
})

describe('taking everything away', () => {
  test('a draft is exported from this phone', async () => {
    const { session, backend } = setUp()
    expect(await session.exportMe()).toEqual({ ok: true, text: '{\n  "t.shop.name": "老王面馆"\n}' })
    expect(backend.calls).toEqual([])
  })

  test('a draft is erased without a word to anybody', async () => {
    const { session, backend, erased } = setUp()
    session.rememberScene(scene)
    expect(await session.eraseMe()).toEqual({ ok: true })
    expect([erased(), backend.calls.length, session.getState().scene]).toEqual([1, 0, null])
  })

  test('erases there, then here, and is nobody after', async () => {
    const { session, backend, erased, storage } = setUp()
    await session.consent('service', true)
    await session.ready()
    backend.on('erase-me', { ok: true })
    expect(await session.eraseMe()).toEqual({ ok: true })
    expect(session.getState()).toMatchObject({ merchantId: null, consents: { service: false }, unsentConsents: 0 })
    expect(erased()).toBe(1)
    expect(storage.keys()).toEqual([])
  })

  test('without a network nothing is erased', async () => {
    const { session, erased } = setUp()
    await session.consent('service', true)
    await session.ready()
    expect(await session.eraseMe()).toMatchObject({ ok: false, error: 'network' })
    expect(session.getState().merchantId).toBe('merchant-1')
    expect(erased()).toBe(0)
  })

  test('once more, after the first answer was lost, erases the empty merchant too', async () => {
    const { session, backend, erased } = setUp()
    await session.consent('service', true)
    await session.ready()
    backend.on('login', loggedIn({ token: 'token-2', merchant: { id: 'merchant-2' } }))
    backend.on('erase-me', (_body, token) => (token === 'token-2' ? { ok: true } : refuse('unauthenticated')))
    expect(await session.eraseMe()).toEqual({ ok: true })
    expect(erased()).toBe(1)
  })

  test('what was asked before says nothing after', async () => {
    const { session, backend } = setUp()
    await session.consent('service', true)
    await session.ready()
    let answer: (reply: AnyReply) => void = () => undefined
    backend.once('consent', () => new Promise((resolve) => (answer = resolve)))
    await session.consent('documents', true)
    const late = session.ready()
    await new Promise((resolve) => setImmediate(resolve))
    backend.on('erase-me', { ok: true })
    await session.eraseMe()
    answer({ ok: true, consents: { service: consent(true), documents: consent(true) } })
    expect(await late).toMatchObject({ ok: false })
    expect(session.getState().consents).toMatchObject({ service: false, documents: false })
  })

  test('a new guest is another guest', async () => {
    const { session, backend } = setUp()
    await session.consent('service', true)
    await session.ready()
    backend.on('erase-me', { ok: true })
    await session.eraseMe()
    await session.consent('service', true)
    await session.ready()
    const keys = backend.calls.filter(({ action }) => action === 'login').map(({ body }) => body.key)
    expect(new Set(keys).size).toBe(2)
  })
})

test('a reply that never comes counts as no network, and the next try is a new one', async () => {
  const { session, backend, clock } = setUp()
  backend.on('login', never)
  await session.consent('service', true)
  const both = Promise.all([session.ready(), session.ready()])
  await clock.advance(30_000)
  expect((await both).map((done) => done.ok || done.error)).toEqual(['network', 'network'])
  expect(backend.count('login')).toBe(1)
  backend.on('login', loggedIn())
  expect(await session.ready()).toEqual({ ok: true })
})
