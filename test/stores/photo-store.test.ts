import { photosOf } from '#domain/photos'
import { emptyDoc, putOwn, type Doc } from '#sync/doc'
import type { SyncRequest } from '#sync/protocol'
import { reduce } from '#sync/reduce'
import { createStores } from '../../src/miniapp/stores/create-stores'
import type { Photo } from '../../src/miniapp/stores/photo-view'
import { createScriptedBackend, guest, never, refuse, type AnyReply } from '../support/backends'
import {
  createFakeClock,
  createFakeDevice,
  createMemoryFiles,
  createMemoryStorage,
  noon,
  photoAt,
} from '../support/ports'
import { op, other, photo, photoId } from '../sync/support'

const agreed = { granted: true, version: 'v', at: 1 }
const consents = { service: agreed, documents: agreed }
const licence = { code: '91350211MA2XXXXX4R', name: '厦门老王面馆有限公司' }

function setUp() {
  const clock = createFakeClock()
  const device = createFakeDevice()
  const backend = createScriptedBackend()
  const files = createMemoryFiles()
  const storage = createMemoryStorage()
  let doc: Doc = emptyDoc('e1')
  let said: AnyReply = consents
  const say = (next: AnyReply) => (said = next)
  const change = (next: (doc: Doc) => Doc) => (doc = next(doc))
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
  backend.on('sync', (body) => {
    const reduced = reduce(doc, body as unknown as SyncRequest, clock.now())
    doc = reduced.doc
    return { ...reduced.reply, consents: said, message: '' }
  })
  backend.on('photo-ticket', ({ photoId: id }) => ({
    ok: true,
    url: `/upload?ticket=${String(id)}`,
    fields: {},
    expires: clock.now() + 600_000,
  }))
  backend.on('photo-delete', { ok: true })
  const stored = (id: string): AnyReply => {
    change((before) => putOwn(before, `v.photo.${id}`, { state: 'ok', slot: 'avatar' }, clock.now()))
    return { ok: true, photo: { photoId: id, licence } }
  }
  backend.onUpload(({ url }, _path, { onProgress }) => {
    onProgress?.(0.5)
    return stored(url.split('=')[1] ?? '')
  })
  const boot = () => {
    const stores = createStores({ backend, clock, device, storage, files, identity: guest })
    stores.start()
    return stores
  }
  return { clock, device, backend, files, storage, boot, change, say, stored, doc: () => doc }
}

type SetUp = ReturnType<typeof setUp>
type Stores = ReturnType<SetUp['boot']>

async function agreedUp(set: SetUp = setUp()): Promise<SetUp & Stores> {
  const stores = set.boot()
  await stores.session.consent('service', true)
  await stores.session.consent('documents', true)
  await set.clock.advance(0)
  set.backend.calls.length = 0
  return { ...set, ...stores }
}

const photos = ({ photos: store }: Pick<Stores, 'photos'>): readonly Photo[] => [...store.getState().photos.values()]
const only = (stores: Pick<Stores, 'photos'>): Photo => {
  const [one, ...more] = photos(stores)
  if (one === undefined || more.length > 0) throw new Error(`${more.length + (one ? 1 : 0)} photos`)
  return one
}
const added = async (stores: Pick<Stores, 'photos'>, slot = 'avatar', path = 'a.jpg'): Promise<string> => {
  const outcome = await stores.photos.add(slot, path)
  if (!outcome.ok) throw new Error(outcome.error)
  return outcome.photoId
}

