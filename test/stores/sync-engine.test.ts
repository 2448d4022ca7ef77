import { emptyDoc, type Doc } from '#sync/doc'
import type { SyncRequest } from '#sync/protocol'
import { reduce } from '#sync/reduce'
import { createStores } from '../../src/miniapp/stores/create-stores'
import { createScriptedBackend, guest, never, refuse, type AnyReply } from '../support/backends'
import { createFakeClock, createFakeDevice, createMemoryFiles, createMemoryStorage, noon } from '../support/ports'
import { op, other } from '../sync/support'

const consents = { service: { granted: true, version: 'v', at: 1 } }
const html = '<html><body>请先登录 Wi-Fi</body></html>'

function setUp() {
  const clock = createFakeClock()
  const device = createFakeDevice()
  const backend = createScriptedBackend()
  const storage = createMemoryStorage()
  let doc: Doc = emptyDoc('e1')
  const answer = (body: AnyReply, minSchema = 1): AnyReply => {
    const reduced = reduce(doc, body as unknown as SyncRequest, clock.now(), minSchema)
    doc = reduced.doc
    return reduced.reply.ok ? { ...reduced.reply, consents } : { ...reduced.reply, message: '' }
  }
  backend.on('login', {
    ok: true,
    token: 't',
    merchant: { id: 'merchant-1' },
    invitedBy: null,
    rep: null,
    consents,
    time: noon,
  })
  backend.on('consent', { ok: true, consents })
  backend.on('sync', (body) => answer(body))
  const stores = createStores({ backend, clock, device, storage, files: createMemoryFiles(), identity: guest })
  const otherPhone = (k: string, v: string) => {
    const s = `${clock.now()}-0000-${other}`
    doc = reduce(
      doc,
      { p: 1, schema: 1, doc: 'merchant-1', dev: other, ep: 'e1', base: 0, ops: [op(k, v, s)] },
      clock.now(),
    ).doc
  }
  const there = () => Object.fromEntries(doc.entries.map(({ k, v }) => [k, v]))
  return { ...stores, clock, device, backend, there, answer, otherPhone, setDoc: (next: Doc) => (doc = next) }
}

/** Agreed to, logged in, and quiet after the first round. */
async function running() {
  const set = setUp()
  set.start()
  await set.session.consent('service', true)
  await set.clock.advance(0)
  expect(set.sync.getState().status).toBe('idle')
  set.backend.calls.length = 0
  return set
}

describe('without the consent', () => {
  test('nothing stirs, whatever happens', async () => {
    const { start, sync, entries, clock, device, backend } = setUp()
    start()
    entries.set('a.subject', 'company')
    device.show()
    device.setOnline(false)
    device.setOnline(true)
    await sync.syncNow()
    await clock.advance(600_000)
    expect(backend.calls).toEqual([])
    expect(sync.getState().status).toBe('off')
  })

  test('given: logs in, moves the draft in, tells the consent, then the edits', async () => {
    const { start, session, sync, entries, clock, backend, there } = setUp()
    start()
    entries.set('a.subject', 'company')
    await session.consent('service', true)
    await clock.advance(0)
    expect(backend.calls.map(({ action }) => action)).toEqual(['login', 'consent', 'sync'])
    expect(there()).toEqual({ 'a.subject': 'company' })
    expect(entries.getState()).toMatchObject({ merchant: 'merchant-1', unsynced: 0 })
    expect(sync.getState()).toEqual({ status: 'idle', lastSync: clock.now(), message: null })
  })

  test('withdrawn: tells so, and is still', async () => {
    const { session, sync, entries, clock, backend } = await running()
    backend.on('consent', { ok: true, consents: { service: { granted: false, version: 'v', at: 2 } } })
    await session.consent('service', false)
    entries.set('c.avatar', true)
    await clock.advance(300_000)
    expect(backend.calls.map(({ action }) => action)).toEqual(['consent'])
    expect(sync.getState().status).toBe('off')
    expect(entries.getState().unsynced).toBe(1)
  })

  test('withdrawn on another phone: is still', async () => {
    const { sync, entries, clock, backend, answer } = await running()
    backend.on('sync', (body) => ({ ...answer(body), consents: { service: { granted: false, version: 'v', at: 2 } } }))
    await clock.advance(45_000)
    expect(sync.getState().status).toBe('off')
    entries.set('c.avatar', true)
    await clock.advance(300_000)
    expect(backend.count('sync')).toBe(1)
  })

  test('that the function does not have: is still, and asks nobody again', async () => {
    const { sync, session, clock, backend } = await running()
    backend.on('sync', refuse('forbidden', { need: 'service' }))
    await clock.advance(300_000)
    expect(backend.count('sync')).toBe(1)
    expect([sync.getState().status, session.getState().consents.service]).toEqual(['off', false])
  })
})

