/** The rep's actions on the function as it is, from the claim to the export. */
import { stages } from '#domain/content/rep'
import { revokeRep } from '../../src/server/core/reps'
import { createTestCore, newId, startTime, type Guest, type TestCore } from './support/core'
import { jpegPhoto, sha256 } from './support/photos'
import { again, createRep, enter, joinedMerchant, standalone, ticksOf, type TestRep } from './support/reps'

const day = 86_400_000

interface Item {
  readonly id: string
  readonly shop?: string
  readonly title: string
  readonly stuck: { readonly reason: string } | null
}
interface Listed {
  readonly items: readonly Item[]
  readonly next: string | null
  readonly total: number
  readonly counts: Readonly<Record<string, number>>
}

let core: TestCore
let rep: TestRep
beforeEach(async () => {
  core = createTestCore()
  rep = await createRep(core)
})

const listed = async (body: object = {}, by: TestRep = rep) =>
  (await by.call('rep-merchants', body)) as unknown as Listed & { ok: boolean; error?: string }
const shops = async (body: object = {}) => (await listed(body)).items.map(({ shop }) => shop)

async function photoOf(guest: Guest): Promise<string> {
  const bytes = await jpegPhoto(400, 300)
  const photoId = newId()
  const slot = 'business-licence'
  const ticket = await guest.call('photo-ticket', { photoId, slot, sha256: sha256(bytes), size: bytes.length })
  const uploaded = await core.door.upload(String(ticket.url).split('ticket=')[1] ?? '', async () => bytes)
  expect(uploaded).toMatchObject({ ok: true })
  await enter(core, guest, { [`p.${slot}.${photoId}`]: { sha256: sha256(bytes), w: 400, h: 300 } })
  return photoId
}

describe('codes', () => {
  test('several, each with its own counts; a revoked one takes nobody in any more', async () => {
    core.advance(1)
    const { codes } = (await rep.call('rep-code-add', { name: ' 街\u200b A\n区 ' })) as unknown as {
      codes: { scene: string; name: string }[]
    }
    expect(codes.map(({ name }) => name)).toEqual(['展会', '街 A 区'])
    const second = codes[1]?.scene ?? ''
    await joinedMerchant(core, rep)
    const gone = await joinedMerchant(core, { ...rep, scene: second })
    await joinedMerchant(core, { ...rep, scene: second })
    await gone.call('leave')
    expect(await rep.call('rep-code-revoke', { scene: second })).toMatchObject({
      codes: [
        { name: '展会', count: 1, now: 1, left: 0, revoked: false },
        { name: '街 A 区', count: 2, now: 1, left: 1, revoked: true },
      ],
    })
    const late = await core.guest()
    await late.consent('share-progress')
    expect(await late.call('join', { scene: second })).toMatchObject({ error: 'not-found' })
    expect(await rep.call('rep-code-image', { scene: second })).toMatchObject({ error: 'not-found' })
    expect((await listed()).total).toBe(2)
  })

  test.each([{}, { name: '' }, { name: ' \u200b ' }, { name: '长'.repeat(21) }, { name: 7 }])(
    'a name like %p is none',
    async (body) => {
      expect(await rep.call('rep-code-add', body)).toMatchObject({ error: 'bad-request' })
    },
  )

  test('the picture is a QR code of the address, and drawn once', async () => {
    const image = (await rep.call('rep-code-image', { scene: rep.scene })) as unknown as { png: string; url: string }
    expect(image.url).toBe(`https://kaitong.example/?scene=${rep.scene}`)
    expect(Buffer.from(image.png, 'base64').toString()).toBe(`picture of ${image.url}`)
    const { codes } = core.ports
    const draw = jest.spyOn(codes, 'draw')
    expect(await rep.call('rep-code-image', { scene: rep.scene })).toEqual(image)
    expect(draw).not.toHaveBeenCalled()
  })

  test("another's code is not there", async () => {
    const other = await createRep(core, '陈默')
    for (const action of ['rep-code-image', 'rep-code-revoke'])
      expect(await rep.call(action, { scene: other.scene })).toMatchObject({ error: 'not-found' })
  })
})

