import type { Value } from '#domain/entries'
import type { SyncReply } from '#sync/protocol'
import { createEntriesStore } from '../../src/miniapp/stores/entries-store'
import { createFakeClock, createMemoryStorage } from '../support/ports'
import { at, now, op, other, replyOf } from '../sync/support'

const bank = 'l.company-bank-account.number'

function setUp(storage = createMemoryStorage()) {
  const clock = createFakeClock(now)
  const open = () => createEntriesStore({ storage, clock })
  return { storage, clock, entries: open(), reopen: open }
}
const shown = (entries: ReturnType<typeof setUp>['entries']) => Object.fromEntries(entries.getState().entries)

/** The function says this to whatever is asked next. */
function hear(entries: ReturnType<typeof setUp>['entries'], reply: SyncReply) {
  const flight = entries.makeRequest()
  if (flight === null) throw new Error('no merchant')
  entries.receive(reply, flight)
  return flight
}

describe('an edit', () => {
  test('shows at once and outlives a restart', () => {
    const { entries, reopen } = setUp()
    entries.set('a.subject', 'company')
    entries.set('t.shop.name', '老王面馆')
    entries.clear('a.subject')
    expect(shown(entries)).toEqual({ 't.shop.name': '老王面馆' })
    expect(shown(reopen())).toEqual({ 't.shop.name': '老王面馆' })
    expect(entries.getState().unsynced).toBe(2)
  })

  test.each<[string, Value, string]>([
    ['t.shop.name', '名'.repeat(501), 'value'],
    ['v.photo.ABCDEFGHIJKLMNOPQRST', { state: 'ok' }, 'server-only'],
    ['role', 'rep', 'key'],
    ['l.company-bank-account.number', 6222, 'value'],
  ])('%s = %j is refused where it was made', (key, value, error) => {
    const { entries, storage } = setUp()
    expect(entries.set(key, value)).toEqual({ ok: false, error })
    expect(storage.keys()).toEqual([])
  })

  test('tells the listeners once, with a new map only when something changed', () => {
    const { entries } = setUp()
    entries.set('c.avatar', true)
    const before = entries.getState().entries
    let told = 0
    entries.subscribe(() => (told += 1))
    entries.set('c.avatar', true)
    expect(entries.getState().entries).toBe(before)
    entries.set('c.contact', true)
    expect(entries.getState().entries).not.toBe(before)
    expect(told).toBe(2)
  })

  test('knows a deleted entry from one that never was', () => {
    const { entries } = setUp()
    entries.set('c.avatar', true)
    entries.clear('c.avatar')
    expect([entries.isDeleted('c.avatar'), entries.isDeleted('c.contact')]).toEqual([true, false])
    expect([entries.changedAt('c.avatar'), entries.changedAt('c.contact')]).toEqual([now, 0])
  })
})

describe('what stays on this phone', () => {
  test('is shown and kept, and is in no request', () => {
    const { entries, reopen } = setUp()
    entries.open('merchant-1')
    entries.set(bank, '6222 0210')
    entries.set('t.shop.name', '老王面馆')
    expect(entries.getState().unsynced).toBe(1)
    expect(JSON.stringify(entries.makeRequest())).not.toContain('6222')
    const again = reopen()
    again.open('merchant-1')
    expect(shown(again)).toEqual({ [bank]: '6222 0210', 't.shop.name': '老王面馆' })
    again.clear(bank)
    expect(shown(again)).toEqual({ 't.shop.name': '老王面馆' })
  })
})