describe('when it syncs', () => {
  test('one to two seconds after an edit, once for several', async () => {
    const { entries, clock, backend, there } = await running()
    entries.set('a.subject', 'company')
    await clock.advance(500)
    entries.set('c.avatar', true)
    await clock.advance(400)
    expect(backend.count('sync')).toBe(0)
    await clock.advance(1200)
    expect(backend.count('sync')).toBe(1)
    expect(there()).toEqual({ 'a.subject': 'company', 'c.avatar': true })
  })

  test('every 45 s in front', async () => {
    const { entries, clock, backend, otherPhone } = await running()
    await clock.advance(44_000)
    expect(backend.count('sync')).toBe(0)
    otherPhone('t.shop.name', '老王面馆')
    await clock.advance(1_000)
    expect(entries.getState().entries.get('t.shop.name')).toBe('老王面馆')
    await clock.advance(90_000)
    expect(backend.count('sync')).toBe(3)
  })

  test('not in the back; at once when it comes to the front', async () => {
    const { clock, device, backend } = await running()
    device.hide()
    await clock.advance(300_000)
    expect(backend.count('sync')).toBe(0)
    device.show()
    await clock.advance(0)
    expect(backend.count('sync')).toBe(1)
  })

  test('in the last moment before the app may be ended', async () => {
    const { entries, clock, device, there } = await running()
    entries.set('c.avatar', true)
    device.hide()
    await clock.advance(0)
    expect(there()).toEqual({ 'c.avatar': true })
  })

  test('as soon as the network is back', async () => {
    const { entries, clock, device, sync, backend, there } = await running()
    device.setOnline(false)
    entries.set('c.avatar', true)
    await clock.advance(300_000)
    expect(sync.getState().status).toBe('offline')
    expect(backend.calls).toEqual([])
    device.setOnline(true)
    await clock.advance(0)
    expect(there()).toEqual({ 'c.avatar': true })
    expect(sync.getState().status).toBe('idle')
  })

  test('one round at a time, and edits made meanwhile go in the next', async () => {
    const { entries, clock, device, sync, backend, answer, there } = await running()
    let reply: (answer: AnyReply) => void = () => undefined
    backend.once('sync', () => new Promise((resolve) => (reply = resolve)))
    entries.set('c.avatar', true)
    void sync.syncNow()
    await clock.settle()
    device.show()
    void sync.syncNow()
    entries.set('c.contact', true)
    await clock.advance(5_000)
    expect([backend.count('sync'), sync.getState().status]).toEqual([1, 'syncing'])
    reply(answer(backend.calls[0]?.body ?? {}))
    await clock.advance(0)
    expect(there()).toEqual({ 'c.avatar': true, 'c.contact': true })
    expect([backend.count('sync'), sync.getState().status]).toEqual([2, 'idle'])
  })

  test('no more after it was stopped', async () => {
    const { stop, entries, clock, device, backend } = await running()
    stop()
    entries.set('c.avatar', true)
    device.show()
    await clock.advance(300_000)
    expect(backend.calls).toEqual([])
  })
})

