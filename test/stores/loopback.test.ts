/** The phone's stores against the real function, all in memory: what a merchant lives through, on two phones. */
import { createMemoryFiles as createServerFiles } from '../../src/server/adapters/memory-files'
import { createMemoryStore } from '../../src/server/adapters/memory-store'
import { createQrCodes } from '../../src/server/adapters/qr-codes'
import { createSecrets } from '../../src/server/adapters/secrets'
import { createCompanion, createPhotoDoor } from '../../src/server/core/companion'
import type { Ports } from '../../src/server/core/ports'
import type { MerchantRecord } from '../../src/server/core/records'
import { addRep, newScene } from '../../src/server/core/reps'
import { defaultCoreSettings } from '../../src/server/core/settings'
import { createStores } from '../../src/miniapp/stores/create-stores'
import { createLoopbackBackend } from '../support/backends'
import { chosenPath, createFakeClock, createFakeDevice, createFilesOf, createMemoryStorage } from '../support/ports'

const jpegAt = (path: string) => new TextEncoder().encode(`jpeg of ${chosenPath(path)}`)

function createFunction() {
  const clock = createFakeClock()
  const ports: Ports = {
    store: createMemoryStore(),
    files: createServerFiles(),
    clock,
    secrets: createSecrets(new Uint8Array(32).fill(7)),
    images: {
      normalise: async (bytes) => ({ ok: true, full: bytes, thumb: bytes.slice(0, 4), width: 1600, height: 1200 }),
      watermark: async (jpeg) => jpeg,
      readLicence: async () => ({ code: '91350211MA2XXXXX4R' }),
    },
    codes: createQrCodes(),
    wechat: { exchange: async (code) => ({ ok: true, openid: code }) },
    inbox: null,
    log: { info: () => undefined, error: (_event, error) => failures.push(error) },
  }
  const failures: unknown[] = []
  const companion = createCompanion(ports, defaultCoreSettings)
  const door = createPhotoDoor(ports, defaultCoreSettings)
  const merchant = async (id: string | null) => (await ports.store.get<MerchantRecord>('merchants', id ?? ''))?.value
  return { clock, ports, companion, door, failures, merchant }
}
type Fn = ReturnType<typeof createFunction>

function createPhone({ clock, companion, door }: Fn, openid = 'openid-1') {
  const backend = createLoopbackBackend(clock, companion, door, jpegAt)
  const files = createFilesOf(jpegAt)
  const ports = { backend, files, clock, device: createFakeDevice(), storage: createMemoryStorage() }
  const boot = () => {
    const stores = createStores({ ...ports, identity: { kind: 'wechat', code: async () => openid } })
    stores.start()
    return stores
  }
  return { ...ports, boot, ...boot() }
}
type Phone = ReturnType<typeof createPhone>

const agree = async (phone: Phone, ...kinds: ('service' | 'documents')[]) => {
  for (const kind of kinds) await phone.session.consent(kind, true)
}
const shown = (phone: Pick<Phone, 'entries'>) =>
  Object.fromEntries([...phone.entries.getState().entries].filter(([key]) => !key.startsWith('v.')))

test('a draft, a consent, a second phone, and one set of entries', async () => {
  const fn = createFunction()
  const [one, two] = [createPhone(fn), createPhone(fn)]
  one.entries.set('a.subject', 'company')
  one.entries.set('t.shop.name', '老王面馆')
  one.entries.set('l.company-bank-account.number', '6222')
  await fn.clock.advance(60_000)
  expect(one.session.getState().merchantId).toBeNull()

  await agree(one, 'service')
  await fn.clock.advance(0)
  expect(one.entries.getState().unsynced).toBe(0)

  two.entries.set('c.contact', true)
  await agree(two, 'service')
  await fn.clock.advance(46_000)
  const all = { 'a.subject': 'company', 't.shop.name': '老王面馆', 'c.contact': true }
  expect(shown(two)).toEqual(all)
  expect(shown(one)).toEqual({ ...all, 'l.company-bank-account.number': '6222' })
  expect(JSON.stringify(await fn.merchant(one.session.getState().merchantId))).not.toContain('6222')
  expect(fn.failures).toEqual([])
})

