/** Files that belong to nobody go after a day; what belongs to somebody never does. */
import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createLocalFiles } from '../../src/server/adapters/local-files'
import { createMemoryFiles } from '../../src/server/adapters/memory-files'
import { createMemoryStore } from '../../src/server/adapters/memory-store'
import { createNameFilter } from '../../src/server/core/name-filter'
import { sweepOrphans } from '../../src/server/core/orphans'
import { pieceBytes } from '../../src/server/core/pieces'
import { Unavailable, type FileStore, type Inbox, type Ports } from '../../src/server/core/ports'
import type { SceneRecord } from '../../src/server/core/records'
import { codeImageKey } from '../../src/server/core/rep-code-image'
import { addRep, newScene } from '../../src/server/core/reps'
import { defaultCoreSettings } from '../../src/server/core/settings'
import { createTestCore, newId, startTime, type Answer, type Guest, type TestCore } from './support/core'
import { temporaryFolder } from './support/folders'
import { jpegPhoto, noisyPhoto, sha256 } from './support/photos'
import { sealed } from './support/sealed'

const hour = 3_600_000
let photo: Buffer
beforeAll(async () => {
  photo = await jpegPhoto(60, 40)
})

/** `broken`: what its store refuses to write. */
function world(more: Partial<Ports> = {}) {
  let now = startTime
  const files = createMemoryFiles(() => now)
  const core = createTestCore({
    files,
    ...(files.stock !== undefined && { stock: files.stock }),
    clock: { now: () => now },
    ...more,
  })
  return { core, files, pass: (hours: number) => void (now += hours * hour) }
}
const sweep = ({ ports }: TestCore, anyNumber?: boolean) =>
  sweepOrphans({ ports, settings: defaultCoreSettings }, anyNumber)
async function namesIn({ stock }: FileStore): Promise<readonly string[]> {
  const names: string[] = []
  for await (const { name } of stock?.list() ?? []) names.push(name)
  return names
}

async function upload(core: TestCore, guest: Guest, photoId = newId()): Promise<Answer> {
  const announced = { photoId, slot: 'avatar', sha256: sha256(photo), size: photo.length }
  const { url } = (await guest.call('photo-ticket', announced)) as unknown as { url: string }
  const ticket = new URL(url, 'http://x').searchParams.get('ticket') ?? ''
  return (await core.door.upload(ticket, async () => photo)) as Answer
}
async function guestOf(core: TestCore): Promise<Guest> {
  const guest = await core.guest()
  await guest.consent('service', 'documents')
  return guest
}