describe('without the consent for documents', () => {
  test('a photo is kept and entered, stays on this phone, and nothing is sent', async () => {
    const set = setUp()
    const stores = set.boot()
    const id = await added(stores, 'business-licence')
    await set.clock.advance(600_000)
    expect(only(stores)).toMatchObject({
      photoId: id,
      slot: 'business-licence',
      state: 'local',
      path: 'kept:a.jpg',
      w: 1600,
      h: 1200,
      bytes: 150_000,
    })
    expect(stores.entries.getState().entries.get(`p.business-licence.${id}`)).toMatchObject({ w: 1600, h: 1200 })
    expect(set.backend.calls).toEqual([])
  })

  test('a prepared photo is kept as it is', async () => {
    const stores = setUp().boot()
    expect(await stores.photos.add('avatar', photoAt('ready.jpg'))).toMatchObject({ ok: true })
    expect(only(stores).path).toBe('kept:ready.jpg')
  })

  test('given later, it goes up', async () => {
    const set = setUp()
    const stores = set.boot()
    await added(stores)
    await stores.session.consent('service', true)
    await stores.session.consent('documents', true)
    await set.clock.advance(0)
    expect(only(stores).state).toBe('ready')
  })

  test('withdrawn in the middle, the upload ends and the photo stays', async () => {
    const set = await agreedUp()
    let aborted = false
    set.backend.onUpload((_ticket, _path, { signal }) => {
      signal?.onAbort(() => (aborted = true))
      return never()
    })
    await added(set)
    await set.clock.settle()
    set.backend.on('consent', { ok: true, consents: { documents: { granted: false, version: 'v', at: 2 } } })
    await set.session.consent('documents', false)
    await set.clock.advance(0)
    expect([aborted, only(set).state]).toEqual([true, 'local'])
  })

  test('missing at the function: back to this phone only', async () => {
    const set = await agreedUp()
    set.backend.on('photo-ticket', refuse('forbidden', { need: 'documents' }))
    set.say({ service: agreed })
    await added(set)
    await set.clock.advance(300_000)
    expect(only(set).state).toBe('local')
    expect(set.backend.count('photo-ticket')).toBe(1)
  })
})