test('replies that are lost lose nothing', async () => {
  const fn = createFunction()
  const phone = createPhone(fn)
  await agree(phone, 'service', 'documents')
  await fn.clock.advance(0)
  phone.backend.lose = 'replies'
  phone.entries.set('t.shop.name', '老王面馆')
  const outcome = await phone.photos.add('business-licence', 'licence')
  await fn.clock.advance(30_000)
  expect(phone.entries.getState().unsynced).toBe(2)
  phone.backend.lose = 'nothing'
  await fn.clock.advance(120_000)
  expect(phone.entries.getState()).toMatchObject({ unsynced: 0, conflicts: [], rejected: [] })
  const [photo] = phone.photos.getState().photos.values()
  expect(photo).toMatchObject({
    state: 'ready',
    photoId: outcome.ok ? outcome.photoId : '',
    licence: { code: '91350211MA2XXXXX4R' },
  })
})

test('a photo goes up, is seen on the other phone, and is deleted from there', async () => {
  const fn = createFunction()
  const [one, two] = [createPhone(fn), createPhone(fn)]
  await agree(one, 'service', 'documents')
  await agree(two, 'service')
  await one.photos.add('business-licence', 'licence')
  await fn.clock.advance(50_000)
  const [seen] = two.photos.getState().photos.values()
  expect(seen).toMatchObject({ slot: 'business-licence', state: 'ready', path: null })
  const link = await two.photos.linkOf(seen?.photoId ?? '', 'full')
  if (!link.ok) throw new Error(link.error)
  const opened = await fn.door.open(new URL(link.url).searchParams.get('link') ?? '')
  expect(opened.ok && Buffer.from(opened.jpeg).toString()).toBe('jpeg of licence')

  two.photos.remove(seen?.photoId ?? '')
  await fn.clock.advance(60_000)
  expect([one.photos.getState().photos.size, one.files.kept.size]).toEqual([0, 0])
  expect(await two.photos.linkOf(seen?.photoId ?? '', 'thumb')).toMatchObject({ ok: false, error: 'not-found' })
})

test('a token that was not used for a week is renewed on the way', async () => {
  const fn = createFunction()
  const phone = createPhone(fn)
  await agree(phone, 'service')
  await fn.clock.advance(0)
  phone.device.hide()
  fn.clock.jump(8 * 86_400_000)
  phone.entries.set('c.avatar', true)
  phone.device.show()
  await fn.clock.advance(0)
  expect(phone.entries.getState().unsynced).toBe(0)
})

test('a restored backup is filled up again from the phones', async () => {
  const fn = createFunction()
  const [one, two] = [createPhone(fn), createPhone(fn)]
  await agree(one, 'service', 'documents')
  await agree(two, 'service')
  one.entries.set('a.subject', 'company')
  await fn.clock.advance(60_000)
  const id = one.session.getState().merchantId ?? ''
  const backup = await fn.ports.store.get<MerchantRecord>('merchants', id)
  one.entries.set('t.shop.name', '老王面馆')
  two.entries.set('c.contact', true)
  await one.photos.add('avatar', 'face')
  await fn.clock.advance(60_000)
  if (backup === null) throw new Error('no backup')
  const { version } = (await fn.ports.store.get<MerchantRecord>('merchants', id)) ?? { version: 0 }
  const restored = { ...backup.value, doc: { ...backup.value.doc, ep: 'restored' } }
  await fn.ports.store.put('merchants', id, restored, version)
  await fn.clock.advance(120_000)
  const names = (await fn.merchant(id))?.doc.entries.map(({ k }) => k.split('.').slice(0, 2).join('.'))
  expect(names).toEqual(['a.subject', 'c.contact', 'p.avatar', 't.shop', 'v.photo'])
  expect(shown(one)).toEqual(shown(two))
})

