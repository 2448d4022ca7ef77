import { cyrb53, digest } from '#sync/digest'
import { compact, emptyDoc, entriesOf, inEpoch, putOwn, tombstoneMs, type Doc } from '#sync/doc'
import type { Op } from '#sync/protocol'
import { reduce } from '#sync/reduce'
import { stampMs } from '#sync/stamp'
import { accepted, at, copyOf, docWith, now, op, other, photo, photoId, request } from './support'

const empty = emptyDoc('e1')

describe('pushing', () => {
  test('stores what is new and gives it the next version', () => {
    const { doc, reply } = accepted(reduce(empty, request([op('a.subject', 'company', at(0))]), now))
    expect(doc.ver).toBe(1)
    expect(doc.entries).toEqual([{ ...op('a.subject', 'company', at(0)), n: 1 }])
    expect(reply).toMatchObject({ ep: 'e1', ver: 1, time: now, full: false, minSchema: 1 })
    expect(reply.dig).toBe(digest(copyOf(doc)))
  })

  test('again changes nothing, and leaves the document itself alone', () => {
    const first = reduce(empty, request([op('a.subject', 'company', at(0))]), now)
    const second = accepted(reduce(first.doc, request([op('a.subject', 'company', at(0))]), now + 5))
    expect(second.doc).toBe(first.doc)
    expect(second.reply.ver).toBe(1)
    expect(second.reply.rejected).toBeUndefined()
  })

  test('older than what is stored is taken in silence', () => {
    const doc = docWith(op('t.shop.name', '新店', at(9, other)))
    const { doc: after, reply } = accepted(reduce(doc, request([op('t.shop.name', '旧店', at(1))]), now + 10))
    expect(after).toBe(doc)
    expect(reply.patch).toEqual([op('t.shop.name', '新店', at(9, other))])
  })

  test('may carry any device', () => {
    const { doc } = accepted(reduce(empty, request([op('a.subject', 'company', at(0, other))]), now))
    expect(doc.entries[0]?.s).toBe(at(0, other))
  })

  test('with nothing changed but a rejection keeps the version', () => {
    const { doc, reply } = accepted(reduce(empty, request([op('role', 'rep', at(0))]), now))
    expect(doc).toBe(empty)
    expect(reply.rejected).toEqual([{ k: 'role', code: 'key' }])
  })
})

describe('a stamp from the future', () => {
  const ops = [op('a.subject', 'company', at(0)), op('c.avatar', true, at(60_001))]

  test('has the whole request refused, and nothing applied or rewritten', () => {
    expect(reduce(empty, request(ops), now)).toEqual({ doc: empty, reply: { ok: false, error: 'clock', time: now } })
  })

  test('is accepted up to 60 s ahead, as it is', () => {
    const { doc } = accepted(reduce(empty, request(ops), now + 1))
    expect(doc.entries.map(({ s }) => s)).toEqual([at(0), at(60_001)])
  })

  test.each(['9999999999999-0000-phone1234', at(86_400_000)])('%s is refused', (s) => {
    expect(reduce(empty, request([op('a.subject', 'company', s)]), now).reply.ok).toBe(false)
  })

  test.each(['99999999999999-0000-phone1234', '-000000000001-0000-phone1234', '', 'now'])(
    '%j is no stamp, and holds nobody up',
    (s) => {
      const { doc, reply } = accepted(
        reduce(empty, request([op('a.subject', 'company', s), op('c.avatar', true, at(0))]), now),
      )
      expect(reply.rejected).toEqual([{ k: 'a.subject', code: 'stamp' }])
      expect([...entriesOf(doc).keys()]).toEqual(['c.avatar'])
    },
  )
})

describe('an old app', () => {
  test('may not push', () => {
    const { doc, reply } = reduce(empty, request([op('a.subject', 'company', at(0))]), now, 2)
    expect(reply).toEqual({ ok: false, error: 'upgrade', minSchema: 2 })
    expect(doc).toBe(empty)
  })
  test('may still read', () => {
    const doc = docWith(op('a.subject', 'company', at(0)))
    expect(accepted(reduce(doc, request([]), now, 2)).reply).toMatchObject({
      minSchema: 2,
      patch: [{ k: 'a.subject' }],
    })
  })
  test('of a newer schema may push', () => {
    expect(reduce(empty, request([op('a.subject', 'company', at(0))], { schema: 9 }), now).reply.ok).toBe(true)
  })
})