describe('an upload', () => {
  test('is ready only when the function has said so', async () => {
    const set = await agreedUp()
    let finish: (reply: AnyReply) => void = () => undefined
    let progress: (part: number) => void = () => undefined
    set.backend.onUpload((_ticket, path, watch) => {
      expect(path).toBe('kept:a.jpg')
      progress = (part) => watch.onProgress?.(part)
      return new Promise((resolve) => (finish = resolve))
    })
    const id = await added(set)
    await set.clock.settle()
    expect(only(set)).toMatchObject({ state: 'uploading', percent: 0 })
    progress(0.426)
    expect(only(set)).toMatchObject({ state: 'uploading', percent: 42 })
    progress(1)
    expect(only(set)).toMatchObject({ state: 'checking' })
    finish(set.stored(id))
    await set.clock.settle()
    expect(only(set)).toMatchObject({ state: 'ready', licence, message: null })
    expect(set.backend.calls[0]).toMatchObject({
      action: 'photo-ticket',
      body: { photoId: id, slot: 'avatar', size: 150_000 },
    })
    // The function's own entry is fetched at once.
    expect(set.entries.getState().entries.get(`v.photo.${id}`)).toMatchObject({ state: 'ok' })
  })

  test('into the cloud’s storage is committed after', async () => {
    const set = await agreedUp()
    set.backend.onUpload(() => ({ ok: true }))
    set.backend.on('photo-commit', ({ photoId: id }) => set.stored(String(id)))
    await added(set)
    await set.clock.settle()
    expect(only(set).state).toBe('ready')
    expect(set.backend.count('photo-commit')).toBe(1)
  })

  test('that the function has already is not made again', async () => {
    const set = await agreedUp()
    set.backend.on('photo-ticket', ({ photoId: id }) => ({
      ...set.stored(String(id)),
      url: '/x',
      fields: {},
      expires: 1,
    }))
    set.backend.onUpload(() => refuse('internal'))
    await added(set)
    await set.clock.settle()
    expect(only(set).state).toBe('ready')
  })

  test('two at a time, the others in their order', async () => {
    const set = await agreedUp()
    const finish: (() => void)[] = []
    set.backend.onUpload(
      ({ url }) => new Promise((resolve) => finish.push(() => resolve(set.stored(url.split('=')[1] ?? '')))),
    )
    for (const path of ['a', 'b', 'c', 'd']) await added(set, 'avatar', path)
    await set.clock.settle()
    const states = () =>
      photos(set)
        .map(({ state }) => state)
        .sort()
    expect(states()).toEqual(['uploading', 'uploading', 'waiting', 'waiting'])
    finish.shift()?.()
    await set.clock.settle()
    expect(states()).toEqual(['ready', 'uploading', 'uploading', 'waiting'])
    for (let i = 0; i < 3; i++) {
      finish.shift()?.()
      await set.clock.settle()
    }
    expect(states()).toEqual(['ready', 'ready', 'ready', 'ready'])
  })

  test.each(['network', 'unavailable', 'internal', 'storage-full', 'unauthenticated'])(
    'that fails with %s is tried again, longer and longer apart',
    async (error) => {
      const set = await agreedUp()
      const times: number[] = []
      set.backend.on('login', refuse('network'))
      set.backend.onUpload(() => (times.push(set.clock.now()), refuse(error)))
      await added(set)
      await set.clock.advance(300_000)
      expect(only(set)).toMatchObject({ state: 'waiting', message: `拒绝：${error}` })
      const waits = times.slice(1).map((time, i) => time - (times[i] ?? 0))
      expect(waits.length).toBeGreaterThan(5)
      expect(Math.max(...waits)).toBeLessThanOrEqual(60_000)
      expect(waits.at(-1)).toBeGreaterThan(29_000)
      set.backend.onUpload(({ url }) => set.stored(url.split('=')[1] ?? ''))
      await set.clock.advance(60_000)
      expect(only(set)).toMatchObject({ state: 'ready', message: null })
    },
  )

  test.each(['quota', 'too-large', 'unsupported-media', 'conflict', 'not-found'])(
    'that is refused with %s waits for the person',
    async (error) => {
      const set = await agreedUp()
      set.backend.onUpload(() => refuse(error))
      const id = await added(set)
      await set.clock.advance(300_000)
      expect(only(set)).toMatchObject({ state: 'failed', error, message: `拒绝：${error}` })
      expect(set.backend.count('photo-ticket')).toBe(1)
      set.backend.onUpload(({ url }) => set.stored(url.split('=')[1] ?? ''))
      set.photos.retry(id)
      await set.clock.settle()
      expect(only(set)).toMatchObject({ state: 'ready', error: null })
    },
  )

  test('damaged on its way is sent again; after three times it is the photo', async () => {
    const set = await agreedUp()
    set.backend.onUpload(() => refuse('unprocessable'))
    await added(set)
    await set.clock.advance(600_000)
    expect(only(set)).toMatchObject({ state: 'failed', error: 'unprocessable' })
    expect(set.backend.count('photo-ticket')).toBe(3)
  })

  test('with a ticket that has ended gets a new one', async () => {
    const set = await agreedUp()
    let tries = 0
    set.backend.onUpload(({ url }) =>
      tries++ === 0 ? refuse('forbidden', { need: 'ticket' }) : set.stored(url.split('=')[1] ?? ''),
    )
    await added(set)
    await set.clock.advance(2_000)
    expect(only(set).state).toBe('ready')
    expect(set.backend.count('photo-ticket')).toBe(2)
  })

  test('too many: all wait as long as the function says', async () => {
    const set = await agreedUp()
    set.backend.once('photo-ticket', refuse('rate-limited', { retryAfter: 120 }))
    set.backend.once('photo-ticket', refuse('rate-limited', { retryAfter: 120 }))
    await added(set, 'avatar', 'a')
    await added(set, 'avatar', 'b')
    await set.clock.advance(60_000)
    set.device.show()
    await set.clock.advance(59_000)
    expect(set.backend.count('photo-ticket')).toBe(2)
    await set.clock.advance(2_000)
    expect(photos(set).map(({ state }) => state)).toEqual(['ready', 'ready'])
  })

  test('without a network is paused, and goes on by itself', async () => {
    const set = await agreedUp()
    set.device.setOnline(false)
    await added(set)
    await set.clock.advance(60_000)
    expect(only(set).state).toBe('paused')
    expect(set.backend.count('photo-ticket')).toBe(0)
    set.device.setOnline(true)
    await set.clock.settle()
    expect(only(set).state).toBe('ready')
  })

  test('that never ends is given up and tried again', async () => {
    const set = await agreedUp()
    set.backend.onUpload(() => never())
    await added(set)
    await set.clock.advance(149_000)
    expect(only(set).state).toBe('uploading')
    set.backend.onUpload(({ url }) => set.stored(url.split('=')[1] ?? ''))
    await set.clock.advance(3_000)
    expect(only(set).state).toBe('ready')
  })

  test('whose file is gone says so', async () => {
    const set = await agreedUp()
    set.device.setOnline(false)
    const id = await added(set)
    set.files.kept.delete(id)
    set.device.setOnline(true)
    await set.clock.settle()
    expect(only(set)).toMatchObject({ state: 'failed', error: 'lost' })
  })

  test('is not held back for years by a clock that was set back', async () => {
    const set = await agreedUp()
    set.clock.jump(400 * 86_400_000)
    set.backend.onUpload(() => refuse('network'))
    await added(set)
    await set.clock.settle()
    set.clock.jump(-400 * 86_400_000)
    set.backend.onUpload(({ url }) => set.stored(url.split('=')[1] ?? ''))
    await set.clock.advance(2_000)
    expect(only(set).state).toBe('ready')
  })
})

