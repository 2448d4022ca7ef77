/** A merchant's photos and texts on a computer: who gets in, for how long, and everybody who must not. */
import { eraseMerchant } from '../../src/server/core/account'
import { getMerchant } from '../../src/server/core/merchants'
import { endSessions } from '../../src/server/core/tokens'
import { sweepDesks } from '../../src/server/core/desks'
import { defaultCoreSettings } from '../../src/server/core/settings'
import type { Images } from '../../src/server/core/ports'
import { typedFields } from '../../src/server/core/desk-contents'
import { checkDigits } from '#domain/desk-check'
import { deskIn } from '#domain/desk-code'
import { anyone, createTestCore, newId, startTime, type Guest, type TestCore } from './support/core'
import { sha256 } from './support/photos'

const minute = 60_000
/** What is in the picture does not matter here. */
const images: Images = {
  normalise: async (bytes) => ({ ok: true, full: bytes, thumb: bytes, width: 320, height: 226 }),
  watermark: async (bytes) => bytes,
  readLicence: async () => null,
}
const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0.0.0 Safari/537.36'

interface Opened {
  readonly desk: string
  readonly secret: string
  readonly check: string
  readonly qr: string
  readonly expires: number
}
type Proof = Pick<Opened, 'desk' | 'secret'>

let core: TestCore
let merchant: Guest
let photoId: string
let stamps: number

const open = async () => (await core.call({ ...anyone, agent: chrome }, 'desk-open', {})) as unknown as Opened
const poll = ({ desk, secret }: Proof, more: object = {}) =>
  core.call(anyone, 'desk-poll', { desk, secret, ...more }) as Promise<unknown>
const linkFor = ({ desk, secret }: Proof, photo = photoId, variant = 'full') =>
  core.call(anyone, 'photo-link', { desk, secret, photoId: photo, variant }) as Promise<unknown>

async function write(guest: Guest, entries: Readonly<Record<string, unknown>>): Promise<void> {
  const s = () => `${startTime}-${String(stamps++).padStart(4, '0')}-device001`
  const ops = Object.entries(entries).map(([k, v]) => ({ k, v, s: s() }))
  const body = { p: 1, schema: 1, doc: guest.id, dev: 'device001', ep: null, base: 0, full: true, ops }
  expect(await guest.call('sync', body)).toMatchObject({ ok: true })
}

async function upload(guest: Guest, slot: string, shade: number): Promise<string> {
  const id = newId()
  const bytes = Buffer.alloc(8, shade)
  const announced = { photoId: id, slot, sha256: sha256(bytes), size: bytes.length }
  const { url } = (await guest.call('photo-ticket', announced)) as unknown as { url: string }
  expect(await core.door.upload(url.split('ticket=')[1] ?? '', async () => bytes)).toMatchObject({ ok: true })
  return id
}

const opened = (reply: unknown) => core.door.open((reply as { url: string }).url.split('link=')[1] ?? '')

async function eraseForRetention(): Promise<void> {
  const erasing = { ports: core.ports, settings: defaultCoreSettings }
  await eraseMerchant(erasing, merchant.id, await getMerchant(core.ports, merchant.id), 'retention')
}

async function approved(): Promise<Opened> {
  const desk = await open()
  expect(await merchant.call('desk-approve', { desk: desk.desk })).toMatchObject({ ok: true })
  return desk
}

beforeEach(async () => {
  stamps = 0
  core = createTestCore({ images })
  merchant = await core.guest()
  await merchant.consent('service', 'documents')
  await write(merchant, {
    't.shop.name': '海棠花店',
    't.business-licence.name': '杭州海棠花店',
    't.email-mini-program.address': 'haitang@example.com',
    't.account-names.first': '海棠花店',
    't.invoice.kind': 'none',
    't.industry-permits.food-operation-number': 'JY13301020000000',
  })
  photoId = await upload(merchant, 'business-licence', 200)
})