describe('the draft', () => {
  test('has nothing to send', () => {
    const { entries } = setUp()
    entries.set('a.subject', 'company')
    expect(entries.makeRequest()).toBeNull()
  })

  test('moves into the first merchant that is opened, and is empty after', () => {
    const { entries, storage } = setUp()
    entries.set('a.subject', 'company')
    entries.set('c.avatar', true)
    entries.clear('c.avatar')
    entries.set(bank, '6222')
    entries.open('merchant-1')
    expect(entries.getState().merchant).toBe('merchant-1')
    expect(shown(entries)).toEqual({ 'a.subject': 'company', [bank]: '6222' })
    expect(entries.makeRequest()?.request).toMatchObject({ doc: 'merchant-1', ops: [{ k: 'a.subject', v: 'company' }] })
    expect(storage.keys().filter((key) => key.includes('guest'))).toEqual([])
  })

  test('becomes edits made now, in their order, greater than what the merchant had', () => {
    const { entries, clock, storage } = setUp()
    entries.open('merchant-1')
    hear(entries, replyOf([op('a.subject', 'person', at(50_000, other))], { full: true }))
    const next = createEntriesStore({ storage, clock })
    next.set('a.subject', 'company')
    next.set('c.avatar', true)
    next.open('merchant-1')
    expect(shown(next)).toEqual({ 'a.subject': 'company', 'c.avatar': true })
    expect(next.makeRequest()?.request.ops.map(({ k }) => k)).toEqual(['a.subject', 'c.avatar'])
  })

  test('survives a kill before the merchant’s folder was written', async () => {
    const { entries, storage, reopen } = setUp()
    entries.set('a.subject', 'company')
    storage.capacity = 0
    entries.open('merchant-1')
    expect(shown(entries)).toEqual({ 'a.subject': 'company' })
    expect(entries.getState().storageFull).toBe(true)
    storage.capacity = 10_000
    const again = reopen()
    again.open('merchant-1')
    expect(shown(again)).toEqual({ 'a.subject': 'company' })
  })
})

describe('merchants on one phone', () => {
  test('never see each other’s entries', () => {
    const { entries, reopen } = setUp()
    entries.open('merchant-1')
    entries.set('t.shop.name', '老王面馆')
    entries.set(bank, '6222')
    entries.open('merchant-2')
    expect(shown(entries)).toEqual({})
    expect(entries.makeRequest()?.request.ops).toEqual([])
    const again = reopen()
    again.open('merchant-1')
    expect(shown(again)).toEqual({ 't.shop.name': '老王面馆', [bank]: '6222' })
  })

  test('nor each other’s replies', () => {
    const { entries } = setUp()
    entries.open('merchant-1')
    const flight = entries.makeRequest()
    entries.open('merchant-2')
    if (flight !== null) entries.receive(replyOf([op('t.shop.name', '老王面馆', at(0, other))], { full: true }), flight)
    expect(shown(entries)).toEqual({})
  })
})

describe('an exchange', () => {
  test('empties the queue and is remembered', () => {
    const { entries, reopen } = setUp()
    entries.open('merchant-1')
    entries.set('c.avatar', true)
    const flight = hear(
      entries,
      replyOf([op('c.avatar', true, at(0)), op('a.subject', 'company', at(-5, other))], { full: true }),
    )
    expect(flight.request.ops).toHaveLength(1)
    expect(entries.getState().unsynced).toBe(0)
    expect(entries.hasWork()).toBe(false)
    const again = reopen()
    again.open('merchant-1')
    expect(again.makeRequest()?.request).toMatchObject({ ep: 'e1', base: 1, ops: [] })
  })

  test('without news leaves the map as it is', () => {
    const { entries } = setUp()
    entries.open('merchant-1')
    hear(entries, replyOf([op('a.subject', 'company', at(-5, other))], { full: true }))
    const { entries: before } = entries.getState()
    hear(entries, { ...replyOf([op('a.subject', 'company', at(-5, other))]), patch: [] })
    expect(entries.getState().entries).toBe(before)
  })

  test('shows what was refused, until it is dismissed or typed anew', () => {
    const { entries, reopen } = setUp()
    entries.open('merchant-1')
    entries.set('c.avatar', true)
    entries.set('t.shop.name', '老王')
    const rejected = [
      { k: 'c.avatar', code: 'limit' },
      { k: 't.shop.name', code: 'value' },
    ] as const
    hear(entries, { ...replyOf([], { full: true }), rejected })
    expect(entries.getState().rejected).toEqual([
      { k: 't.shop.name', v: '老王', s: expect.any(String), code: 'value' },
      { k: 'c.avatar', v: true, code: 'limit' },
    ])
    expect(shown(entries)).toEqual({ 'c.avatar': true })
    const again = reopen()
    again.open('merchant-1')
    expect(again.getState().rejected).toHaveLength(2)
    again.set('t.shop.name', '老王面馆')
    again.dismissRejected('c.avatar')
    expect(again.getState().rejected.map(({ code }) => code)).toEqual(['limit'])
  })

  test('keeps the losing text, and offers it back', () => {
    const { entries, reopen } = setUp()
    entries.open('merchant-1')
    entries.set('t.shop.name', '王家面馆')
    hear(entries, replyOf([op('t.shop.name', '老王面馆', at(9, other))], { full: true }))
    expect(shown(entries)).toEqual({ 't.shop.name': '老王面馆' })
    const again = reopen()
    again.open('merchant-1')
    const [conflict] = again.getState().conflicts
    expect(conflict).toEqual({ k: 't.shop.name', text: '王家面馆' })
    if (conflict !== undefined) expect(again.takeBack(conflict)).toEqual({ ok: true })
    expect(shown(again)).toEqual({ 't.shop.name': '王家面馆' })
    expect(again.getState()).toMatchObject({ conflicts: [], unsynced: 1 })
  })

  test('tells an app that is too old', () => {
    const { entries } = setUp()
    entries.open('merchant-1')
    entries.set('c.avatar', true)
    const flight = entries.makeRequest()
    if (flight !== null) entries.receive({ ok: false, error: 'upgrade', minSchema: 2 }, flight)
    expect(entries.getState()).toMatchObject({ outdated: true, unsynced: 1 })
    expect(shown(entries)).toEqual({ 'c.avatar': true })
  })

  test('sets the time by the function', () => {
    const { entries, clock } = setUp()
    entries.heardTime(now + 86_400_000)
    expect(entries.serverTime()).toBe(clock.now() + 86_400_000)
    entries.set('c.avatar', true)
    expect(entries.changedAt('c.avatar')).toBe(now + 86_400_000)
  })
})

