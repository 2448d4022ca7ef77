import sharp from 'sharp'
import { createMemoryFiles } from '../../src/server/adapters/memory-files'
import { StorageFull } from '../../src/server/core/ports'
import { defaultLimits } from '../../src/server/core/settings'
import { anyone, createTestCore, newId, startTime, type Answer, type Guest, type TestCore } from './support/core'
import { jpegPhoto, licencePhoto, noisyPhoto, sha256 } from './support/photos'

let core: TestCore
let guest: Guest
let photo: Buffer
beforeAll(async () => {
  photo = await jpegPhoto()
})
beforeEach(async () => {
  core = createTestCore()
  guest = await core.guest()
  await guest.consent('service', 'documents')
})

const announce = (bytes: Uint8Array, photoId = newId(), slot = 'food-operation-permit') => ({
  photoId,
  slot,
  sha256: sha256(bytes),
  size: bytes.length,
})
const ticketOf = (reply: Answer) => new URL(String(reply.url), 'http://x').searchParams.get('ticket') ?? ''
const linkOf = (reply: Answer) => new URL(String(reply.url), 'http://x').searchParams.get('link') ?? ''
const send = async (ticket: string, bytes: Uint8Array, to = core) =>
  (await to.door.upload(ticket, async () => bytes)) as Answer

async function upload(bytes: Uint8Array, photoId = newId(), by = guest, to = core): Promise<Answer> {
  const ticket = await by.call('photo-ticket', announce(bytes, photoId))
  return ticket.ok ? send(ticketOf(ticket), bytes, to) : ticket
}

async function entriesOf(who: Guest): Promise<Record<string, unknown>> {
  const { patch } = (await who.call('sync', {
    p: 1,
    schema: 1,
    doc: who.id,
    dev: 'device001',
    ep: null,
    base: 0,
    ops: [],
  })) as unknown as {
    patch: { k: string; v: unknown; s: string }[]
  }
  return Object.fromEntries(patch.map(({ k, v }) => [k, v]))
}