describe('over a slow link', () => {
  const piece = 96 * 1024
  /** What the function has of the photo; 150,000 bytes in two pieces. */
  function withPieces(set: SetUp) {
    const there = { next: 0, open: false }
    set.backend.on('photo-ticket', ({ photoId: id, pieces }) => {
      there.open ||= pieces === true
      return { ok: true, url: `/upload?ticket=${String(id)}`, fields: {}, expires: 1, ...(there.open && there) }
    })
    set.backend.on('photo-chunk', ({ offset, data }) => {
      if (offset !== there.next) return refuse('conflict', { offset: there.next })
      there.next += Buffer.from(String(data), 'base64').length
      return { ok: true, next: there.next }
    })
    set.backend.on('photo-commit', ({ photoId: id }) => set.stored(String(id)))
    return there
  }
  const timedOut = (set: SetUp) => () =>
    new Promise<AnyReply>((resolve) => set.clock.after(60_000, () => resolve(refuse('network'))))

  test('an upload that timed out goes up in pieces, with its percent, and is ready after the commit', async () => {
    const set = await agreedUp()
    withPieces(set)
    set.backend.onUpload(timedOut(set))
    await added(set)
    await set.clock.advance(59_000)
    expect(set.backend.count('photo-chunk')).toBe(0)
    let finish: (reply: AnyReply) => void = () => undefined
    set.backend.on('photo-chunk', () => new Promise((resolve) => (finish = resolve)))
    await set.clock.advance(2_500)
    finish({ ok: true, next: piece })
    await set.clock.settle()
    expect(only(set)).toMatchObject({ state: 'uploading', percent: 65 })
    set.backend.on('photo-commit', () => never())
    finish({ ok: true, next: 150_000 })
    await set.clock.settle()
    expect(only(set)).toMatchObject({ state: 'checking' })
    const sent = set.backend.calls.filter(({ action }) => action === 'photo-chunk').map(({ body }) => body)
    expect(sent.map(({ offset, data }) => [offset, String(data).length])).toEqual([
      [0, 128 * 1024],
      [piece, 200_000 - 128 * 1024],
    ])
  })

  test('a slow one that came through: the next goes in pieces; a fast one after it: whole again', async () => {
    const set = await agreedUp()
    const there = withPieces(set)
    set.backend.onUpload(
      ({ url }) =>
        new Promise<AnyReply>((resolve) => set.clock.after(40_000, () => resolve(set.stored(url.split('=')[1] ?? '')))),
    )
    await added(set, 'avatar', 'a')
    await set.clock.advance(41_000)
    await added(set, 'avatar', 'b')
    await set.clock.advance(1_000)
    expect(set.backend.count('photo-chunk')).toBe(2)
    Object.assign(there, { next: 0, open: false })
    await added(set, 'avatar', 'c')
    await set.clock.advance(41_000)
    expect([set.backend.count('photo-chunk'), photos(set).map(({ state }) => state)]).toEqual([
      2,
      ['ready', 'ready', 'ready'],
    ])
  })

  test('killed in the middle: goes on where the function stands', async () => {
    const set = await agreedUp()
    const there = withPieces(set)
    there.open = true
    const take = { ok: true, next: piece }
    set.backend.once('photo-chunk', take)
    set.backend.once('photo-chunk', () => never())
    const id = await added(set)
    await set.clock.settle()
    set.stop()
    there.next = piece
    const before = set.backend.count('photo-chunk')
    const again = set.boot()
    await set.clock.advance(0)
    expect(only(again)).toMatchObject({ photoId: id, state: 'ready' })
    const sent = set.backend.calls.filter(({ action }) => action === 'photo-chunk').slice(before)
    expect(sent.map(({ body }) => body.offset)).toEqual([piece])
  })

  test('it had more than we knew, or begins anew: the next piece is the one that it wants', async () => {
    const set = await agreedUp()
    const there = withPieces(set)
    there.open = true
    set.backend.once('photo-ticket', { ok: true, url: '/x', fields: {}, expires: 1, next: 0 })
    there.next = piece
    set.backend.once('photo-commit', refuse('conflict', { offset: 0 }))
    await added(set)
    await set.clock.settle()
    expect(only(set)).toMatchObject({ state: 'waiting' })
    there.next = 0
    await set.clock.advance(2_000)
    expect(only(set)).toMatchObject({ state: 'ready' })
  })

  test('cancelled between two pieces: no more is sent', async () => {
    const set = await agreedUp()
    withPieces(set).open = true
    let finish: (reply: AnyReply) => void = () => undefined
    set.backend.on('photo-chunk', () => new Promise((resolve) => (finish = resolve)))
    const id = await added(set)
    await set.clock.settle()
    set.photos.cancel(id)
    finish({ ok: true, next: piece })
    await set.clock.advance(300_000)
    expect(only(set)).toMatchObject({ state: 'failed', error: 'cancelled' })
    expect([set.backend.count('photo-chunk'), set.backend.count('photo-commit')]).toEqual([1, 0])
  })
})