describe('the list', () => {
  beforeEach(async () => {
    await joinedMerchant(core, rep, { 't.shop.name': '海棠花店' })
    core.advance(day)
    await joinedMerchant(core, rep, { ...standalone, 't.shop.name': 'ABC 烘焙（南门）' })
    core.advance(day)
    const transfer = { 's.register-standalone.transfer-chosen': core.ports.clock.now() }
    await joinedMerchant(core, rep, { ...standalone, ...transfer, 't.shop.name': '青禾' })
    core.advance(day)
    await joinedMerchant(core, rep, { ...standalone, ...ticksOf(core.ports.clock.now()), 't.shop.name': '老王面馆' })
  })

  test('filters, with their counts', async () => {
    expect(await listed()).toMatchObject({
      total: 4,
      counts: { all: 4, stuck: 1, deadline: 1, retake: 0, finished: 1 },
    })
    expect(await shops({ filter: 'stuck' })).toEqual(['海棠花店'])
    expect(await shops({ filter: 'deadline' })).toEqual(['青禾'])
    expect(await shops({ filter: 'finished' })).toEqual(['老王面馆'])
    expect(await shops({ filter: 'retake' })).toEqual([])
  })

  test('time alone makes one stuck, without anything being written', async () => {
    const before = await core.ports.store.list('progress', { limit: 9 })
    core.advance(30 * day)
    rep = await again(core, rep)
    expect((await listed({ filter: 'stuck' })).items.map(({ stuck }) => stuck?.reason)).toEqual([
      '停在「打开小程序注册页」超过 3 天',
      expect.stringContaining('超过 3 天'),
      '停在「四个问题」超过 2 天',
    ])
    expect(await core.ports.store.list('progress', { limit: 9 })).toEqual(before)
  })

  test.each([
    ['active', ['老王面馆', '青禾', 'ABC 烘焙（南门）', '海棠花店']],
    ['-active', ['海棠花店', 'ABC 烘焙（南门）', '青禾', '老王面馆']],
    ['-progress', ['老王面馆']],
  ])('sorted by %s', async (sort, expected) => {
    expect((await shops({ sort })).slice(0, expected.length)).toEqual(expected)
  })

  test('who has a deadline comes first', async () => {
    expect((await shops({ sort: 'deadline' }))[0]).toBe('青禾')
    expect((await shops({ sort: '-deadline' })).at(-1)).toBe('青禾')
  })

  test('found by a piece of the name, however it is typed', async () => {
    expect(await shops({ search: '花' })).toEqual(['海棠花店'])
    expect(await shops({ search: 'abc烘' })).toEqual(['ABC 烘焙（南门）'])
    expect(await shops({ search: 'ＡＢＣ 烘' })).toEqual(['ABC 烘焙（南门）'])
    for (const search of ['%', '.*', '_', "' OR 1=1"])
      expect((await listed({ search })).total).toBe(search.match(/\w{2}/) ? 0 : 4)
    expect(await listed({ search: '花', filter: 'finished' })).toMatchObject({ items: [], total: 0 })
  })

  test.each([{ sort: 'name' }, { filter: 'all' }, { cursor: 'x' }, { cursor: '' }, { search: 'x'.repeat(101) }])(
    '%p is refused',
    async (body) => {
      expect(await listed(body)).toMatchObject({ error: 'bad-request' })
    },
  )
})