describe('a bad storage', () => {
  test('that is full keeps the edit in memory and says so, until there is room', () => {
    const { entries, storage, reopen } = setUp()
    entries.set('c.avatar', true)
    storage.capacity = 0
    entries.set('c.contact', true)
    expect(entries.getState().storageFull).toBe(true)
    expect(shown(entries)).toEqual({ 'c.avatar': true, 'c.contact': true })
    expect(shown(reopen())).toEqual({ 'c.avatar': true })
    storage.capacity = 10_000
    entries.set('c.filing', true)
    expect(entries.getState().storageFull).toBe(false)
    expect(shown(reopen())).toEqual({ 'c.avatar': true, 'c.contact': true, 'c.filing': true })
  })

  test.each(['garbage', '1.2.3', '{"format":1}', ''])('with %j in it is set aside, never a crash', (text) => {
    const { storage, reopen } = setUp()
    storage.set('kt.guest.entries.a', text)
    storage.set('kt.guest.entries.b', text)
    const entries = reopen()
    expect(entries.getState()).toMatchObject({ damaged: true, unsynced: 0 })
    expect(storage.get('kt.guest.entries.bad')).toContain(text)
    entries.set('c.avatar', true)
    expect(shown(reopen())).toEqual({ 'c.avatar': true })
  })

  test('that was torn costs the last edit at most', () => {
    const { entries, storage, reopen } = setUp()
    entries.set('c.avatar', true)
    entries.set('c.contact', true)
    const newest = storage.keys().find((key) => storage.get(key)?.startsWith('2.'))
    if (newest !== undefined) storage.tear(newest)
    expect(shown(reopen())).toEqual({ 'c.avatar': true })
  })

  test('that was wiped is a new phone', () => {
    const { entries, storage, reopen } = setUp()
    entries.open('merchant-1')
    entries.set('c.avatar', true)
    const device = entries.makeRequest()?.request.dev
    storage.restore(new Map())
    const again = reopen()
    again.open('merchant-1')
    expect(again.makeRequest()?.request).toMatchObject({ ep: null, base: 0, ops: [] })
    expect(device).toMatch(/^[A-Za-z0-9]{12}$/)
  })
})

test('two tabs do not write over each other’s edits', () => {
  const { entries: one, reopen } = setUp()
  one.open('merchant-1')
  const two = reopen()
  two.open('merchant-1')
  one.set('c.avatar', true)
  two.set('c.contact', true)
  one.set('c.filing', true)
  const after = reopen()
  after.open('merchant-1')
  expect(shown(after)).toEqual({ 'c.avatar': true, 'c.contact': true, 'c.filing': true })
})

test('erasing leaves a clean draft and nothing in storage', () => {
  const { entries, storage } = setUp()
  entries.open('merchant-1')
  entries.set('c.avatar', true)
  entries.set(bank, '6222')
  entries.erase()
  expect(shown(entries)).toEqual({})
  expect(entries.getState()).toMatchObject({ merchant: null, unsynced: 0, damaged: false })
  expect(storage.keys()).toEqual([])
})