describe('a photo that cannot be taken in', () => {
  test.each(['not-a-photo', 'too-small', 'too-large', 'heic', 'no-space', 'failed'] as const)(
    '(%s) leaves nothing',
    async (error) => {
      const set = setUp()
      const stores = set.boot()
      set.files.prepared.set('bad', { ok: false, error })
      expect(await stores.photos.add('avatar', 'bad')).toMatchObject({ ok: false, error })
      expect([photos(stores).length, stores.entries.getState().entries.size]).toEqual([0, 0])
    },
  )

  test('for want of room leaves nothing', async () => {
    const set = setUp()
    const stores = set.boot()
    set.files.full = true
    expect(await stores.photos.add('avatar', 'a')).toMatchObject({ ok: false, error: 'no-space' })
    expect([photos(stores).length, stores.entries.getState().entries.size]).toEqual([0, 0])
  })

  test('beyond the sixtieth', async () => {
    const stores = setUp().boot()
    for (let i = 0; i < 60; i++) stores.entries.set(`p.avatar.${photoId(i)}`, photo)
    expect(await stores.photos.add('avatar', 'a')).toMatchObject({ ok: false, error: 'limit' })
  })

  test('is shown while it is being prepared, and can be called off', async () => {
    const set = setUp()
    const stores = set.boot()
    const adding = stores.photos.add('avatar', 'a')
    expect(only(stores)).toMatchObject({ slot: 'avatar', state: 'preparing' })
    stores.photos.cancel(only(stores).photoId)
    expect(await adding).toMatchObject({ ok: false, error: 'cancelled' })
    expect([photos(stores).length, set.files.kept.size]).toEqual([0, 0])
  })
})