test('page after page, each merchant once, whatever order', async () => {
  for (let i = 0; i < 70; i++) await joinedMerchant(core, rep)
  for (const sort of ['active', '-active', 'deadline', '-deadline', 'progress', '-progress']) {
    const seen: string[] = []
    for (let cursor: string | undefined; ;) {
      const { items, next, total } = await listed({ sort, ...(cursor !== undefined && { cursor }) })
      expect(total).toBe(70)
      seen.push(...items.map(({ id }) => id))
      if (next === null) break
      cursor = next
    }
    expect(new Set(seen).size).toBe(70)
    expect(seen).toHaveLength(70)
  }
  const { next } = await listed({ sort: 'active' })
  expect(await listed({ sort: 'deadline', cursor: next })).toMatchObject({ error: 'bad-request' })
})

describe('one merchant', () => {
  test('states, never texts or photos that are not shared', async () => {
    const guest = await joinedMerchant(core, rep, { ...standalone, 't.shop.name': '海棠花店' }, 'documents')
    await enter(core, guest, { 't.email-mini-program.address': 'canary@example.com', 't.contact.phone': '13800138000' })
    const photoId = await photoOf(guest)
    const seen = await rep.call('rep-merchant', { id: guest.id })
    expect(seen).toMatchObject({
      ok: true,
      merchant: { id: guest.id, shop: '海棠花店', route: 'standalone' },
      sharesPhotos: false,
      photos: [],
      note: null,
      nudge: { situation: 'material', text: expect.stringContaining('您好') as string },
    })
    const told = JSON.stringify([seen, await listed(), await rep.call('rep-export')])
    for (const secret of ['canary', '13800138000', photoId]) expect(told).not.toContain(secret)
    expect(await rep.call('photo-link', { id: guest.id, photoId, variant: 'thumb' })).toMatchObject({
      need: 'share-photos',
    })
    expect(await rep.call('rep-review', { id: guest.id, photoId, verdict: 'fine' })).toMatchObject({
      need: 'share-photos',
    })
  })

  test('a shared photo is looked at and sent back: the checklist says so, and why', async () => {
    const guest = await joinedMerchant(core, rep, standalone, 'documents', 'share-photos')
    const photoId = await photoOf(guest)
    const { url } = (await rep.call('photo-link', { id: guest.id, photoId, variant: 'thumb' })) as unknown as {
      url: string
    }
    const link = url.split('link=')[1] ?? ''
    expect(await core.door.open(link)).toMatchObject({ ok: true })
    const active = (await core.ports.store.get<{ active: number }>('merchants', guest.id))?.value.active
    core.advance(2 * 3_600_000)
    expect(
      await rep.call('rep-review', { id: guest.id, photoId, verdict: 'retake', reason: ' 有反光，\n挡住了字 ' }),
    ).toEqual({
      ok: true,
      review: { verdict: 'retake', reason: '有反光， 挡住了字' },
    })
    expect((await core.ports.store.get<{ active: number }>('merchants', guest.id))?.value.active).toBe(active)
    expect(await listed({ filter: 'retake' })).toMatchObject({
      total: 1,
      items: [{ kind: 'redo', retakes: ['营业执照'] }],
    })
    expect(await rep.call('rep-merchant', { id: guest.id })).toMatchObject({
      photos: [{ photoId, slot: 'business-licence', review: { verdict: 'retake' } }],
      nudge: { situation: 'redo', text: expect.stringContaining('有反光') as string },
    })
    const { patch } = (await guest.call('sync', {
      p: 1,
      schema: 1,
      doc: guest.id,
      dev: 'device0000',
      ep: null,
      base: 0,
      ops: [],
    })) as unknown as {
      patch: { k: string; v: unknown }[]
    }
    expect(patch.find(({ k }) => k === `v.review.${photoId}`)?.v).toEqual({
      verdict: 'retake',
      reason: '有反光， 挡住了字',
    })
    await rep.call('rep-review', { id: guest.id, photoId, verdict: 'fine' })
    expect((await listed({ filter: 'retake' })).total).toBe(0)

    await guest.call('consent', { kind: 'share-photos', granted: false, version: '1' })
    expect(await core.door.open(link)).toMatchObject({ error: 'not-found' })
    expect(await rep.call('photo-link', { id: guest.id, photoId, variant: 'thumb' })).toMatchObject({
      need: 'share-photos',
    })
  })

  test('a photo that is not there', async () => {
    const guest = await joinedMerchant(core, rep, standalone, 'documents', 'share-photos')
    expect(await rep.call('rep-review', { id: guest.id, photoId: newId(), verdict: 'fine' })).toMatchObject({
      error: 'not-found',
    })
    expect(await rep.call('photo-link', { id: guest.id, photoId: newId(), variant: 'full' })).toMatchObject({
      error: 'not-found',
    })
    const photoId = await photoOf(guest)
    await guest.call('photo-delete', { photoId })
    expect(await rep.call('rep-review', { id: guest.id, photoId, verdict: 'fine' })).toMatchObject({
      error: 'not-found',
    })
  })

  test('notes are the rep’s own, and go when the merchant goes', async () => {
    const guest = await joinedMerchant(core, rep)
    expect(await rep.call('rep-note', { id: guest.id, text: ' 周三下午去店里 ' })).toMatchObject({
      note: { text: '周三下午去店里' },
    })
    expect(await rep.call('rep-merchant', { id: guest.id })).toMatchObject({
      note: { text: '周三下午去店里', at: startTime },
    })
    expect(await guest.call('export-me')).toMatchObject({
      data: { notesAboutMe: [{ text: '周三下午去店里' }], seenByRep: { id: guest.id } },
    })
    expect(await rep.guest.call('export-me')).toMatchObject({
      data: { codes: [{ name: '展会' }], notes: [{ merchant: guest.id }] },
    })
    expect(await rep.call('rep-note', { id: guest.id, text: '' })).toEqual({ ok: true, note: null })
    await rep.call('rep-note', { id: guest.id, text: '再来' })
    await guest.call('leave')
    expect(await core.ports.store.list('notes', { limit: 9 })).toEqual([])
    expect(await rep.call('rep-note', { id: guest.id, text: '又来' })).toMatchObject({ error: 'not-found' })
  })
})

