/** The page on a computer against the real function, on one clock: codes, minutes, lost networks, reloads. */
import { createMemoryFiles } from '../../src/server/adapters/memory-files'
import { createMemoryStore } from '../../src/server/adapters/memory-store'
import { createQrCodes } from '../../src/server/adapters/qr-codes'
import { createSecrets } from '../../src/server/adapters/secrets'
import { createCompanion } from '../../src/server/core/companion'
import type { Ports } from '../../src/server/core/ports'
import { defaultCoreSettings } from '../../src/server/core/settings'
import { createComputerStore } from '../../src/miniapp/stores/computer'
import { createLoopbackBackend } from '../support/backends'
import { createFakeClock, createFakeDevice, createMemoryStorage } from '../support/ports'

const second = 1000
const minute = 60 * second

function createFunction() {
  const clock = createFakeClock()
  const ports: Ports = {
    store: createMemoryStore(),
    files: createMemoryFiles(),
    clock,
    secrets: createSecrets(new Uint8Array(32).fill(7)),
    images: {
      normalise: async (bytes) => ({ ok: true, full: bytes, thumb: bytes, width: 1600, height: 1200 }),
      watermark: async (jpeg) => jpeg,
      readLicence: async () => null,
    },
    codes: createQrCodes(),
    wechat: null,
    inbox: null,
    log: { info: () => undefined, error: () => undefined },
  }
  const companion = createCompanion(ports, {
    ...defaultCoreSettings,
    allowGuests: true,
    publicUrl: 'https://k.example',
  })
  return { clock, ports, companion }
}
type Fn = ReturnType<typeof createFunction>

/** A merchant who wrote down a shop's name. */
async function createMerchant({ companion, clock }: Fn, key: string) {
  const login = await companion({ via: 'token', token: null }, 'login', { provider: 'guest', key: key.repeat(64) })
  const { token, merchant } = login as unknown as { token: string; merchant: { id: string } }
  const call = (action: string, body: object) => companion({ via: 'token', token }, action, body)
  await call('consent', { kind: 'service', granted: true, version: '1' })
  const op = { k: 't.shop.name', v: '小满面馆', s: `${clock.now()}-0000-device001` }
  await call('sync', { p: 1, schema: 1, doc: merchant.id, dev: 'device001', ep: null, base: 0, full: true, ops: [op] })
  return call
}

function createTab({ companion, clock }: Fn, tab = createMemoryStorage()) {
  const backend = createLoopbackBackend(clock, companion)
  const device = createFakeDevice()
  const saved: string[] = []
  const save = async (name: string) => saved.push(name) > 0
  const store = createComputerStore({ backend, tab, clock, device, save })
  store.start()
  return { backend, device, tab, store, saved, state: store.getState }
}
type Tab = ReturnType<typeof createTab>

const deskOf = ({ state }: Tab) => state().code?.desk ?? ''

async function connected() {
  const fn = createFunction()
  const phone = await createMerchant(fn, 'a')
  const tab = createTab(fn)
  await fn.clock.settle()
  const desk = deskOf(tab)
  await phone('desk-approve', { desk })
  await fn.clock.advance(3 * second)
  expect(tab.state()).toMatchObject({ code: null, open: { desk }, contents: { shop: '小满面馆' } })
  return { fn, phone, tab, desk }
}

test('shows a code, and another one when nobody scanned it for 5 minutes', async () => {
  const fn = createFunction()
  const tab = createTab(fn)
  await fn.clock.settle()
  const first = tab.state().code
  expect(first).toMatchObject({ qr: `https://k.example/?desk=${first?.desk}`, until: fn.clock.now() + 5 * minute })
  await fn.clock.advance(5 * minute + second)
  expect(deskOf(tab)).not.toBe(first?.desk)
  expect(deskOf(tab)).not.toBe('')
})

test('an hour without anybody: it rests, and asks nothing any more until somebody is here', async () => {
  const fn = createFunction()
  const tab = createTab(fn)
  await fn.clock.advance(61 * minute)
  expect(tab.state()).toMatchObject({ code: null, resting: true })
  tab.store.wake()
  await fn.clock.advance(second)
  expect(tab.state()).toMatchObject({ resting: false, code: { desk: expect.any(String) as string } })
})

test('approved: the texts are there within seconds, and what is written later comes too', async () => {
  const { fn, phone, tab } = await connected()
  expect(tab.state().contents?.texts).toEqual([{ id: 'shop.name', label: '店名', value: '小满面馆' }])
  const info = (await phone('desk-info', {})) as unknown as { open: readonly unknown[] }
  expect(info.open).toHaveLength(1)
  await phone('erase-me', {})
  await fn.clock.advance(5 * second)
  expect(tab.state()).toMatchObject({ open: null, contents: null, ended: 'revoked' })
})

test('after 10 minutes everything is gone and a new code is there, also without a network', async () => {
  const { fn, tab } = await connected()
  tab.backend.lose = 'requests'
  await fn.clock.advance(9 * minute)
  expect(tab.state()).toMatchObject({ contents: { shop: '小满面馆' }, trouble: expect.any(String) as string })
  await fn.clock.advance(minute)
  expect(tab.state()).toMatchObject({ open: null, contents: null, ended: 'expired' })
  tab.backend.lose = 'nothing'
  tab.device.setOnline(true)
  await fn.clock.advance(second)
  expect(tab.state()).toMatchObject({ ended: 'expired', trouble: null, code: { check: expect.any(String) as string } })
})