describe('the code', () => {
  test('says where it leads, until when, and shows digits that a phone works out from it alone', async () => {
    const desk = await open()
    expect(desk).toMatchObject({ qr: `https://kaitong.example/?desk=${desk.desk}`, expires: startTime + 5 * minute })
    expect(desk.check).toBe(checkDigits(deskIn(desk.qr) ?? ''))
    expect(await merchant.call('desk-info', { desk: desk.desk })).toMatchObject({
      state: 'waiting',
      browser: 'Chrome 浏览器，Windows 电脑',
      check: desk.check,
      sees: { photos: 1, texts: 5 },
    })
  })

  test('its secret is not kept, and nothing of the header is shown', async () => {
    const agent = 'CANARY<script> MicroMessenger'
    const { desk, secret } = (await core.call({ ...anyone, agent }, 'desk-open', {})) as unknown as Opened
    const kept = JSON.stringify(await core.ports.store.get('desks', desk))
    expect(kept).not.toContain(secret)
    expect(kept).toContain('微信')
    expect(kept).not.toContain('CANARY')
  })

  test('the digits are spread evenly, and one wrong character changes them', () => {
    const seen = new Set(Array.from({ length: 2000 }, () => checkDigits(newId())))
    expect(seen.size).toBeGreaterThan(1700)
    expect(checkDigits('A'.repeat(22))).not.toBe(checkDigits(`${'A'.repeat(21)}B`))
    expect([...seen].every((digits) => /^\d{4}$/.test(digits))).toBe(true)
  })

  test.each(['', 'https://kaitong.example/?scene=x', 'https://k.example/?desk=short', 'https://k.example/?desk=a%2Fb'])(
    'is not what %p is',
    (text) => expect(deskIn(text)).toBeNull(),
  )
})

describe('approved', () => {
  test('the computer gets every text with a label of its own, and the photos with names for their files', async () => {
    await upload(merchant, 'filing-letter', 90)
    await upload(merchant, 'filing-letter', 110)
    const desk = await open()
    expect(await poll(desk)).toMatchObject({ ok: true, state: 'waiting' })
    await merchant.call('desk-approve', { desk: desk.desk })
    expect(await poll(desk)).toMatchObject({
      state: 'approved',
      expires: startTime + 10 * minute,
      merchant: { shop: '海棠花店' },
      texts: [
        { id: 'business-licence.name', label: '执照上的名称', value: '杭州海棠花店' },
        { label: '食品经营许可证，证上的编号' },
        { label: '店名' },
        { label: '小程序用的邮箱', value: 'haitang@example.com' },
        { label: '账号名称，第\u00a01\u00a0个' },
      ],
      photos: [
        { photoId, slot: 'business-licence', filename: '营业执照.jpg', w: 320, h: 226 },
        { label: '授权书或承诺书', filename: '授权书或承诺书.jpg' },
        { label: '授权书或承诺书，第\u00a02\u00a0张', filename: '授权书或承诺书-2.jpg' },
      ],
    })
    const link = await opened(await linkFor(desk))
    expect(link).toMatchObject({ ok: true })
  })

  test('a photo that the rep wants again is flagged, and can be had', async () => {
    await merchant.call('photo-link', { photoId, variant: 'full' })
    await write(merchant, { [`p.business-licence.${photoId}`]: { sha256: 'a'.repeat(64), w: 320, h: 226 } })
    const stored = await core.ports.store.get<{ doc: { entries: object[] } }>('merchants', merchant.id)
    if (stored === null) throw new Error('no merchant')
    const review = { k: `v.review.${photoId}`, v: { verdict: 'retake', reason: '右上角没拍全' }, s: `${startTime}-9-x` }
    const doc = { ...stored.value.doc, entries: [...stored.value.doc.entries, review] }
    await core.ports.store.put('merchants', merchant.id, { ...stored.value, doc }, stored.version)
    expect(await poll(await approved())).toMatchObject({ photos: [{ redo: '右上角没拍全' }] })
  })

  test('no two texts of the content have the same label, and none is what stays on the phone', () => {
    const labels = typedFields().map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
  })

  test('a merchant with nothing stored: nothing to see, and no fault', async () => {
    const nobody = await core.guest()
    const desk = await open()
    expect(await nobody.call('desk-info', { desk: desk.desk })).toMatchObject({ sees: { photos: 0, texts: 0 } })
    await nobody.call('desk-approve', { desk: desk.desk })
    expect(await poll(desk)).toMatchObject({ state: 'approved', merchant: { shop: null }, texts: [], photos: [] })
  })

  test('what is deleted on the phone is gone from the computer', async () => {
    const desk = await approved()
    const link = await linkFor(desk)
    await merchant.call('photo-delete', { photoId })
    expect(await poll(desk)).toMatchObject({ photos: [] })
    expect(await opened(link)).toMatchObject({ error: 'not-found' })
  })

  test('the phone that approved finds it again, as does the merchant’s other phone', async () => {
    const desk = await approved()
    const other = await core.call({ via: 'token', token: null }, 'login', { provider: 'guest', key: merchant.key })
    const token = (other as unknown as { token: string }).token
    expect(await core.call({ via: 'token', token }, 'desk-info', {})).toMatchObject({
      open: [{ desk: desk.desk, check: desk.check, state: 'approved', expires: startTime + 10 * minute }],
    })
    expect(await core.call({ via: 'token', token }, 'desk-revoke', { desk: desk.desk })).toEqual({ ok: true })
    expect(await merchant.call('desk-info', {})).toMatchObject({ open: [] })
  })
})