test('joining a rep, and leaving again', async () => {
  const fn = createFunction()
  const phone = createPhone(fn)
  const rep = await addRep(fn.ports, { name: '陈敏', company: '好帮手科技' })
  const scene = (await newScene(fn.ports, rep.id, '展会')) ?? ''
  expect(await phone.session.invite(scene)).toMatchObject({ ok: true, rep: { name: '陈敏' } })
  expect(phone.session.getState()).toMatchObject({ inviter: { name: '陈敏', scene }, merchantId: null })
  expect(await phone.session.consent('share-progress', true)).toEqual({ ok: true })
  expect(await phone.session.join(scene)).toMatchObject({ ok: true, invitedBy: { company: '好帮手科技' } })
  expect((await fn.merchant(phone.session.getState().merchantId))?.rep).toBe(rep.id)
  expect(await phone.session.leave()).toEqual({ ok: true })
  expect((await fn.merchant(phone.session.getState().merchantId))?.consents['share-progress']?.granted).toBe(false)
})

describe('a merchant who is not at the function any more', () => {
  /** Two phones of one person; the first has entered something that both know, and a photo. */
  async function twoPhones() {
    const fn = createFunction()
    const [one, two] = [createPhone(fn), createPhone(fn)]
    await agree(one, 'service', 'documents')
    await agree(two, 'service', 'documents')
    one.entries.set('t.shop.name', '老王面馆')
    one.entries.set('l.company-bank-account.number', '6222')
    await one.photos.add('avatar', 'face')
    await fn.clock.advance(60_000)
    return { fn, one, two, id: one.session.getState().merchantId ?? '' }
  }

  test('lost there: what the phones hold goes up again by itself, consents too, and both phones agree', async () => {
    const { fn, one, two, id } = await twoPhones()
    two.entries.set('c.contact', true)
    const merchant = await fn.merchant(id)
    for (const collection of ['merchants', 'identities', 'tokens'] as const)
      for (const found of await fn.ports.store.list(collection, { limit: 100 }))
        await fn.ports.store.remove(collection, found.id)
    await fn.clock.advance(300_000)
    const again = one.session.getState().merchantId
    expect([again === id, two.session.getState().merchantId]).toEqual([false, again])
    expect(shown(one)).toEqual({ ...shown(two), 'l.company-bank-account.number': '6222' })
    expect(shown(two)).toMatchObject({ 't.shop.name': '老王面馆', 'c.contact': true })
    const restored = await fn.merchant(again)
    expect(restored?.consents).toMatchObject({ service: { granted: true }, documents: { granted: true } })
    const stamps = (record: typeof merchant) =>
      record?.doc.entries.filter(({ k }) => k === 't.shop.name').map(({ s }) => s)
    expect(stamps(restored)).toEqual(stamps(merchant))
    expect(restored?.doc.entries.filter(({ k }) => k.startsWith('v.photo.'))).toHaveLength(1)
    expect([one.session.getState().left, two.session.getState().left]).toEqual([null, null])
    expect(one.storage.keys().filter((key) => key.includes(id))).toEqual([])
    expect(fn.failures).toEqual([])
  })

  test('lost there, and the app killed before it could move anything: the next start does', async () => {
    const { fn, one, id } = await twoPhones()
    const { storage } = one
    const set = storage.set.bind(storage)
    let killed: ReturnType<typeof storage.snapshot> | null = null
    storage.set = (key, text) => {
      const done = set(key, text)
      if (text.includes('"why":"lost"')) killed ??= storage.snapshot()
      return done
    }
    for (const collection of ['merchants', 'identities', 'tokens'] as const)
      for (const found of await fn.ports.store.list(collection, { limit: 100 }))
        await fn.ports.store.remove(collection, found.id)
    await fn.clock.advance(60_000)
    one.stop()
    if (killed === null) throw new Error('it was never lost')
    storage.restore(killed)
    expect(storage.keys().some((key) => key.includes(id))).toBe(true)
    const next = one.boot()
    expect(shown(next)).toMatchObject({ 't.shop.name': '老王面馆', 'l.company-bank-account.number': '6222' })
    await fn.clock.advance(120_000)
    expect(next.session.getState().left).toBeNull()
    expect(next.entries.getState().unsynced).toBe(0)
    expect(storage.keys().filter((key) => key.includes(id))).toEqual([])
  })

  test('erased on the other phone: nothing goes up, and the person decides to forget it here too', async () => {
    const { fn, one, two, id } = await twoPhones()
    expect(await one.session.eraseMe()).toEqual({ ok: true })
    two.entries.set('c.contact', true)
    await fn.clock.advance(60_000)
    expect(two.session.getState().left).toEqual({ merchant: id, why: 'erased' })
    expect(shown(two)).toEqual({})
    await two.session.settleLeft(false)
    await fn.clock.advance(60_000)
    expect(two.session.getState().left).toBeNull()
    expect(two.storage.keys().filter((key) => key.includes(id))).toEqual([])
    expect([...two.files.kept.keys()]).toEqual([])
    expect((await fn.merchant(two.session.getState().merchantId))?.doc.entries).toEqual([])
  })

  test('erased on the other phone, and begun anew from what is here: only with a fresh consent', async () => {
    const { fn, one, two } = await twoPhones()
    await one.session.eraseMe()
    await fn.clock.advance(60_000)
    await two.session.settleLeft(true)
    await fn.clock.advance(60_000)
    expect(shown(two)).toMatchObject({ 't.shop.name': '老王面馆' })
    expect((await fn.merchant(two.session.getState().merchantId))?.doc.entries ?? []).toEqual([])
    await agree(two, 'service')
    await fn.clock.advance(60_000)
    expect((await fn.merchant(two.session.getState().merchantId))?.doc.entries.map(({ k }) => k)).toContain(
      't.shop.name',
    )
    expect(fn.failures).toEqual([])
  })
})