describe('where files can be listed', () => {
  test('one without a record goes after a day; photos stay, and so does what is new', async () => {
    const { core, files, pass } = world()
    expect(await upload(core, await guestOf(core))).toMatchObject({ ok: true })
    await files.write('photos/nobody/full.jpg', new Uint8Array(3), 'm')
    pass(23)
    expect(await sweep(core)).toBe(0)
    await files.write('photos/new/full.jpg', new Uint8Array(3), 'm')
    pass(2)
    expect(await sweep(core)).toBe(1)
    expect(await namesIn(files)).toHaveLength(3)
    expect(await files.read('photos/nobody/full.jpg', 'm')).toBeNull()
  })

  test('an upload that died between its files and its record: swept, or finished by a second try', async () => {
    const store = createMemoryStore()
    let dying = false
    const put: typeof store.put = (...args) => (dying ? Promise.reject(new Unavailable('died')) : store.put(...args))
    const { core, files, pass } = world({ store: { ...store, put } })
    const guest = await guestOf(core)
    const write = files.write
    const photoId = newId()
    const dies = async (photoId: string) => {
      files.write = async (...args) => {
        await write(...args)
        dying = true
      }
      expect(await upload(core, guest, photoId)).toMatchObject({ error: 'unavailable' })
      files.write = write
      dying = false
    }
    await dies(photoId)
    expect(await namesIn(files)).toHaveLength(2)
    pass(25)
    expect(await upload(core, guest, photoId)).toMatchObject({ ok: true })
    expect(await sweep(core)).toBe(0)
    await dies(newId())
    pass(25)
    expect(await sweep(core)).toBe(2)
    expect(await namesIn(files)).toHaveLength(2)
    expect(await guest.call('photo-link', { photoId, variant: 'full' })).toMatchObject({ ok: true })
  })

  test('pieces of a photo that is still on its way stay, however old the first', async () => {
    const { core, files, pass } = world()
    const guest = await guestOf(core)
    const [photoId, slow] = [newId(), await noisyPhoto(1100, 800)]
    const announced = { photoId, slot: 'avatar', sha256: sha256(slow), size: slow.length }
    await guest.call('photo-ticket', { ...announced, pieces: true })
    const send = (offset: number) => {
      const data = slow.subarray(offset, offset + pieceBytes).toString('base64')
      return guest.call('photo-chunk', { photoId, offset, data })
    }
    expect(await send(0)).toMatchObject({ ok: true })
    pass(23)
    expect(await send(pieceBytes)).toMatchObject({ ok: true })
    pass(2)
    expect(await sweep(core)).toBe(0)
    expect(await namesIn(files)).toHaveLength(2)
  })

  test("the picture of a rep's code stays while the code is good", async () => {
    const { core, files, pass } = world()
    const rep = await addRep(core.ports, { name: '周敏', company: '云栈科技' })
    const scene = (await newScene(core.ports, rep.id, '')) ?? ''
    const key = codeImageKey({ ports: core.ports, settings: defaultCoreSettings }, scene)
    await files.write(key, new Uint8Array(3), rep.id)
    pass(25)
    expect(await sweep(core)).toBe(0)
    const held = await core.ports.store.get<SceneRecord>('scenes', scene)
    await core.ports.store.put('scenes', scene, { ...held?.value, revoked: startTime }, held?.version ?? 0)
    expect(await sweep(core)).toBe(1)
    expect(await files.read(key, rep.id)).toBeNull()
  })

  test('a deletion that breaks off can be repeated, and leaves nothing', async () => {
    const { core, files } = world()
    const guest = await guestOf(core)
    const photoId = newId()
    await upload(core, guest, photoId)
    const remove = files.remove
    files.remove = () => Promise.reject(new Unavailable('away'))
    expect(await guest.call('photo-delete', { photoId })).toMatchObject({ error: 'unavailable' })
    files.remove = remove
    expect(await guest.call('photo-delete', { photoId })).toEqual({ ok: true })
    expect(await namesIn(files)).toEqual([])
  })

  test('far too many at once are left alone, and said; unless the operator means it', async () => {
    const { core, files, pass } = world()
    await upload(core, await guestOf(core))
    for (let i = 0; i < 101; i++) await files.write(`photos/${i}/full.jpg`, new Uint8Array(1), 'm')
    pass(25)
    expect(await sweep(core)).toBe(0)
    expect(core.log.at(-1)).toMatchObject({
      event: expect.stringContaining('too many files') as string,
      details: { files: 103, found: 101 },
    })
    expect(await namesIn(files)).toHaveLength(103)
    expect(await sweep(core, true)).toBe(101)
    expect(await namesIn(files)).toHaveLength(2)
  })

  test('a real folder, sealed, with what a killed process left half-written', async () => {
    const folder = temporaryFolder()
    const inner = createLocalFiles(folder.path)
    const files = sealed(inner)
    const core = createTestCore({
      files,
      clock: { now: Date.now },
      ...(inner.stock !== undefined && { stock: inner.stock }),
    })
    const photoId = newId()
    const guest = await guestOf(core)
    await upload(core, guest, photoId)
    await files.write('photos/nobody/full.jpg', new Uint8Array(3), 'm')
    writeFileSync(path.join(folder.path, 'drafts', 'half'), 'half')
    const old = new Date(Date.now() - 25 * hour)
    for (const name of readdirSync(folder.path, { recursive: true, encoding: 'utf8' })) {
      const file = path.join(folder.path, name)
      if (statSync(file).isFile()) utimesSync(file, old, old)
    }
    expect(await sweep(core)).toBe(2)
    expect(await namesIn(inner)).toHaveLength(2)
    const { url } = (await guest.call('photo-link', { photoId, variant: 'full' })) as unknown as { url: string }
    const link = new URL(url, 'http://x').searchParams.get('link') ?? ''
    expect(await core.door.open(link)).toMatchObject({ ok: true })
    folder.remove()
  })
})

describe('where they cannot, tickets say what was left', () => {
  test('in the inbox, and in its place when the record is missing; a photo with its record stays', async () => {
    const inbox = new Map<string, Uint8Array>()
    const port: Inbox = {
      path: (ticket) => `quarantine/${ticket}`,
      take: async (at) => {
        const bytes = inbox.get(at)
        return bytes === undefined ? { ok: false, error: 'not-found' } : { ok: true, bytes }
      },
      remove: async (at) => void inbox.delete(at),
    }
    const { core, files, pass } = world({ inbox: port })
    const { stock: _unlisted, ...ports } = core.ports
    const guest = await guestOf(core)
    const put = async (photoId: string) => {
      const announced = { photoId, slot: 'avatar', sha256: sha256(photo), size: photo.length }
      const { fields } = (await guest.call('photo-ticket', announced)) as unknown as { fields: { cloudPath: string } }
      inbox.set(fields.cloudPath, photo)
    }
    const [done, forgotten, broken] = [newId(), newId(), newId()]
    for (const photoId of [done, forgotten, broken]) await put(photoId)
    expect(await guest.call('photo-commit', { photoId: done })).toMatchObject({ ok: true })
    const write = files.write
    files.write = async (...args) => {
      await write(...args)
      throw new Unavailable('died')
    }
    expect(await guest.call('photo-commit', { photoId: broken })).toMatchObject({ error: 'unavailable' })
    files.write = write
    expect([inbox.size, (await namesIn(files)).length]).toEqual([2, 3])
    pass(24)
    await sweepOrphans({ ports, settings: defaultCoreSettings })
    expect(inbox.size).toBe(2)
    pass(1)
    await sweepOrphans({ ports, settings: defaultCoreSettings })
    expect([inbox.size, (await namesIn(files)).length]).toEqual([0, 2])
    expect(await core.ports.store.list('tickets', { limit: 9 })).toEqual([])
    expect(await guest.call('photo-link', { photoId: done, variant: 'full' })).toMatchObject({ ok: true })
  })
})

test('the filter never forgets, and takes hardly anything for what it is not', () => {
  const filter = createNameFilter((text) => sha256(Buffer.from(text)), 'salt')
  const names = (from: string) => Array.from({ length: 20_000 }, (_, i) => `${from}${i}`)
  names('a').forEach(filter.add)
  expect(names('a').every(filter.has)).toBe(true)
  expect(names('b').filter(filter.has)).toEqual([])
})