describe('over', () => {
  test('a code after 5 minutes: nobody can approve it any more', async () => {
    const desk = await open()
    core.advance(5 * minute)
    expect(await poll(desk)).toMatchObject({ state: 'expired' })
    for (const action of ['desk-info', 'desk-approve', 'desk-revoke'])
      expect(await merchant.call(action, { desk: desk.desk })).toMatchObject({ error: 'not-found' })
  })

  test('an approved computer after 10 minutes, with every link it was given', async () => {
    const desk = await approved()
    core.advance(10 * minute - 1000)
    const link = await linkFor(desk)
    expect(await opened(link)).toMatchObject({ ok: true })
    core.advance(1000)
    expect(await poll(desk)).toEqual({
      ok: true,
      state: 'expired',
      expires: expect.any(Number) as number,
      time: expect.any(Number) as number,
    })
    expect(await linkFor(desk)).toMatchObject({ error: 'unauthenticated' })
    expect(await opened(link)).toMatchObject({ error: 'not-found' })
  })

  test('revoked between a link and its download, from the phone', async () => {
    const desk = await approved()
    const link = await linkFor(desk)
    expect(await merchant.call('desk-revoke', { desk: desk.desk })).toEqual({ ok: true })
    expect(await opened(link)).toMatchObject({ error: 'not-found' })
    expect(await poll(desk)).toMatchObject({ state: 'revoked' })
    expect(await merchant.call('desk-revoke', { desk: desk.desk })).toEqual({ ok: true })
  })

  test('left by the computer itself; turned away before it was let in', async () => {
    const desk = await approved()
    expect(await poll(desk, { leave: true })).toMatchObject({ state: 'revoked' })
    expect(await linkFor(desk)).toMatchObject({ error: 'unauthenticated' })
    const other = await open()
    expect(await merchant.call('desk-revoke', { desk: other.desk })).toEqual({ ok: true })
    expect(await poll(other)).toMatchObject({ state: 'revoked' })
    expect(await merchant.call('desk-approve', { desk: other.desk })).toMatchObject({ error: 'not-found' })
  })

  test.each([
    ['the merchant', () => merchant.call('erase-me')],
    ['retention', () => eraseForRetention()],
  ])('erased by %s: the computer is out and nothing is left', async (_who, erase) => {
    const desk = await approved()
    const link = await linkFor(desk)
    await erase()
    expect(await poll(desk)).toMatchObject({ error: 'not-found' })
    expect(await opened(link)).toMatchObject({ error: 'not-found' })
    expect(await core.ports.store.list('desks', { limit: 10 })).toEqual([])
  })

  test('logged out by the operator: the computer too', async () => {
    const desk = await approved()
    await endSessions(core.ports, merchant.id)
    expect(await linkFor(desk)).toMatchObject({ error: 'unauthenticated' })
  })

  test('what is over is swept, once the computer has had time to hear of it', async () => {
    await open()
    await approved()
    core.advance(14 * minute)
    expect(await sweepDesks(core.ports)).toBe(0)
    core.advance(minute)
    expect(await sweepDesks(core.ports)).toBe(1)
    core.advance(5 * minute)
    expect(await sweepDesks(core.ports)).toBe(1)
    expect(await core.ports.store.list('desks', { limit: 10 })).toEqual([])
  })
})