describe("a photo's way", () => {
  test('ticket, upload, commit, entry, links, delete', async () => {
    const photoId = newId()
    const ticket = await guest.call('photo-ticket', announce(photo, photoId, 'business-licence'))
    expect(ticket).toMatchObject({
      ok: true,
      url: expect.stringMatching(/^\/upload\?ticket=[\w.-]+$/) as string,
      fields: {},
      expires: startTime + 600_000,
    })
    expect(await guest.call('photo-commit', { photoId })).toMatchObject({ error: 'not-found' })
    const uploaded = await send(ticketOf(ticket), photo)
    const about = { photoId, slot: 'business-licence', sha256: sha256(photo), w: 1600, h: 1130 }
    expect(uploaded).toMatchObject({ ok: true, photo: { ...about, bytes: expect.any(Number) as number } })
    expect(await guest.call('photo-commit', { photoId })).toEqual(uploaded)
    const { [`v.photo.${photoId}`]: entry } = await entriesOf(guest)
    expect(entry).toMatchObject({ state: 'ok', slot: 'business-licence', sha256: sha256(photo), w: 1600, h: 1130 })

    const full = await core.door.open(linkOf(await guest.call('photo-link', { photoId, variant: 'full' })))
    if (!full.ok) throw new Error('no photo')
    expect(sha256(full.jpeg)).toBe((entry as { stored: string }).stored)
    expect(full.filename).toBe(`${photoId}.jpg`)
    for (const variant of ['thumb', 'watermarked']) {
      const opened = await core.door.open(linkOf(await guest.call('photo-link', { photoId, variant })))
      if (!opened.ok) throw new Error('no photo')
      const { width, format } = await sharp(opened.jpeg).metadata()
      expect([format, width]).toEqual(['jpeg', variant === 'thumb' ? 320 : 1600])
      expect(sha256(opened.jpeg)).not.toBe(sha256(full.jpeg))
    }

    const link = linkOf(await guest.call('photo-link', { photoId, variant: 'full' }))
    expect(await guest.call('photo-delete', { photoId })).toEqual({ ok: true })
    expect(await guest.call('photo-delete', { photoId })).toEqual({ ok: true })
    expect(await core.door.open(link)).toMatchObject({ error: 'not-found' })
    expect(await guest.call('photo-link', { photoId, variant: 'full' })).toMatchObject({ error: 'not-found' })
    expect(await guest.call('photo-commit', { photoId })).toMatchObject({ error: 'not-found' })
    expect((await entriesOf(guest))[`v.photo.${photoId}`]).toBeNull()
  })

  test("the licence's own code comes along", async () => {
    const licence = await licencePhoto(
      'http://www.gsxt.gov.cn/index.html?uniscid=92330102MA2EXAMP5X&entname=%E9%9D%92%E7%A6%BE%E7%83%98%E7%84%99',
    )
    const ticket = await guest.call('photo-ticket', announce(licence, newId(), 'business-licence'))
    expect(await send(ticketOf(ticket), licence)).toMatchObject({
      photo: { licence: { code: '92330102MA2EXAMP5X', name: '青禾烘焙' } },
    })
    expect((await upload(photo)).photo).not.toHaveProperty('licence')
  })

  test('print is recognised only of a licence whose code says nothing, and once', async () => {
    const read: number[] = []
    const licence = { code: '92330102MA2EXAMP5X', name: '小满面馆' }
    const recogniser = { read: async (jpeg: Uint8Array) => (read.push(jpeg.length), licence) }
    core = createTestCore({ recogniser })
    guest = await core.guest()
    await guest.consent('service', 'documents')
    const withCode = await licencePhoto('http://www.gsxt.gov.cn/?uniscid=92330102MA2EXAMP5X')
    const first = await guest.call('photo-ticket', announce(withCode, newId(), 'business-licence'))
    expect(await send(ticketOf(first), withCode)).toMatchObject({ photo: { licence: { code: licence.code } } })
    await upload(photo)
    expect(read).toEqual([])
    const id = newId()
    const second = await guest.call('photo-ticket', announce(photo, id, 'business-licence'))
    expect(await send(ticketOf(second), photo)).toMatchObject({ photo: { licence } })
    expect(await send(ticketOf(second), photo)).toMatchObject({ photo: { licence } })
    expect(read).toHaveLength(1)
    expect((await entriesOf(guest))[`v.photo.${id}`]).toMatchObject({ licence })
  })

  test('again with the same ticket, or a new one: the first result', async () => {
    const photoId = newId()
    const ticket = ticketOf(await guest.call('photo-ticket', announce(photo, photoId)))
    const first = await send(ticket, photo)
    expect(await send(ticket, photo)).toEqual(first)
    const again = await guest.call('photo-ticket', announce(photo, photoId))
    expect(again).toMatchObject({ ok: true, photo: first.photo })
    expect(await send(ticketOf(again), photo)).toEqual(first)
    const together = await Promise.all([1, 2, 3].map(() => send(ticket, photo)))
    for (const each of together) expect(each).toEqual(first)
  })

  test('the same photo twice at once is one photo, with its file', async () => {
    const photoId = newId()
    const ticket = ticketOf(await guest.call('photo-ticket', announce(photo, photoId)))
    const [a, b] = await Promise.all([send(ticket, photo), send(ticket, photo)])
    expect(a).toEqual(b)
    expect(await core.door.open(linkOf(await guest.call('photo-link', { photoId, variant: 'full' })))).toMatchObject({
      ok: true,
    })
  })

  test('two different files for one id: one wins whole, the other is a conflict', async () => {
    const [photoId, other] = [newId(), await jpegPhoto(1700, 1200)]
    const tickets = await Promise.all(
      [photo, other].map(async (bytes) => ticketOf(await guest.call('photo-ticket', announce(bytes, photoId)))),
    )
    const replies = await Promise.all([send(tickets[0] ?? '', photo), send(tickets[1] ?? '', other)])
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error)).sort()).toEqual(['conflict', 'ok'])
    const opened = await core.door.open(linkOf(await guest.call('photo-link', { photoId, variant: 'full' })))
    const { [`v.photo.${photoId}`]: entry } = await entriesOf(guest)
    expect(opened.ok && sha256(opened.jpeg)).toBe((entry as { stored: string }).stored)
    expect(await guest.call('photo-ticket', announce(await jpegPhoto(1800, 1200), photoId))).toMatchObject({
      error: 'conflict',
    })
  })

  test('taken back while on its way: it does not come in, not even later', async () => {
    const photoId = newId()
    const ticket = ticketOf(await guest.call('photo-ticket', announce(photo, photoId)))
    const gone = { k: `p.food-operation-permit.${photoId}`, v: null, s: `${startTime}-0000-device001` }
    await guest.call('sync', { p: 1, schema: 1, doc: guest.id, dev: 'device001', ep: null, base: 0, ops: [gone] })
    expect(await send(ticket, photo)).toMatchObject({ error: 'not-found' })
    expect(await guest.call('photo-ticket', announce(photo, photoId))).toMatchObject({ error: 'not-found' })
  })
})