describe('single bad ops', () => {
  const bad: readonly [Op, string][] = [
    [op('__proto__', { isAdmin: true }, at(1)), 'key'],
    [op('progress', 99, at(1)), 'key'],
    [op('t.shop.name', '名'.repeat(501), at(1)), 'value'],
    [op('c.avatar', false, at(1)), 'value'],
    [op(`v.photo.${photoId(1)}`, { state: 'ok' }, at(1)), 'server-only'],
    [op('l.company-bank-account.number', '6222', at(1)), 'local'],
  ]
  test.each(bad)('%j is listed, and the others go through', (one, code) => {
    const { doc, reply } = accepted(
      reduce(empty, request([op('c.contact', true, at(0)), one, op('c.avatar', true, at(2))]), now),
    )
    expect(reply.rejected).toEqual([{ k: one.k, code }])
    expect(entriesOf(doc).get('c.contact')).toBe(true)
    expect(entriesOf(doc).get('c.avatar')).toBe(true)
    expect(doc.entries).toHaveLength(2)
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
  })
})

describe('limits', () => {
  const many = (n: number, make: (i: number) => Op): Doc => docWith(...Array.from({ length: n }, (_, i) => make(i)))

  test('200 keys, photos and tombstones not counted', () => {
    const doc = many(200, (i) => op(`t.m-${i}.text`, 'x', at(i)))
    const ops = [
      op('t.one-more.text', 'x', at(1000)),
      op('t.m-0.text', 'y', at(1001)),
      op('t.other.text', null, at(1002)),
      op(`p.avatar.${photoId(1)}`, photo, at(1003)),
    ]
    const { reply, doc: after } = accepted(reduce(doc, request(ops), now + 2000))
    expect(reply.rejected).toEqual([{ k: 't.one-more.text', code: 'limit' }])
    expect(entriesOf(after).get('t.m-0.text')).toBe('y')
    expect(entriesOf(after).size).toBe(201)
  })

  test('a place given up in the same request can be taken', () => {
    const doc = many(200, (i) => op(`t.m-${i}.text`, 'x', at(i)))
    const ops = [
      op('t.m-0.text', null, at(1000)),
      op('t.one-more.text', 'x', at(1001)),
      op('t.two-more.text', 'x', at(1002)),
    ]
    const { reply } = accepted(reduce(doc, request(ops), now + 2000))
    expect(reply.rejected).toEqual([{ k: 't.two-more.text', code: 'limit' }])
  })

  test('60 live photos', () => {
    const doc = many(60, (i) => op(`p.avatar.${photoId(i)}`, photo, at(i)))
    const ops = [
      op(`p.avatar.${photoId(60)}`, photo, at(100)),
      op(`p.avatar.${photoId(0)}`, null, at(101)),
      op(`p.avatar.${photoId(61)}`, photo, at(102)),
    ]
    const { reply } = accepted(reduce(doc, request(ops), now + 200))
    expect(reply.rejected).toEqual([{ k: `p.avatar.${photoId(60)}`, code: 'limit' }])
  })

  test('2,000 entries in all, so that tombstones cannot fill the store', () => {
    const doc: Doc = { ...empty, ver: 1, entries: many(1, () => op('c.avatar', true, at(0))).entries }
    const full: Doc = {
      ...doc,
      entries: Array.from({ length: 2000 }, (_, i) => ({ ...op(`t.x-${i}.y`, null, at(i)), n: 1 })),
    }
    const { reply } = accepted(reduce(full, request([op('t.new.y', null, at(0)), op('t.x-1.y', 'x', at(9))]), now + 10))
    expect(reply.rejected).toEqual([{ k: 't.new.y', code: 'limit' }])
  })
})

describe('the answer', () => {
  const doc = docWith(op('a.subject', 'company', at(0)), op('c.avatar', true, at(1)), op('c.avatar', null, at(2)))

  test('is what changed since', () => {
    const { reply } = accepted(reduce(doc, request([], { base: 1 }), now))
    expect(reply).toMatchObject({ full: false, ver: 3, patch: [op('c.avatar', null, at(2))] })
  })

  test('is what was changed again since', () => {
    const again = reduce(doc, request([op('c.avatar', true, at(500))], { base: doc.ver }), now + 1_000)
    const { reply } = accepted(reduce(again.doc, request([], { base: doc.ver }), now + 1_000))
    expect(reply.patch).toEqual([op('c.avatar', true, at(500))])
  })

  test('is nothing when nothing changed', () => {
    expect(accepted(reduce(doc, request([], { base: 3 }), now)).reply.patch).toEqual([])
  })
  test.each([
    ['no epoch is known yet', { ep: null, base: 0 }],
    ['the epoch is another', { ep: 'e0', base: 2 }],
    ['the client is ahead of a restored document', { base: 4 }],
    ['it is asked for', { base: 3, full: true as const }],
  ])('is the whole view, tombstones included, when %s', (_case, more) => {
    const { reply } = accepted(reduce(doc, request([], more), now))
    expect(reply.full).toBe(true)
    expect(reply.patch.map(({ k }) => k)).toEqual(['a.subject', 'c.avatar'])
  })
  test('carries the digest of everything, a delta too', () => {
    const { reply } = accepted(reduce(doc, request([], { base: 3 }), now))
    const rows = `[["a.subject","${at(0)}","company"],["c.avatar","${at(2)}",null]]`
    expect(reply.dig).toBe(String(cyrb53(rows)))
  })
})