describe('gone at once', () => {
  const ends: readonly (readonly [string, (guest: Guest) => Promise<unknown>])[] = [
    ['leaving', (guest) => guest.call('leave')],
    ['withdrawing', (guest) => guest.call('consent', { kind: 'share-progress', granted: false, version: '1' })],
    ['erasing', (guest) => guest.call('erase-me')],
    [
      'moving to another rep',
      async (guest) => guest.call('join', { scene: (await createRep(core, '陈默')).scene, move: true }),
    ],
  ]
  test.each(ends)('%s', async (_name, end) => {
    const guest = await joinedMerchant(
      core,
      rep,
      { ...standalone, 't.shop.name': '海棠花店' },
      'documents',
      'share-photos',
    )
    const photoId = await photoOf(guest)
    await end(guest)
    const bodies: readonly (readonly [string, object])[] = [
      ['rep-merchant', { id: guest.id }],
      ['rep-note', { id: guest.id, text: 'x' }],
      ['rep-review', { id: guest.id, photoId, verdict: 'fine' }],
      ['photo-link', { id: guest.id, photoId, variant: 'full' }],
    ]
    const nobody = newId()
    for (const [action, body] of bodies) {
      const gone = await rep.call(action, body)
      expect(gone).toMatchObject({ error: 'not-found' })
      expect(gone).toEqual(await rep.call(action, { ...body, id: nobody }))
    }
    expect(await listed()).toMatchObject({ items: [], total: 0, counts: { all: 0 } })
    expect(
      JSON.stringify([
        await rep.call('rep-export'),
        await rep.call('rep-overview', { from: '2026-11-01', to: '2026-11-30' }),
      ]),
    ).not.toContain('海棠')
    expect(await rep.call('rep-codes')).toMatchObject({ codes: [{ count: 1, now: 0, left: 1 }] })
  })

  test('a revoked rep can do nothing from that moment on', async () => {
    const guest = await joinedMerchant(core, rep)
    await revokeRep(core.ports, rep.id)
    for (const action of ['rep-codes', 'rep-merchants', 'rep-export'])
      expect(await rep.call(action)).toMatchObject({ error: 'forbidden', need: 'rep' })
    expect(await rep.call('rep-merchant', { id: guest.id })).toMatchObject({ error: 'forbidden', need: 'rep' })
  })
})