describe('what is refused', () => {
  test('without the consent for documents, also when it was withdrawn meanwhile', async () => {
    const ticket = ticketOf(await guest.call('photo-ticket', announce(photo)))
    await guest.call('consent', { kind: 'documents', granted: false, version: '2' })
    expect(await guest.call('photo-ticket', announce(photo))).toMatchObject({ error: 'forbidden', need: 'documents' })
    expect(await send(ticket, photo)).toMatchObject({ error: 'forbidden', need: 'documents' })
  })

  test('tickets that are forged, changed, expired, or a link', async () => {
    const ticket = ticketOf(await guest.call('photo-ticket', announce(photo)))
    const [payload = '', signature = ''] = ticket.split('.')
    const link = `${payload}.${core.ports.secrets.sign('link', payload)}`
    for (const wrong of ['', 'x', 'a.b', `${payload}x.${signature}`, `${payload}.${signature}x`, `${ticket}.x`, link]) {
      expect(await send(wrong, photo)).toMatchObject({ error: 'forbidden', need: 'ticket' })
    }
    core.advance(600_001)
    expect(await send(ticket, photo)).toMatchObject({ error: 'forbidden', need: 'ticket' })
  })

  test('links that are forged, changed, or expired', async () => {
    const photoId = newId()
    await upload(photo, photoId)
    const reply = await guest.call('photo-link', { photoId, variant: 'full' })
    expect(reply.expires).toBe(startTime + 300_000)
    const link = linkOf(reply)
    for (const wrong of ['', 'x.y', `${link}x`, `x${link}`])
      expect(await core.door.open(wrong)).toMatchObject({ error: 'not-found' })
    core.advance(300_001)
    expect(await core.door.open(link)).toMatchObject({ error: 'not-found' })
  })

  test.each([
    ['text named .jpg', Buffer.from('this is not a photo'), 'unsupported-media'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'unsupported-media'],
    ['GIF', Buffer.from('GIF89a'.padEnd(60, '\0')), 'unsupported-media'],
    ['HEIC', Buffer.from('\0\0\0\x18ftypheic'.padEnd(60, '\0')), 'unsupported-media'],
    ['PDF', Buffer.from('%PDF-1.7'.padEnd(60, ' ')), 'unsupported-media'],
    ['half a JPEG', Buffer.from('\xff\xd8\xff\xe0 half', 'latin1'), 'unprocessable'],
  ])('%s', async (_name, bytes, error) => {
    expect(await upload(bytes)).toMatchObject({ ok: false, error })
    expect(await entriesOf(guest)).toEqual({})
  })

  test('other bytes than announced, and too many', async () => {
    const ticket = ticketOf(await guest.call('photo-ticket', announce(photo)))
    expect(await send(ticket, await jpegPhoto(1601, 1130))).toMatchObject({ error: 'unprocessable' })
    expect(await send(ticket, Buffer.alloc(defaultLimits.uploadBytes + 1))).toMatchObject({ error: 'too-large' })
    expect(await guest.call('photo-ticket', { ...announce(photo), size: defaultLimits.uploadBytes + 1 })).toMatchObject(
      { error: 'too-large' },
    )
  })

  test.each([
    { photoId: 'short' },
    { photoId: '../../../../etc/passwd' },
    { slot: 'Business_Licence' },
    { slot: 'a'.repeat(41) },
    { sha256: 'x' },
    { size: 0 },
    { size: 1.5 },
  ])('a ticket for %p', async (wrong) => {
    expect(await guest.call('photo-ticket', { ...announce(photo), ...wrong })).toMatchObject({ error: 'bad-request' })
  })

  test('40 uploads in 10 minutes', async () => {
    const bad = Buffer.from('not a photo')
    const ticket = ticketOf(await guest.call('photo-ticket', announce(bad)))
    for (let i = 0; i < 40; i++) expect(await send(ticket, bad)).toMatchObject({ error: 'unsupported-media' })
    expect(await send(ticket, bad)).toMatchObject({ error: 'rate-limited', retryAfter: 600 })
    expect(await guest.call('photo-ticket', announce(photo))).toMatchObject({ error: 'rate-limited' })
    core.advance(600_000)
    expect(await guest.call('photo-ticket', announce(photo))).toMatchObject({ ok: true })
  })

  test('more photos, or more bytes, than the quota', async () => {
    const small = createTestCore({}, { limits: { ...defaultLimits, photos: 2, photoBytes: 400_000 } })
    const merchant = await small.guest()
    await merchant.consent('documents')
    const [first, second] = [newId(), newId()]
    expect(await upload(photo, first, merchant, small)).toMatchObject({ ok: true })
    expect(await upload(await noisyPhoto(900, 700), second, merchant, small)).toMatchObject({ error: 'quota' })
    expect(await upload(photo, second, merchant, small)).toMatchObject({ ok: true })
    expect(await upload(photo, newId(), merchant, small)).toMatchObject({ error: 'quota' })
    await merchant.call('photo-delete', { photoId: first })
    expect(await upload(photo, newId(), merchant, small)).toMatchObject({ ok: true })
  })

  test('a full disk: nothing was changed, and a later try works', async () => {
    const files = createMemoryFiles()
    let full = true
    const write = async (name: string, bytes: Uint8Array, owner: string) => {
      if (full && name.endsWith('full.jpg')) throw new StorageFull('no room')
      await files.write(name, bytes, owner)
    }
    const crowded = createTestCore({ files: { ...files, write } })
    const merchant = await crowded.guest()
    await merchant.consent('service', 'documents')
    const photoId = newId()
    expect(await upload(photo, photoId, merchant, crowded)).toMatchObject({ ok: false, error: 'storage-full' })
    expect(await entriesOf(merchant)).toEqual({})
    full = false
    expect(await upload(photo, photoId, merchant, crowded)).toMatchObject({ ok: true })
  })

  test('an erasure during the upload leaves no file', async () => {
    const files = createMemoryFiles()
    const names = new Set<string>()
    let erase: (() => Promise<unknown>) | null = null
    const watched = createTestCore({
      files: {
        ...files,
        async write(name, bytes, owner) {
          names.add(name)
          await files.write(name, bytes, owner)
          await erase?.()
        },
      },
    })
    const merchant = await watched.guest()
    await merchant.consent('documents')
    erase = () => merchant.call('erase-me')
    expect(await upload(photo, newId(), merchant, watched)).toMatchObject({ error: 'not-found' })
    expect(names.size).toBe(2)
    for (const name of names) expect(await files.read(name, merchant.id)).toBeNull()
  })
})