describe('a text that was overtaken unseen', () => {
  const doc = docWith(op('t.shop.name', '老王面馆', at(0, other)))
  const push = (base: number, more: object = {}) =>
    accepted(reduce(doc, request([op('t.shop.name', '王家面馆', at(9))], { base, ...more }), now + 10)).reply.lost

  test('is handed back to the one who overtook it', () => {
    expect(push(0)).toEqual([op('t.shop.name', '老王面馆', at(0, other))])
    expect(push(9, { ep: 'e0' })).toEqual([op('t.shop.name', '老王面馆', at(0, other))])
  })
  test('is not, when it had been seen', () => expect(push(1)).toBeUndefined())
  test('is not, when it was the own one, whose acknowledgement was lost', () =>
    expect(push(0, { dev: other })).toBeUndefined())
  test('only texts are', () => {
    const ticked = docWith(op('s.reuse.menu', 5, at(0, other)))
    expect(accepted(reduce(ticked, request([op('s.reuse.menu', 6, at(9))]), now + 10)).reply.lost).toBeUndefined()
  })
})

describe('the function’s own entries', () => {
  const key = `v.photo.${photoId(1)}`
  test('are stamped by its own device, later each time, and sent like the others', () => {
    const first = putOwn(empty, key, { state: 'ok', w: 1 }, now)
    const second = putOwn(first, key, null, now - 5000)
    expect(first.entries[0]).toEqual({ k: key, v: { state: 'ok', w: 1 }, s: at(0, 'server00'), n: 1 })
    expect(second.entries[0]).toEqual({ k: key, v: null, s: at(0, 'server00', 1), n: 2 })
    expect(accepted(reduce(second, request([], { base: 1 }), now)).reply.patch).toHaveLength(1)
  })
  test('that say the same again change nothing', () => {
    const first = putOwn(empty, key, { state: 'ok', w: 1 }, now)
    expect(putOwn(first, key, { w: 1, state: 'ok' }, now + 9)).toBe(first)
  })
})

describe('photos deleted long ago', () => {
  const key = `p.avatar.${photoId(1)}`
  const dead = putOwn(docWith(op(key, null, at(0)), op('c.avatar', null, at(0))), `v.photo.${photoId(1)}`, null, now)

  test('are forgotten after 180 days, with what was said of them; other tombstones stay', () => {
    expect(compact(dead, now + tombstoneMs)).toBe(dead)
    const compacted = compact(dead, now + tombstoneMs + 1)
    expect(compacted.entries.map(({ k }) => k)).toEqual(['c.avatar'])
    expect(compacted).toMatchObject({ ver: dead.ver + 1, gcBefore: now + 1 })
  })
  test('cannot come back from a phone that was away', () => {
    const doc = compact(dead, now + tombstoneMs + 1)
    const ops = [op(key, photo, at(-5)), op(`p.avatar.${photoId(2)}`, photo, at(5)), op('c.contact', true, at(-5))]
    const { reply, doc: after } = accepted(reduce(doc, request(ops), now + tombstoneMs + 2))
    expect(reply.rejected).toEqual([{ k: key, code: 'gone' }])
    expect(entriesOf(after).has(`p.avatar.${photoId(2)}`)).toBe(true)
    expect(entriesOf(after).get('c.contact')).toBe(true)
  })
  test('a photo that is still known may be deleted with an old stamp', () => {
    const known: Doc = { ...docWith(op(key, photo, at(-9))), gcBefore: now }
    const { reply } = accepted(reduce(known, request([op(key, null, at(-5))]), now))
    expect(reply.rejected).toBeUndefined()
  })
})

test('a restored document speaks in a new epoch', () => {
  const doc = inEpoch(docWith(op('a.subject', 'company', at(0))), 'e2')
  const { reply } = accepted(reduce(doc, request([], { base: 1 }), now))
  expect(reply).toMatchObject({ ep: 'e2', full: true, ver: 1 })
})

test('no stored stamp ever lies more than 60 s ahead', () => {
  const ops = [0, 59_999, 60_000].map((ms, i) => op(`t.m.f-${i}`, 'x', at(ms)))
  const { doc } = accepted(reduce(empty, request(ops), now))
  expect(Math.max(...doc.entries.map(({ s }) => stampMs(s)))).toBeLessThanOrEqual(now + 60_000)
})