test('the overview counts by code and week; a merchant of another span is in none of it', async () => {
  core.advance(1)
  const second =
    ((await rep.call('rep-code-add', { name: '街 A' })) as unknown as { codes: { scene: string }[] }).codes[1]?.scene ??
    ''
  await joinedMerchant(core, rep)
  core.advance(9 * day)
  rep = await again(core, rep)
  const now = core.ports.clock.now()
  await joinedMerchant(core, { ...rep, scene: second }, standalone)
  await joinedMerchant(core, { ...rep, scene: second }, { ...standalone, ...ticksOf(now) })
  const overview = (await rep.call('rep-overview', { from: '2026-11-21', to: '2026-11-30' })) as unknown as {
    funnel: number[]
    weeks: { week: string; funnel: number[] }[]
  }
  expect(overview).toMatchObject({
    today: { date: '2026-11-30', joined: 2, active: 2, finished: 1 },
    now: { all: 3, stuck: 1, finished: 1, deadline: 0, retake: 0, ending: 0 },
    stages: stages.map(({ id }) => ({ id })),
    funnel: [3, 2, 1, 1, 1, 1, 1],
    codes: [
      { scene: rep.scene, funnel: [1, 0, 0, 0, 0, 0, 0], count: 1 },
      { scene: second, funnel: [2, 2, 1, 1, 1, 1, 1], count: 2 },
    ],
    cells: expect.arrayContaining([{ week: '2026-11-30', scene: second, funnel: [2, 2, 1, 1, 1, 1, 1] }]) as object,
  })
  expect(overview.weeks.map(({ week, funnel }) => [week, funnel[0]])).toEqual([
    ['2026-11-16', 1],
    ['2026-11-23', 0],
    ['2026-11-30', 2],
  ])
  expect(await rep.call('rep-overview', { from: '2026-11-22', to: '2026-11-29' })).toMatchObject({
    funnel: [0, 0, 0, 0, 0, 0, 0],
  })
  for (const span of [
    { from: '2026-13-01', to: '2026-12-01' },
    { from: '2026-12-01', to: '2026-11-01' },
    { from: '2020-01-01', to: '2026-11-01' },
    {},
  ])
    expect(await rep.call('rep-overview', span)).toMatchObject({ error: 'bad-request' })
})

test('the export opens in Excel, and nothing in it runs', async () => {
  const names = ['=1+1', '+cmd|calc', '-2', '@SUM(A1)', ' =1', '＝1+1', '"a",b', '海棠\n花店']
  for (const name of names)
    await joinedMerchant(core, rep, { ...standalone, 't.shop.name': name, 't.contact.phone': '13800138000' })
  const { csv, rows, next, filename } = (await rep.call('rep-export')) as unknown as Record<string, string>
  expect({ rows, next, filename }).toEqual({ rows: names.length, next: null, filename: '商户进度-20261121.csv' })
  expect(csv?.startsWith('\uFEFF"店名","路线",')).toBe(true)
  const lines = csv?.split('\r\n') ?? []
  expect(lines).toHaveLength(names.length + 2)
  const cells = lines.slice(1, -1).map((line) => /^"((?:[^"]|"")*)"/.exec(line)?.[1])
  expect(cells.sort()).toEqual(
    ["'=1+1", "'+cmd|calc", "'-2", "'@SUM(A1)", "'=1", "'＝1+1", '""a"",b', '海棠 花店'].sort(),
  )
  expect(csv).not.toContain('13800138000')
})