describe('after a restart', () => {
  test('what was on its way goes up again, under the same id', async () => {
    const set = await agreedUp()
    set.backend.onUpload(() => never())
    const id = await added(set)
    await set.clock.settle()
    set.stop()
    set.backend.onUpload(({ url }) => set.stored(url.split('=')[1] ?? ''))
    const again = set.boot()
    await set.clock.advance(0)
    expect(only(again)).toMatchObject({ photoId: id, state: 'ready', path: 'kept:a.jpg' })
  })

  test('what was ready stays ready, and is not sent again', async () => {
    const set = await agreedUp()
    await added(set)
    await set.clock.advance(0)
    set.stop()
    set.backend.calls.length = 0
    const again = set.boot()
    await set.clock.advance(0)
    expect(only(again)).toMatchObject({ state: 'ready', licence })
    expect(set.backend.count('photo-ticket')).toBe(0)
  })

  test('a reply that was lost is learnt from the entries', async () => {
    const set = await agreedUp()
    set.backend.onUpload(({ url }) => {
      set.stored(url.split('=')[1] ?? '')
      return refuse('network')
    })
    await added(set)
    await set.clock.settle()
    await set.sync.syncNow()
    expect(only(set).state).toBe('ready')
  })

  test('a photo that was being kept is finished when its file is there', async () => {
    const set = setUp()
    const stores = set.boot()
    set.files.keep = async (id, path) => {
      set.files.kept.set(id, `kept:${path}`)
      return never() as never
    }
    void stores.photos.add('avatar', 'a')
    await set.clock.settle()
    expect(stores.entries.getState().entries.size).toBe(0)
    stores.stop()
    const again = set.boot()
    await set.clock.settle()
    expect(only(again)).toMatchObject({ state: 'local', path: 'kept:a' })
    expect(again.entries.getState().entries.size).toBe(1)
  })

  test('a photo whose file never came to be is forgotten', async () => {
    const set = setUp()
    const stores = set.boot()
    set.files.keep = () => never() as never
    void stores.photos.add('avatar', 'a')
    await set.clock.settle()
    stores.stop()
    const again = set.boot()
    await set.clock.settle()
    expect(photos(again)).toEqual([])
  })

  test('a damaged queue is no crash', async () => {
    const set = setUp()
    set.storage.set('kt.guest.photos.a', '1.2.{"format":1}')
    expect(photos(set.boot())).toEqual([])
  })
})

describe('taking back', () => {
  test('deletes the file, the entry and the function’s copy', async () => {
    const set = await agreedUp()
    const id = await added(set)
    await set.clock.advance(0)
    set.photos.remove(id)
    await set.clock.advance(2_000)
    expect([photos(set).length, set.files.kept.size]).toEqual([0, 0])
    expect(set.entries.isDeleted(`p.avatar.${id}`)).toBe(true)
    expect(set.backend.calls.filter(({ action }) => action === 'photo-delete').map(({ body }) => body)).toEqual([
      { photoId: id },
    ])
    expect(set.doc().entries.find(({ k }) => k === `p.avatar.${id}`)?.v).toBeNull()
  })

  test('in the middle of its upload ends that', async () => {
    const set = await agreedUp()
    let aborted = false
    set.backend.onUpload((_ticket, _path, { signal }) => {
      signal?.onAbort(() => (aborted = true))
      return never()
    })
    const id = await added(set)
    await set.clock.settle()
    set.photos.remove(id)
    expect([aborted, photos(set).length]).toEqual([true, 0])
  })

  test('without a network is told when it is back, also after a restart', async () => {
    const set = await agreedUp()
    const id = await added(set)
    await set.clock.advance(0)
    set.device.setOnline(false)
    set.photos.remove(id)
    set.stop()
    set.boot()
    await set.clock.advance(0)
    expect(set.backend.count('photo-delete')).toBe(0)
    set.device.setOnline(true)
    await set.clock.advance(2_000)
    expect(set.backend.count('photo-delete')).toBe(1)
  })

  test('goes on until the function says so; what it does not know is gone too', async () => {
    const set = await agreedUp()
    const id = await added(set)
    set.backend.on('photo-delete', refuse('unavailable'))
    set.photos.remove(id)
    await set.clock.advance(20_000)
    expect(set.backend.count('photo-delete')).toBeGreaterThan(2)
    set.backend.on('photo-delete', refuse('not-found'))
    await set.clock.advance(60_000)
    const { length } = set.backend.calls.filter(({ action }) => action === 'photo-delete')
    await set.clock.advance(300_000)
    expect(set.backend.count('photo-delete')).toBe(length)
  })

  test('of a draft asks nobody', async () => {
    const set = setUp()
    const stores = set.boot()
    stores.photos.remove(await added(stores))
    await set.clock.advance(60_000)
    expect(set.backend.calls).toEqual([])
  })

  test('an upload that came through all the same is deleted after', async () => {
    const set = await agreedUp()
    set.backend.on('photo-delete', refuse('not-found'))
    set.backend.onUpload(() => never())
    const id = await added(set, 'avatar')
    set.photos.remove(id)
    await set.clock.advance(2_000)
    set.backend.calls.length = 0
    set.stored(id)
    await set.sync.syncNow()
    await set.clock.settle()
    expect(set.backend.calls.filter(({ action }) => action === 'photo-delete').map(({ body }) => body)).toEqual([
      { photoId: id },
    ])
  })

  test('only the upload: the photo stays, and goes up when it is asked for', async () => {
    const set = await agreedUp()
    set.backend.onUpload(() => never())
    const id = await added(set)
    await set.clock.settle()
    set.photos.cancel(id)
    await set.clock.advance(300_000)
    expect(only(set)).toMatchObject({ state: 'failed', error: 'cancelled', path: 'kept:a.jpg' })
    set.backend.onUpload(({ url }) => set.stored(url.split('=')[1] ?? ''))
    set.photos.retry(id)
    await set.clock.settle()
    expect(only(set).state).toBe('ready')
  })
})