test('erased on the other phone while this one agreed to more without a network: asked anew all the same', async () => {
  const fn = createFunction()
  const [one, two] = [createPhone(fn), createPhone(fn)]
  await agree(one, 'service')
  await agree(two, 'service')
  two.entries.set('t.shop.name', '老王面馆')
  await fn.clock.advance(50_000)
  two.device.setOnline(false)
  await agree(two, 'documents')
  await one.session.eraseMe()
  two.device.setOnline(true)
  await fn.clock.advance(60_000)
  expect(two.session.getState()).toMatchObject({
    left: { why: 'erased' },
    consents: { service: false, documents: false },
    unsentConsents: 0,
  })
  await two.session.settleLeft(true)
  await fn.clock.advance(60_000)
  const begun = await fn.merchant(two.session.getState().merchantId)
  expect([begun?.doc.entries ?? [], Object.keys(begun?.consents ?? {})]).toEqual([[], []])
})

test('everything is exported, then erased: there, here, and on the second phone’s next look', async () => {
  const fn = createFunction()
  const [one, two] = [createPhone(fn), createPhone(fn)]
  await agree(one, 'service')
  await agree(two, 'service')
  one.entries.set('t.shop.name', '老王面馆')
  await fn.clock.advance(50_000)
  const id = one.session.getState().merchantId
  const exported = await one.session.exportMe()
  expect(exported.ok && exported.text).toContain('老王面馆')
  expect(await one.session.eraseMe()).toEqual({ ok: true })
  expect(await fn.merchant(id)).toBeUndefined()
  expect(one.storage.keys()).toEqual([])
  expect(shown(one)).toEqual({})
  two.entries.set('t.shop.name', '还在这里')
  await fn.clock.advance(60_000)
  expect(two.session.getState().merchantId).not.toBe(id)
  expect(shown(two)).toEqual({})
  expect(JSON.stringify(await fn.merchant(two.session.getState().merchantId))).not.toContain('还在这里')
  expect(fn.failures).toEqual([])
})

test('two merchants on two phones never meet', async () => {
  const fn = createFunction()
  const [one, two] = [createPhone(fn, 'openid-1'), createPhone(fn, 'openid-2')]
  await agree(one, 'service')
  await agree(two, 'service')
  one.entries.set('t.shop.name', '老王面馆')
  await fn.clock.advance(100_000)
  expect(shown(two)).toEqual({})
  const foreign = await two.session.call('sync', { ...one.entries.makeRequest()?.request })
  expect(foreign).toMatchObject({ ok: false, error: 'not-found' })
})