describe('what can be in the way', () => {
  test.each<[string, AnyReply]>([
    ['no network', refuse('network')],
    ['a page of the café with status 200', { ok: true, html }],
    ['half an answer', { ok: true, ep: 'e1', ver: 2 }],
    [
      'ops that are none',
      { ok: true, ep: 'e1', ver: 2, time: noon, full: true, patch: [{ k: 'a.subject' }], dig: '', minSchema: 1 },
    ],
  ])('%s: offline, the edits wait', async (_case, answer) => {
    const { entries, clock, sync, backend } = await running()
    backend.on('sync', answer)
    entries.set('c.avatar', true)
    await clock.advance(2_000)
    expect(sync.getState().status).toBe('offline')
    expect(entries.getState()).toMatchObject({ unsynced: 1 })
    expect(entries.getState().entries.get('c.avatar')).toBe(true)
  })

  test('waits longer and longer, a minute at most, and never all at once', async () => {
    const { entries, clock, backend } = await running()
    backend.on('sync', refuse('network'))
    const times: number[] = []
    backend.on('sync', () => (times.push(clock.now()), refuse('network')))
    entries.set('c.avatar', true)
    await clock.advance(600_000)
    const waits = times.slice(1).map((time, i) => time - (times[i] ?? 0))
    waits.forEach((wait, i) => {
      const full = Math.min(60_000, 1000 * 2 ** i)
      expect(wait).toBeGreaterThanOrEqual(full / 2)
      expect(wait).toBeLessThanOrEqual(full)
    })
    expect(new Set(waits.slice(-5)).size).toBeGreaterThan(1)
  })

  test('comes back by itself', async () => {
    const { entries, clock, sync, backend, answer, there } = await running()
    backend.on('sync', refuse('unavailable'))
    entries.set('c.avatar', true)
    await clock.advance(10_000)
    expect(sync.getState()).toMatchObject({ status: 'error', message: '拒绝：unavailable' })
    backend.on('sync', (body) => answer(body))
    await clock.advance(60_000)
    expect(sync.getState()).toMatchObject({ status: 'idle', message: null })
    expect(there()).toEqual({ 'c.avatar': true })
  })

  test('too many calls: waits as long as it was told, even when the app comes to the front', async () => {
    const { clock, device, sync, backend } = await running()
    backend.once('sync', refuse('rate-limited', { retryAfter: 30 }))
    await sync.syncNow()
    device.show()
    await clock.advance(29_000)
    expect(backend.count('sync')).toBe(1)
    await clock.advance(1_000)
    expect(backend.count('sync')).toBe(2)
    expect(sync.getState().status).toBe('idle')
  })

  test('a reply that never comes counts as no network', async () => {
    const { clock, sync, backend } = await running()
    backend.once('sync', never)
    void sync.syncNow()
    await clock.advance(29_000)
    expect(sync.getState().status).toBe('syncing')
    await clock.advance(1_000)
    expect(sync.getState().status).toBe('offline')
    await clock.advance(2_000)
    expect(sync.getState().status).toBe('idle')
  })

  test('an ended token is renewed on the way', async () => {
    const { entries, clock, backend, there } = await running()
    backend.once('sync', refuse('unauthenticated'))
    entries.set('c.avatar', true)
    await clock.advance(2_000)
    expect(backend.calls.map(({ action }) => action)).toEqual(['sync', 'login', 'sync'])
    expect(there()).toEqual({ 'c.avatar': true })
  })

  test('erased on another phone: the new merchant starts empty, and nothing of the old one is sent', async () => {
    const { entries, clock, sync, backend } = await running()
    entries.set('t.shop.name', '老王面馆')
    backend.on('sync', refuse('unauthenticated'))
    backend.on('login', {
      ok: true,
      token: 't2',
      merchant: { id: 'merchant-2' },
      invitedBy: null,
      rep: null,
      consents: {},
      time: noon,
    })
    await clock.advance(120_000)
    expect(entries.getState()).toMatchObject({ merchant: 'merchant-2', unsynced: 0 })
    expect(entries.getState().entries.size).toBe(0)
    expect(sync.getState().status).toBe('off')
    expect(backend.calls.filter(({ token }) => token === 't2')).toEqual([])
  })

  test('a wrong clock is put right within the same round', async () => {
    const { entries, clock, sync, backend, answer, there } = await running()
    const ahead = 400 * 86_400_000
    backend.on('sync', (body) => {
      const { ops } = body as unknown as SyncRequest
      if (ops.some(({ s }) => Number(s.slice(0, 13)) > clock.now() - ahead + 60_000))
        return refuse('clock', { time: clock.now() - ahead })
      return { ...answer(body), time: clock.now() - ahead }
    })
    clock.jump(ahead)
    entries.set('c.avatar', true)
    await clock.advance(2_000)
    expect(backend.count('sync')).toBe(2)
    expect(there()).toEqual({ 'c.avatar': true })
    expect(sync.getState().status).toBe('idle')
    expect(entries.serverTime()).toBe(clock.now() - ahead)
  })

  test('an app that is too old keeps its edits and still reads', async () => {
    const { entries, clock, sync, backend, answer, otherPhone } = await running()
    backend.on('sync', (body) => answer(body, 2))
    otherPhone('t.shop.name', '老王面馆')
    entries.set('c.avatar', true)
    await clock.advance(2_000)
    expect(entries.getState()).toMatchObject({ outdated: true, unsynced: 1 })
    expect(entries.getState().entries.get('t.shop.name')).toBe('老王面馆')
    expect(sync.getState().status).toBe('idle')
    expect(backend.count('sync')).toBe(2)
  })

  test('something that never settles ends, and is tried later', async () => {
    const { entries, clock, sync, backend } = await running()
    backend.on('sync', refuse('clock', { time: noon - 86_400_000 }))
    entries.set('c.avatar', true)
    await clock.advance(2_000)
    expect(backend.count('sync')).toBe(8)
    expect(sync.getState().status).toBe('error')
  })

  test('a surprise is not swallowed, and the next round comes all the same', async () => {
    const { clock, sync, backend } = await running()
    backend.once('sync', () => {
      throw new Error('bug')
    })
    await expect(sync.syncNow()).rejects.toThrow('bug')
    expect(sync.getState().status).toBe('error')
    await clock.advance(2_000)
    expect(sync.getState().status).toBe('idle')
  })
})

test('many edits go in several requests of one round', async () => {
  const { entries, clock, backend, there } = await running()
  for (let i = 0; i < 190; i++) entries.set(`t.m-${i}.text`, '一段长一点的文字'.repeat(20))
  await clock.advance(2_000)
  expect(backend.count('sync')).toBeGreaterThan(1)
  expect(Object.keys(there())).toHaveLength(190)
  expect(entries.getState().unsynced).toBe(0)
})

test('after a restore everything that this phone holds is pushed again', async () => {
  const { entries, clock, setDoc, there } = await running()
  entries.set('c.avatar', true)
  await clock.advance(2_000)
  setDoc(emptyDoc('e2'))
  await clock.advance(45_000)
  expect(there()).toEqual({ 'c.avatar': true })
})
