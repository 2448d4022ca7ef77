/** Photos that come in pieces: resumed, repeated, at several processes at once, given up. */
import { pieceBytes, sweepPieces } from '../../src/server/core/pieces'
import { watchedFiles } from '../support/watched-files'
import { createTestCore, newId, type Answer, type Guest, type TestCore } from './support/core'
import { noisyPhoto, sha256 } from './support/photos'
import { serveInProcess } from './support/server-in-process'

const day = 86_400_000
let photo: Buffer
beforeAll(async () => {
  // Five pieces and a rest.
  photo = await noisyPhoto(1100, 800)
})

let core: TestCore
let guest: Guest
let names: ReadonlySet<string>
beforeEach(async () => {
  const under = watchedFiles()
  names = under.names
  core = createTestCore({ files: under.files })
  guest = await core.guest()
  await guest.consent('service', 'documents')
})
const inQuarantine = () => [...names].filter((name) => name.startsWith('quarantine/')).length

const about = (photoId: string, bytes: Uint8Array = photo) => ({
  photoId,
  slot: 'avatar',
  sha256: sha256(bytes),
  size: bytes.length,
})
const begin = (photoId: string, bytes: Uint8Array = photo) =>
  guest.call('photo-ticket', { ...about(photoId, bytes), pieces: true })
const pieceAt = (offset: number, bytes: Uint8Array = photo) => bytes.subarray(offset, offset + pieceBytes)
const chunk = (photoId: string, offset: number, bytes: Uint8Array = pieceAt(offset), by: Pick<Guest, 'call'> = guest) =>
  by.call('photo-chunk', { photoId, offset, data: Buffer.from(bytes).toString('base64') })

/** From there to the end, as a phone does it. */
async function sendFrom(photoId: string, from: number, until = photo.length): Promise<number> {
  let offset = from
  while (offset < until) {
    const reply = await chunk(photoId, offset)
    expect(reply).toMatchObject({ ok: true })
    offset = Number(reply.next)
  }
  return offset
}

test('piece by piece, then the commit: the same photo as in one upload, and nothing left behind', async () => {
  expect(photo.length).toBeGreaterThan(5 * pieceBytes)
  const photoId = newId()
  expect(await begin(photoId)).toMatchObject({ ok: true, next: 0, url: expect.any(String) as string })
  expect(await guest.call('photo-commit', { photoId })).toMatchObject({ error: 'conflict', offset: 0 })
  expect(await sendFrom(photoId, 0)).toBe(photo.length)
  expect(inQuarantine()).toBe(Math.ceil(photo.length / pieceBytes))
  const reply = await guest.call('photo-commit', { photoId })
  expect(reply).toMatchObject({ ok: true, photo: { photoId, slot: 'avatar', sha256: sha256(photo), w: 1100, h: 800 } })
  expect(inQuarantine()).toBe(0)
  expect(await guest.call('photo-commit', { photoId })).toEqual(reply)
  expect(await begin(photoId)).toMatchObject({ ok: true, photo: reply.photo })
  expect(await chunk(photoId, 0)).toMatchObject({ error: 'forbidden', need: 'ticket' })
})

test('a phone that was killed, or a reply that was lost: the next ticket and every piece say where to go on', async () => {
  const photoId = newId()
  await begin(photoId)
  const stopped = await sendFrom(photoId, 0, 2 * pieceBytes)
  // The plain ticket, too: the phone need not remember.
  expect(await guest.call('photo-ticket', about(photoId))).toMatchObject({ ok: true, next: stopped })
  expect(await chunk(photoId, 0)).toMatchObject({ error: 'conflict', offset: stopped })
  expect(await chunk(photoId, 4 * pieceBytes)).toMatchObject({ error: 'conflict', offset: stopped })
  await sendFrom(photoId, stopped)
  expect(await guest.call('photo-commit', { photoId })).toMatchObject({ ok: true })
  expect(await guest.call('photo-ticket', about(newId()))).not.toHaveProperty('next')
})

test('several processes on one store take pieces in turn, and the same ones at once', async () => {
  const other = createTestCore({ store: core.ports.store, files: core.ports.files })
  const there: Pick<Guest, 'call'> = {
    call: (action, body) => other.call({ via: 'token', token: guest.token }, action, body ?? {}),
  }
  const photoId = newId()
  await begin(photoId)
  for (let offset = 0; offset < photo.length; offset += pieceBytes) {
    const both = await Promise.all([chunk(photoId, offset), chunk(photoId, offset, pieceAt(offset), there)])
    const next = Math.min(offset + pieceBytes, photo.length)
    const told = both.map((reply: Answer) => reply.next ?? reply.offset)
    expect(told).toEqual([next, next])
    expect(both.some(({ ok }) => ok)).toBe(true)
  }
  const commits = await Promise.all([guest, there].map((each) => each.call('photo-commit', { photoId })))
  for (const each of commits) expect(each).toMatchObject({ ok: true, photo: { photoId } })
  expect(inQuarantine()).toBe(0)
})