describe('who must not get in', () => {
  test('guessed ids and guessed secrets: one answer for all of them', async () => {
    const desk = await approved()
    const answers = new Set<string>()
    for (let i = 0; i < 500; i++) {
      const secret = sha256(Buffer.from(`guess ${i}`)).slice(0, 43)
      answers.add(JSON.stringify(await poll({ desk: desk.desk, secret })))
      answers.add(JSON.stringify(await poll({ desk: newId(), secret: desk.secret })))
      answers.add(JSON.stringify(await poll({ desk: newId(), secret })))
    }
    expect([...answers]).toEqual([expect.stringContaining('"not-found"')])
    expect(await poll(desk)).toMatchObject({ state: 'approved' })
  })

  test.each([[{}], [{ secret: 'x' }], [{ secret: ['x'] }], [{ secret: 'é'.repeat(43) }], [{ desk: '../x' }]])(
    'a malformed proof: %p',
    async (more) => {
      const { desk } = await approved()
      expect(await core.call(anyone, 'desk-poll', { desk, ...more })).toMatchObject({ error: 'bad-request' })
      const link = { desk, photoId, variant: 'full', ...more }
      expect(await core.call(anyone, 'photo-link', link)).toMatchObject({ error: 'unauthenticated' })
    },
  )

  test('a second merchant with the same code: before, after, and at the same moment', async () => {
    const other = await core.guest()
    await other.consent('service')
    const desk = await approved()
    for (const action of ['desk-info', 'desk-approve', 'desk-revoke'])
      expect(await other.call(action, { desk: desk.desk })).toMatchObject({ error: 'not-found' })
    const raced = await open()
    const both = await Promise.all([merchant, other].map((one) => one.call('desk-approve', { desk: raced.desk })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('approving again, because the answer was lost, gives no longer time; after the end it gives nothing', async () => {
    const desk = await approved()
    core.advance(3 * minute)
    expect(await merchant.call('desk-approve', { desk: desk.desk })).toMatchObject({ expires: startTime + 10 * minute })
    core.advance(7 * minute)
    expect(await merchant.call('desk-approve', { desk: desk.desk })).toMatchObject({ error: 'not-found' })
  })

  test('another computer with its own secret and this one’s code, and a photo of somebody else', async () => {
    const desk = await approved()
    const second = await open()
    expect(await linkFor({ desk: desk.desk, secret: second.secret })).toMatchObject({ error: 'unauthenticated' })
    expect(await linkFor({ desk: second.desk, secret: second.secret })).toMatchObject({ error: 'unauthenticated' })
    const other = await core.guest()
    await other.consent('service', 'documents')
    const theirs = await upload(other, 'business-licence', 60)
    expect(await linkFor(desk, theirs)).toMatchObject({ error: 'not-found' })
    // A rep names the merchant; a computer has nothing to name.
    const named = { ...desk, photoId: theirs, variant: 'full', id: other.id }
    expect(await core.call(anyone, 'photo-link', named)).toMatchObject({ error: 'not-found' })
  })

  test('the secret opens nothing but the photos', async () => {
    const { desk, secret } = await approved()
    for (const action of ['export-me', 'erase-me', 'photo-delete', 'sync', 'desk-approve', 'desk-revoke', 'desk-info'])
      expect(await core.call(anyone, action, { desk, secret, photoId })).toMatchObject({ error: 'unauthenticated' })
  })
})