describe('whose photo it is', () => {
  const photoId = 'A'.repeat(22)
  let other: Guest
  beforeEach(async () => {
    await upload(photo, photoId)
    other = await core.guest()
    await other.consent('documents')
  })

  test.each([
    ['photo-link', { photoId, variant: 'full' }],
    ['photo-link', { photoId, variant: 'watermarked' }],
    ['photo-commit', { photoId }],
    ['photo-delete', { photoId }],
  ])('%s %p: the owner, another merchant, nobody', async (action, body) => {
    const absent = { ...body, photoId: 'B'.repeat(22) }
    expect(await other.call(action, body)).toEqual(await other.call(action, absent))
    expect(await other.call(action, body)).toMatchObject({ error: 'not-found' })
    expect(await core.call(anyone, action, body)).toMatchObject({ error: 'unauthenticated' })
    expect(await guest.call(action, body)).toMatchObject({ ok: true })
  })

  test('the same id is another photo for another merchant', async () => {
    const theirs = await jpegPhoto(1800, 1300)
    expect(await upload(theirs, photoId, other)).toMatchObject({ ok: true, photo: { w: 1800 } })
    await other.call('photo-delete', { photoId })
    expect(await core.door.open(linkOf(await guest.call('photo-link', { photoId, variant: 'full' })))).toMatchObject({
      ok: true,
    })
  })

  test('export holds a link to it, erasure its end', async () => {
    const { data } = (await guest.call('export-me')) as unknown as { data: { photos: Answer[] } }
    const link = linkOf(data.photos[0] as Answer)
    expect(await core.door.open(link)).toMatchObject({ ok: true })
    await guest.call('erase-me')
    expect(await core.door.open(link)).toMatchObject({ error: 'not-found' })
  })
})