test.each([
  ['too short', (piece: Buffer) => piece.subarray(1)],
  ['too long', (piece: Buffer) => Buffer.concat([piece, Buffer.from('x')])],
  ['nothing', () => Buffer.alloc(0)],
])('a piece that is %s is refused', async (_name, change) => {
  const photoId = newId()
  await begin(photoId)
  const last = Math.floor(photo.length / pieceBytes) * pieceBytes
  await sendFrom(photoId, 0, last)
  for (const wrong of [change(pieceAt(last) as Buffer), change(pieceAt(0) as Buffer)])
    expect(await chunk(photoId, last, wrong)).toMatchObject({ error: 'bad-request' })
  expect(await chunk(photoId, last)).toMatchObject({ ok: true, next: photo.length })
})

test('other bytes than announced: refused at the commit, and begun anew', async () => {
  const photoId = newId()
  await begin(photoId)
  await chunk(photoId, 0, Buffer.alloc(pieceBytes, 7))
  await sendFrom(photoId, pieceBytes)
  expect(await guest.call('photo-commit', { photoId })).toMatchObject({ error: 'unprocessable' })
  expect(inQuarantine()).toBe(0)
  expect(await begin(photoId)).toMatchObject({ next: 0 })
})

test('the consent withdrawn, the photo taken back, the merchant erased: no piece stays', async () => {
  for (const end of ['consent', 'delete', 'erase']) {
    const photoId = newId()
    await begin(photoId)
    await sendFrom(photoId, 0, pieceBytes)
    expect(inQuarantine()).toBe(1)
    if (end === 'consent') {
      await guest.call('consent', { kind: 'documents', granted: false, version: '2' })
      expect(await chunk(photoId, pieceBytes)).toMatchObject({ error: 'forbidden', need: 'documents' })
      await guest.consent('documents')
    } else if (end === 'delete') {
      const s = `${core.ports.clock.now()}-0000-device001`
      const gone = { k: `p.avatar.${photoId}`, v: null, s }
      await guest.call('sync', { p: 1, schema: 1, doc: guest.id, dev: 'device001', ep: null, base: 0, ops: [gone] })
      expect(await chunk(photoId, pieceBytes)).toMatchObject({ error: 'not-found' })
    } else await guest.call('erase-me')
    expect(inQuarantine()).toBe(0)
  }
})

test('given up: swept after a day without a piece; one that still comes is not', async () => {
  const [left, slow] = [newId(), newId()]
  await begin(left)
  await begin(slow)
  for (const photoId of [left, slow]) await sendFrom(photoId, 0, pieceBytes)
  core.advance(0.6 * day)
  // The token is used meanwhile, the piece is a late one.
  expect(await chunk(slow, pieceBytes)).toMatchObject({ ok: true })
  core.advance(0.6 * day)
  expect(await chunk(left, pieceBytes)).toMatchObject({ error: 'forbidden', need: 'ticket' })
  await sweepPieces(core as never)
  expect(inQuarantine()).toBe(2)
  expect(await begin(slow)).toMatchObject({ next: 2 * pieceBytes })
  expect(await begin(left)).toMatchObject({ next: 0 })
})

test('eight at once; the ninth takes the place of the one that was left alone the longest', async () => {
  const ids = Array.from({ length: 9 }, newId)
  for (const photoId of ids) {
    await begin(photoId)
    await sendFrom(photoId, 0, pieceBytes)
    core.advance(1000)
  }
  expect(inQuarantine()).toBe(8)
  expect(await begin(ids[1] ?? '')).toMatchObject({ next: pieceBytes })
  expect(await chunk(ids[0] ?? '', pieceBytes)).toMatchObject({ need: 'ticket' })
})

test('a piece that the disk has lost: the phone begins again', async () => {
  const photoId = newId()
  await begin(photoId)
  await sendFrom(photoId, 0)
  const [lost = ''] = [...names].filter((name) => name.startsWith('quarantine/'))
  await core.ports.files.remove(lost)
  expect(await guest.call('photo-commit', { photoId })).toMatchObject({ error: 'forbidden', need: 'ticket' })
  expect(await begin(photoId)).toMatchObject({ next: 0 })
})

test('over HTTP a piece may be 256 KB, and nothing else', async () => {
  const { post, core: served } = await serveInProcess()
  const { token } = await served.guest()
  const authorization = { authorization: `Bearer ${token}` }
  const big = JSON.stringify({ photoId: newId(), offset: 0, data: 'A'.repeat(128 * 1024) })
  expect((await post('photo-chunk', big, authorization)).text).toContain('ticket')
  expect((await post('photo-commit', big, authorization)).status).toBe(413)
  const bigger = JSON.stringify({ photoId: newId(), offset: 0, data: 'A'.repeat(256 * 1024) })
  expect((await post('photo-chunk', bigger, authorization)).status).toBe(413)
})