describe('replacing', () => {
  test('puts a new photo into the slot, then takes the old one back', async () => {
    const set = await agreedUp()
    const old = await added(set, 'business-licence')
    await set.clock.advance(0)
    expect(await set.photos.replace(old, 'b.jpg')).toMatchObject({ ok: true })
    await set.clock.advance(0)
    expect(only(set)).toMatchObject({ slot: 'business-licence', state: 'ready', path: 'kept:b.jpg' })
    expect(set.entries.isDeleted(`p.business-licence.${old}`)).toBe(true)
  })

  test('a page keeps its place; it can be moved towards the beginning, and another added', async () => {
    const set = await agreedUp()
    const first = await added(set, 'food-operation')
    const second = await added(set, 'food-operation')
    const third = await added(set, 'food-operation')
    const pages = () =>
      (photosOf(set.entries.getState().entries).get('food-operation') ?? []).map((page) => page.photoId)
    expect(pages()).toEqual([first, second, third])
    set.photos.forward(third)
    expect(pages()).toEqual([first, third, second])
    set.photos.forward(first)
    expect(pages()).toEqual([first, third, second])
    const again = await set.photos.replace(third, 'b.jpg')
    const anew = again.ok ? again.photoId : ''
    expect(pages()).toEqual([first, anew, second])
    set.photos.remove(first)
    expect(pages()).toEqual([anew, second])
    const last = await added(set, 'food-operation')
    expect(pages()).toEqual([anew, second, last])
    await set.clock.settle()
    expect(set.files.kept.size).toBe(3)
  })

  test('keeps the old one when the new one fails', async () => {
    const set = await agreedUp()
    const old = await added(set)
    set.files.prepared.set('bad', { ok: false, error: 'heic' })
    expect(await set.photos.replace(old, 'bad')).toMatchObject({ ok: false, error: 'heic' })
    expect(only(set).photoId).toBe(old)
  })

  test('what is not there is not found', async () => {
    expect(await setUp().boot().photos.replace(photoId(1), 'b')).toMatchObject({ ok: false, error: 'not-found' })
  })
})

