import type { Reply } from '../../src/miniapp/ports/backend'
import { createMerchantList } from '../../src/miniapp/stores/rep/list'
import { createMerchantCalls } from '../../src/miniapp/stores/rep/merchant-calls'
import { createScriptedBackend, never, refuse, type AnyReply } from '../support/backends'
import { createFakeClock, createMemoryStorage } from '../support/ports'
import { counts, item, pageOf } from '../support/rep-wire'

function setUp({ storage = createMemoryStorage(), rep = 'rep-1' } = {}) {
  const backend = createScriptedBackend()
  const clock = createFakeClock()
  const session = { call: <T>(action: string, body: object) => backend.call<T>(action, body, 't') as Promise<Reply<T>> }
  const calls = createMerchantCalls(session, backend)
  const list = createMerchantList({ clock, storage, rep: () => rep, ask: calls.page })
  const ids = () => list.getState().rows.map(({ id }) => id)
  return { backend, clock, storage, calls, list, ids }
}

const soon = () => new Promise((resolve) => setImmediate(resolve))

test('the first page comes with the counts, the next ones by their cursor, none of them twice', async () => {
  const { backend, list, ids } = setUp()
  backend.on('rep-merchants', ({ cursor }) =>
    cursor === 'c1'
      ? pageOf([item('b'), item('c')], { counts: undefined, total: 3 })
      : pageOf([item('a'), item('b')], { next: 'c1', total: 3 }),
  )
  const first = list.refresh()
  expect(list.getState().busy).toBe('first')
  await first
  expect(list.getState()).toMatchObject({ counts, total: 3, more: true, busy: null, copied: null })
  await Promise.all([list.more(), list.more()])
  expect(ids()).toEqual(['a', 'b', 'c'])
  expect(list.getState()).toMatchObject({ counts, more: false })
  await list.more()
  expect(backend.calls.map(({ body }) => body)).toEqual([{ sort: 'active' }, { sort: 'active', cursor: 'c1' }])
})

test('typing asks once, when it is over; the answer to what was asked before is dropped', async () => {
  const { backend, clock, list, ids } = setUp()
  backend.on('rep-merchants', pageOf([item('a')]))
  await list.refresh()
  let late: (reply: AnyReply) => void = () => undefined
  backend.once('rep-merchants', () => new Promise((resolve) => (late = resolve)))
  const old = list.refresh()
  for (const search of ['小', '小满', '小满 ']) list.change({ search })
  late(pageOf([item('old')]))
  await old
  backend.on('rep-merchants', ({ search }) => pageOf([item(String(search))]))
  await clock.advance(300)
  await soon()
  expect(ids()).toEqual(['小满'])
  expect(backend.count('rep-merchants')).toBe(3)
})

test('a filter or an order asks at once, and begins with an empty list', async () => {
  const { backend, clock, list, ids } = setUp()
  backend.on('rep-merchants', ({ filter, sort }) => pageOf([item(`${String(filter)} ${String(sort)}`)]))
  await list.refresh()
  list.change({ filter: 'stuck', sort: 'deadline' })
  expect(list.getState()).toMatchObject({ rows: [], busy: 'first' })
  await clock.advance(0)
  await soon()
  expect(ids()).toEqual(['stuck deadline'])
})

test('opened again it is of everybody', async () => {
  const { backend, clock, list, ids } = setUp()
  backend.on('rep-merchants', ({ filter = 'all' }) => pageOf([item(String(filter))]))
  await list.open()
  list.change({ filter: 'stuck' })
  await clock.advance(0)
  await soon()
  expect(ids()).toEqual(['stuck'])
  await list.open()
  expect(ids()).toEqual(['all'])
})

describe('without a network', () => {
  async function kept() {
    const online = setUp()
    const stuck = { from: 1, reason: '停在「营业执照」超过 3 天' }
    const due = { id: 'reuse.x', title: '做完认证', endsMs: 5, approximate: false }
    online.backend.on(
      'rep-merchants',
      pageOf([item('a', { stuck }), item('b', { deadline: due }), item('c', { shop: undefined })]),
    )
    await online.list.refresh()
    return online
  }

  test('the list of the last time is there at once, and says of when it is', async () => {
    const { storage, clock } = await kept()
    const { list, ids, backend } = setUp({ storage })
    backend.on('rep-merchants', never)
    void list.refresh()
    expect(ids()).toEqual(['a', 'b', 'c'])
    expect(list.getState()).toMatchObject({ copied: clock.now(), counts, busy: 'first' })
  })

  test('it can be filtered and searched', async () => {
    const { storage } = await kept()
    const { list, ids, clock } = setUp({ storage })
    await list.refresh()
    expect(list.getState().problem).toMatch(/连不上网/)
    list.change({ filter: 'stuck' })
    expect(ids()).toEqual(['a'])
    list.change({ filter: 'deadline' })
    expect(ids()).toEqual(['b'])
    list.change({ filter: 'all', search: '店b' })
    await clock.advance(300)
    expect(ids()).toEqual(['b'])
  })

  test('another rep sees nothing of it', async () => {
    const { storage } = await kept()
    const { list, ids } = setUp({ storage, rep: 'rep-2' })
    await list.refresh()
    expect(ids()).toEqual([])
  })

  test('what is on the screen stays there when it cannot be fetched again', async () => {
    const { backend, list, ids } = await kept()
    backend.on('rep-merchants', refuse('network'))
    await list.refresh()
    expect(ids()).toEqual(['a', 'b', 'c'])
    expect(list.getState()).toMatchObject({ copied: null, problem: '拒绝：network' })
  })

  test('a copy that cannot be read is none', async () => {
    const { storage } = await kept()
    storage.set('kt.rep', '{"rep":"rep-1","at":1,"rows":[{"id":7},null]}')
    const { list, ids } = setUp({ storage })
    await list.refresh()
    expect(ids()).toEqual([])
  })
})

test('the table is fetched to its end', async () => {
  const { backend, calls } = setUp()
  backend.on('rep-export', ({ cursor }) =>
    cursor === undefined ? { ok: true, csv: '\uFEFF店名\r\n', next: 'x' } : { ok: true, csv: '面馆\r\n', next: null },
  )
  expect(await calls.table()).toEqual({ ok: true, csv: '\uFEFF店名\r\n面馆\r\n' })
  backend.on('rep-export', { ok: true, csv: 7 })
  expect(await calls.table()).toMatchObject({ ok: false, error: 'unavailable' })
})