test('a moment without a network takes nothing away', async () => {
  const { fn, tab } = await connected()
  tab.backend.lose = 'replies'
  await fn.clock.advance(10 * second)
  expect(tab.state()).toMatchObject({ contents: { shop: '小满面馆' }, trouble: expect.any(String) as string })
  tab.backend.lose = 'nothing'
  await fn.clock.advance(4 * second)
  expect(tab.state()).toMatchObject({ contents: { shop: '小满面馆' }, trouble: null })
})

test('in the last minute another code is shown; scanned, the ten minutes begin anew without a gap', async () => {
  const { fn, phone, tab, desk } = await connected()
  await fn.clock.advance(8 * minute + 50 * second)
  expect(tab.state().code).toBeNull()
  await fn.clock.advance(10 * second)
  const next = deskOf(tab)
  expect(next).not.toBe('')
  await phone('desk-approve', { desk: next })
  await fn.clock.advance(3 * second)
  expect(tab.state()).toMatchObject({ code: null, open: { desk: next }, contents: { shop: '小满面馆' }, ended: null })
  expect(await phone('desk-info', {})).toMatchObject({ open: [{ desk: next }] })
  expect(await phone('desk-info', { desk })).toMatchObject({ error: 'not-found' })
})

test('a code of the last minute that nobody scans is the next one to scan', async () => {
  const { fn, tab } = await connected()
  await fn.clock.advance(9 * minute + 30 * second)
  const next = deskOf(tab)
  await fn.clock.advance(30 * second)
  expect(tab.state()).toMatchObject({ open: null, ended: 'expired', code: { desk: next } })
})

test('closed at the computer, on the phone, or never let in: said so, with a new code', async () => {
  const { fn, phone, tab, desk } = await connected()
  tab.store.leave()
  expect(tab.state()).toMatchObject({ open: null, contents: null, ended: 'left' })
  await fn.clock.advance(second)
  expect(await phone('desk-info', { desk })).toMatchObject({ error: 'not-found' })
  const rejected = deskOf(tab)
  await phone('desk-revoke', { desk: rejected })
  await fn.clock.advance(3 * second)
  expect(tab.state().ended).toBe('turned-away')
  expect([rejected, '']).not.toContain(deskOf(tab))
  await phone('desk-approve', { desk: deskOf(tab) })
  await fn.clock.advance(3 * second)
  await phone('desk-revoke', { desk: tab.state().open?.desk })
  await fn.clock.advance(5 * second)
  expect(tab.state()).toMatchObject({ open: null, contents: null, ended: 'revoked' })
})

test('a reload goes on with the same code, and with what is open; a broken memory begins anew', async () => {
  const { fn, tab, desk } = await connected()
  tab.store.stop()
  const again = createTab(fn, tab.tab)
  expect(again.state()).toMatchObject({ open: { desk }, contents: null })
  await fn.clock.advance(second)
  expect(again.state()).toMatchObject({ contents: { shop: '小满面馆' } })
  again.store.leave()
  await fn.clock.advance(second)
  const code = deskOf(again)
  again.store.stop()
  const third = createTab(fn, tab.tab)
  expect(deskOf(third)).toBe(code)
  third.store.stop()
  tab.tab.tear('kaitong.desk')
  const fourth = createTab(fn, tab.tab)
  await fn.clock.advance(second)
  expect(['', code]).not.toContain(deskOf(fourth))
})

test('nothing of the merchant is kept in the tab, and nothing at all after the end', async () => {
  const { fn, tab } = await connected()
  expect(JSON.stringify([...tab.tab.snapshot()])).not.toContain('小满面馆')
  tab.backend.lose = 'requests'
  tab.store.leave()
  await fn.clock.settle()
  expect(tab.tab.keys()).toEqual([])
})

test('two tabs, two codes; closing one leaves the other', async () => {
  const { fn, phone, tab } = await connected()
  const other = createTab(fn)
  await fn.clock.settle()
  expect(deskOf(other)).not.toBe('')
  await phone('desk-approve', { desk: deskOf(other) })
  await fn.clock.advance(3 * second)
  tab.store.leave()
  await fn.clock.advance(10 * second)
  expect(other.state()).toMatchObject({ contents: { shop: '小满面馆' } })
})

test('a computer whose clock is wrong counts the same minutes', async () => {
  const fn = createFunction()
  const wrong = { ...fn.clock, now: () => fn.clock.now() - 3 * 3600 * second }
  const store = createComputerStore({
    backend: createLoopbackBackend(fn.clock, fn.companion),
    tab: createMemoryStorage(),
    clock: wrong,
    device: createFakeDevice(),
    save: async () => true,
  })
  store.start()
  await fn.clock.settle()
  expect(store.getState().code?.until).toBe(wrong.now() + 5 * minute)
  store.stop()
})

test('a photo that cannot be had is no fault; a download has the name that the function gave', async () => {
  const { tab } = await connected()
  expect(await tab.store.save('A'.repeat(22), '营业执照.jpg')).toBe(false)
  expect(tab.saved).toEqual([])
})