describe('photos of another phone', () => {
  const key = `p.avatar.${photoId(7)}`
  const fromElsewhere = (set: SetUp, k: string, v: Parameters<typeof op>[1]) =>
    set.change(
      (doc) =>
        reduce(
          doc,
          {
            p: 1,
            schema: 1,
            doc: 'm',
            dev: other,
            ep: 'e1',
            base: 0,
            ops: [op(k, v, `${set.clock.now()}-0000-${other}`)],
          },
          set.clock.now(),
        ).doc,
    )

  test('are shown, first as not there yet, then as ready', async () => {
    const set = await agreedUp()
    fromElsewhere(set, key, photo)
    await set.sync.syncNow()
    expect(only(set)).toMatchObject({ photoId: photoId(7), slot: 'avatar', state: 'elsewhere', path: null, w: 1600 })
    set.stored(photoId(7))
    await set.sync.syncNow()
    expect(only(set).state).toBe('ready')
  })

  test('are fetched by a link, asked for once until it ends', async () => {
    const set = await agreedUp()
    set.backend.on('photo-link', ({ photoId: id, variant }) => ({
      ok: true,
      url: `/photo/${String(id)}-${String(variant)}`,
      expires: set.clock.now() + 300_000,
    }))
    const link = () => set.photos.linkOf(photoId(7), 'thumb')
    const [first] = await Promise.all([link(), link()])
    expect(first).toEqual({ ok: true, url: `https://shop.example/photo/${photoId(7)}-thumb`, expires: noon + 300_000 })
    await set.clock.advance(270_000)
    await link()
    expect(set.backend.count('photo-link')).toBe(1)
    await set.photos.linkOf(photoId(7), 'full')
    await set.clock.advance(20_000)
    await link()
    expect(set.backend.count('photo-link')).toBe(3)
  })

  test('that cannot be fetched say why, and are asked for again', async () => {
    const set = await agreedUp()
    expect(await set.photos.linkOf(photoId(7), 'full')).toMatchObject({ ok: false, error: 'network' })
    set.backend.on('photo-link', { ok: true, url: 7 })
    expect(await set.photos.linkOf(photoId(7), 'full')).toMatchObject({ ok: false, error: 'unavailable' })
    expect(set.backend.count('photo-link')).toBe(2)
  })

  test('can be deleted here', async () => {
    const set = await agreedUp()
    fromElsewhere(set, key, photo)
    await set.sync.syncNow()
    set.photos.remove(photoId(7))
    await set.clock.advance(2_000)
    expect(photos(set)).toEqual([])
    expect(set.backend.count('photo-delete')).toBe(1)
    expect(set.doc().entries.find(({ k }) => k === key)?.v).toBeNull()
  })

  test('deleted there are deleted here, file and all', async () => {
    const set = await agreedUp()
    const id = await added(set)
    await set.clock.advance(2_000)
    fromElsewhere(set, `p.avatar.${id}`, null)
    await set.sync.syncNow()
    expect([photos(set).length, set.files.kept.size]).toEqual([0, 0])
  })
})

test('a photo the function lost with a restored backup goes up again', async () => {
  const set = await agreedUp()
  const id = await added(set)
  await set.clock.advance(2_000)
  set.change(() => emptyDoc('e2'))
  set.backend.calls.length = 0
  await set.clock.advance(50_000)
  expect(set.backend.count('photo-ticket')).toBe(1)
  expect(only(set)).toMatchObject({ photoId: id, state: 'ready' })
})

test('photos of the draft move along with the first login; of another merchant they stay', async () => {
  const set = setUp()
  const stores = set.boot()
  const id = await added(stores)
  const up = await agreedUp(set)
  expect(photos(up).map((one) => one.photoId)).toEqual([id])
  expect(set.storage.keys().some((key) => key.startsWith('kt.guest.photos'))).toBe(false)
  set.backend.on('login', {
    ok: true,
    token: 't2',
    merchant: { id: 'merchant-2' },
    invitedBy: null,
    rep: null,
    consents: {},
    time: noon,
  })
  await up.session.relogin()
  expect(photos(up)).toEqual([])
  expect(set.files.kept.size).toBe(1)
})

test('erasing everything leaves no photo and no key, of whatever merchant', async () => {
  const set = await agreedUp()
  await added(set, 'avatar', 'a')
  set.backend.on('login', {
    ok: true,
    token: 't2',
    merchant: { id: 'merchant-2' },
    invitedBy: null,
    rep: null,
    consents,
    time: noon,
  })
  await set.session.relogin()
  await added(set, 'avatar', 'b')
  set.entries.set('l.company-bank-account.number', '6222')
  set.backend.on('erase-me', { ok: true })
  expect(await set.session.eraseMe()).toEqual({ ok: true })
  expect([set.files.kept.size, set.storage.keys().length, photos(set).length]).toEqual([0, 0, 0])
  expect(set.entries.getState()).toMatchObject({ merchant: null, unsynced: 0 })
  set.backend.calls.length = 0
  await set.clock.advance(300_000)
  expect(set.backend.calls).toEqual([])
})
