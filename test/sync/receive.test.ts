/** Each rule of the phone's half by name. The simulation shows that together they lose nothing. */
import { digest } from '#sync/digest'
import { emptyDoc, inEpoch, putOwn, type Doc } from '#sync/doc'
import type { SyncReply } from '#sync/protocol'
import { reduce } from '#sync/reduce'
import { receive, type Received } from '#sync/receive'
import { edit, emptyReplica, entryAt, hasWork, makeRequest, viewOf, type Flight, type Replica } from '#sync/replica'
import { at, copyOf, docWith, now, op, other, phone, photo, photoId, replyOf } from './support'

const fresh = emptyReplica(phone)
const send = (replica: Replica): Flight => makeRequest(replica, 'm')

/** One whole exchange, `clock` being the function's. */
function exchange(
  replica: Replica,
  doc: Doc,
  clock = now,
): Received & { doc: Doc; flight: Flight; reply: ReturnType<typeof reduce>['reply'] } {
  const flight = send(replica)
  const { doc: next, reply } = reduce(doc, flight.request, clock)
  return { ...receive(replica, reply, flight, clock), doc: next, flight, reply }
}
const known = (doc: Doc): Replica => exchange(fresh, doc).replica
const names = (replica: Replica) => [...replica.pending.keys()]

describe('an acknowledged edit', () => {
  test('leaves pending and joins base', () => {
    const { replica, doc } = exchange(edit(fresh, 'a.subject', 'company', now), emptyDoc('e1'))
    expect(replica).toMatchObject({ ep: 'e1', ver: 1, full: false })
    expect(replica.pending.size).toBe(0)
    expect(digest(replica.base)).toBe(digest(copyOf(doc)))
    expect(hasWork(replica)).toBe(false)
  })

  test('joins base even when the reply carries nothing else', () => {
    const replica = edit(known(docWith(op('c.contact', true, at(-9)))), 'c.avatar', true, now)
    const flight = send(replica)
    const silent = replyOf([], { ver: 1 })
    expect(receive(replica, silent, flight, now).replica.base.get('c.avatar')).toEqual({ v: true, s: at(0) })
  })

  test('stays pending when it was changed meanwhile', () => {
    const first = edit(fresh, 't.shop.name', '王', now)
    const flight = send(first)
    const { reply } = reduce(emptyDoc('e1'), flight.request, now)
    const second = edit(first, 't.shop.name', '王记', now + 5)
    const { replica } = receive(second, reply, flight, now + 9)
    expect(replica.pending.get('t.shop.name')).toEqual({ v: '王记', s: at(5) })
    expect(replica.base.get('t.shop.name')).toEqual({ v: '王', s: at(0) })
    expect(viewOf(replica).get('t.shop.name')).toBe('王记')
  })

  test('is pushed again after a restore, from base', () => {
    const backup = docWith(op('c.contact', true, at(-9)))
    const after = exchange(edit(known(backup), 'c.avatar', true, now), backup)
    const restored = exchange(after.replica, inEpoch(backup, 'e2'))
    expect(restored.replica).toMatchObject({ ep: 'e2', ver: 1 })
    expect(names(restored.replica)).toEqual(['c.avatar'])
    expect(viewOf(restored.replica).get('c.avatar')).toBe(true)
    const again = exchange(restored.replica, restored.doc)
    expect(again.replica.pending.size).toBe(0)
    expect(again.doc.entries.map(({ k }) => k)).toEqual(['c.avatar', 'c.contact'])
  })
})

describe('a restore that nobody announced', () => {
  const backup = docWith(op('c.contact', true, at(-9)))

  test('shows when the document is older than base', () => {
    const after = exchange(edit(known(backup), 'c.avatar', true, now), backup)
    const back = exchange(after.replica, backup)
    expect(back.reply).toMatchObject({ full: true, ver: 1 })
    expect(back.replica.ver).toBe(1)
    expect(names(back.replica)).toEqual(['c.avatar'])
  })

  test('shows by the digest when the document has grown past it', () => {
    const after = exchange(edit(known(backup), 'c.avatar', true, now), backup)
    const grown = [op('a.subject', 'company', at(1, other)), op('a.industry', 'noodles', at(2, other))].reduce(
      (doc, one) => reduce(doc, { ...send(fresh).request, ops: [one] }, now + 10).doc,
      backup,
    )
    const silent = exchange(after.replica, grown)
    expect(silent.reply).toMatchObject({ full: false })
    expect(silent.replica.full).toBe(true)
    const full = exchange(silent.replica, silent.doc)
    expect(names(full.replica)).toEqual(['c.avatar'])
    expect(exchange(full.replica, full.doc).doc.entries).toHaveLength(4)
  })

  test('never has the function’s own entries pushed back', () => {
    const withVerdict = putOwn(backup, `v.photo.${photoId(1)}`, { state: 'ok' }, now)
    const { replica } = exchange(known(withVerdict), inEpoch(backup, 'e2'))
    expect(replica.pending.size).toBe(0)
    expect(viewOf(replica).has(`v.photo.${photoId(1)}`)).toBe(false)
  })
})

describe('replies that come late', () => {
  const doc = docWith(op('c.contact', true, at(-9, other)))
  const start = known(doc)

  test('twice: nothing happens twice', () => {
    const edited = edit(start, 'c.avatar', true, now)
    const flight = send(edited)
    const { reply } = reduce(doc, flight.request, now)
    const once = receive(edited, reply, flight, now).replica
    expect(receive(once, reply, flight, now).replica).toEqual(once)
  })

  test('an old whole view does not push the copy back', () => {
    const ask = send({ ...start, full: true })
    const { reply: old } = reduce(doc, ask.request, now)
    const newer = exchange(edit(start, 'c.avatar', true, now), doc, now + 5)
    const { replica } = receive(newer.replica, old, ask, now + 9)
    expect(replica.ver).toBe(2)
    expect(replica.base).toEqual(newer.replica.base)
    expect(replica.pending.size).toBe(0)
  })

  test('a delta with a gap before it is not applied', () => {
    const flight = send({ ...start, ver: 5 })
    const reply = replyOf([op('c.avatar', true, at(0, other))], { ver: 6 })
    const { replica } = receive(start, reply, flight, now)
    expect(replica.ver).toBe(1)
    expect(replica.base.has('c.avatar')).toBe(false)
  })

  test('from an epoch that was left they are ignored', () => {
    const edited = edit(start, 'c.avatar', true, now)
    const flight = send(edited)
    const { reply } = reduce(doc, flight.request, now)
    const moved = exchange(start, inEpoch(doc, 'e2')).replica
    const late = { ...flight, request: { ...flight.request, ep: null } }
    expect(receive(moved, reply, late, now).replica).toBe(moved)
  })

  test('an old time does not turn the clock back', () => {
    const later = exchange(start, doc, now + 50_000).replica
    const flight = send(start)
    const { reply } = reduce(doc, flight.request, now + 10)
    expect(receive(later, reply, flight, now + 60_000).replica).toMatchObject({ seen: now + 50_000, offset: 0 })
  })

  test('a delta that pretends to cross epochs asks for the whole view', () => {
    const { replica } = receive(start, replyOf([], { ep: 'e9', ver: 3 }), send(start), now)
    expect(replica).toMatchObject({ ep: 'e1', full: true })
  })
})

describe('a restore, told by an older request’s reply', () => {
  test('is taken over although the new history is shorter than the copy', () => {
    const backup = docWith(op('c.contact', true, at(-9, other)))
    const early = send(known(backup))
    const later = exchange(
      edit(edit(known(backup), 'c.avatar', true, now), 'a.subject', 'company', now),
      backup,
    ).replica
    const far = { ...later, ver: 5 }
    const { replica } = receive(far, replyOf([], { ep: 'e2', ver: 3, full: true }), early, now)
    expect(replica).toMatchObject({ ep: 'e2', ver: 3 })
    expect(names(replica).sort()).toEqual(['a.subject', 'c.avatar', 'c.contact'])
  })

  test('by a delta is asked for as a whole, even when the digest happens to agree', () => {
    const replica = known(docWith(op('c.contact', true, at(-9, other))))
    const reply = replyOf([], { ep: 'e2', ver: 3, dig: digest(replica.base) })
    expect(receive(replica, reply, send(replica), now).replica).toMatchObject({ ep: 'e1', ver: 1, full: true })
  })
})

test('an edit that another phone has overtaken no longer waits', () => {
  const idle = send(fresh)
  const edited = edit(fresh, 'c.avatar', true, now)
  const { replica } = receive(edited, replyOf([op('c.avatar', null, at(9, other))], { full: true }), idle, now)
  expect(replica.pending.size).toBe(0)
  expect(viewOf(replica).has('c.avatar')).toBe(false)
})

describe('a clock error', () => {
  test('keeps the order of the edits, not that of the keys', () => {
    const ahead = now + 90_000
    const again = edit(
      edit(edit(fresh, 't.shop.name', '王', ahead), 'c.contact', true, ahead + 1),
      't.shop.name',
      '王记',
      ahead + 2,
    )
    const { replica } = receive(again, { ok: false, error: 'clock', time: now }, send(again), ahead)
    const [name, contact] = ['t.shop.name', 'c.contact'].map((key) => replica.pending.get(key)?.s ?? '')
    expect(String(name) > String(contact)).toBe(true)
  })

  const fast = now + 400 * 86_400_000
  const edited = edit(
    edit(edit(fresh, 'c.contact', true, now), 'c.avatar', true, fast),
    'a.subject',
    'company',
    fast + 9,
  )

  test('restamps what lies in the future, in its order, and nothing else', () => {
    const { replica } = exchange(edited, emptyDoc('e1'))
    expect(replica.pending.get('c.contact')?.s).toBe(at(0))
    expect(replica.pending.get('c.avatar')?.s).toBe(at(60_000))
    expect(replica.pending.get('a.subject')?.s).toBe(at(60_000, phone, 1))
    expect(exchange(replica, emptyDoc('e1')).replica.pending.size).toBe(0)
  })

  test('sets the offset, so that the next edit is right at once', () => {
    const flight = send(edited)
    const { replica } = receive(edited, { ok: false, error: 'clock', time: now }, flight, fast)
    expect(entryAt(edit(replica, 'c.contact', null, fast + 100_000), 'c.contact')?.s).toBe(at(100_000))
  })

  test('that comes late must not lower accepted stamps', () => {
    const flight = send(edited)
    const later = receive(
      edited,
      replyOf([], { full: true, time: fast }),
      { ...flight, request: { ...flight.request, ops: [] } },
      fast,
    ).replica
    expect(receive(later, { ok: false, error: 'clock', time: now }, flight, fast).replica).toBe(later)
  })

  test('that comes twice restamps once', () => {
    const flight = send(edited)
    const refusal = { ok: false, error: 'clock', time: now } as const
    const { replica } = receive(edited, refusal, flight, fast)
    const again = edit(replica, 'c.avatar', null, fast + 500_000_000)
    expect(receive(again, refusal, flight, fast + 500_000_001).replica).toBe(again)
  })

  test('counts when the function’s own clock was set back', () => {
    const ahead = receive(
      fresh,
      replyOf([op('t.shop.name', '王', '1829793600000-0000-phone9876')], { full: true, time: fast }),
      send(fresh),
      fast,
    ).replica
    const typed = edit(ahead, 't.shop.name', '王记', fast)
    const { replica } = receive(typed, { ok: false, error: 'clock', time: now }, send(typed), now)
    expect(replica.pending.get('t.shop.name')).toEqual({ v: '王记', s: at(60_000) })
    expect(viewOf(replica).get('t.shop.name')).toBe('王记')
  })

  test('never lets an earlier edit that is still on its way win over a later one', () => {
    const early = edit(fresh, 't.shop.name', '王', now + 50_000)
    const first = send(early)
    const later = edit(early, 't.shop.name', '王记', now + 70_000)
    const { replica } = receive(later, { ok: false, error: 'clock', time: now }, send(later), now + 70_000)
    const { doc, reply } = reduce(emptyDoc('e1'), first.request, now)
    const { replica: told } = receive(replica, reply, first, now + 71_000)
    expect(viewOf(told).get('t.shop.name')).toBe('王记')
    expect(exchange(told, doc).doc.entries.map(({ v }) => v)).toEqual(['王记'])
  })
})

describe('a rejected edit', () => {
  const reject = (code: string) => {
    const edited = edit(edit(fresh, 'c.avatar', true, now), 't.shop.name', '王', now + 1)
    const reply = {
      ...replyOf([op('t.shop.name', '王', at(1))], { full: true }),
      rejected: [{ k: 'c.avatar', code }],
    } as SyncReply
    return receive(edited, reply, send(edited), now)
  }

  test('is dropped and named; the others go through', () => {
    const { replica, refused } = reject('key')
    expect(replica.pending.size).toBe(0)
    expect(refused).toEqual([{ ...op('c.avatar', true, at(0)), code: 'key' }])
    expect(replica.base.has('c.avatar')).toBe(false)
  })

  test('for want of room stays, is shown, and is not sent again', () => {
    const { replica, refused } = reject('limit')
    expect(refused).toEqual([])
    expect(viewOf(replica).get('c.avatar')).toBe(true)
    expect([...replica.held]).toEqual([['c.avatar', 'limit']])
    expect(hasWork(replica)).toBe(false)
  })

  test('goes again when something was taken back', () => {
    const { replica } = reject('limit')
    const { replica: after } = exchange(
      edit(replica, 't.shop.name', null, now + 9),
      docWith(op('t.shop.name', '王', at(1))),
      now + 10,
    )
    expect(after.held.size).toBe(0)
    expect(names(after)).toEqual(['c.avatar'])
  })

  test('goes again when it is changed', () => {
    const { replica } = reject('limit')
    expect(hasWork(edit(replica, 'c.avatar', null, now + 9))).toBe(true)
  })

  test('that was changed meanwhile is not dropped', () => {
    const first = edit(fresh, 't.shop.name', '王', now)
    const flight = send(first)
    const second = edit(first, 't.shop.name', '王记', now + 5)
    const reply = {
      ...replyOf([], { full: true, ver: 0 }),
      rejected: [{ k: 't.shop.name', code: 'value' }],
    } as SyncReply
    expect(names(receive(second, reply, flight, now).replica)).toEqual(['t.shop.name'])
  })

  test('of a photo that is gone for good does not come back in a circle', () => {
    const key = `p.avatar.${photoId(1)}`
    const held = { ...known(docWith(op(key, photo, at(-99)))), full: true }
    const doc: Doc = { ...emptyDoc('e1'), ver: 7, gcBefore: now }
    const pushedBack = exchange(held, doc)
    expect(names(pushedBack.replica)).toEqual([key])
    const { replica, refused } = exchange(pushedBack.replica, pushedBack.doc)
    expect(refused.map(({ code }) => code)).toEqual(['gone'])
    expect(viewOf(replica).size).toBe(0)
    expect(hasWork(replica)).toBe(false)
  })
})

describe('an upgrade error', () => {
  test('keeps the edits and lets the phone read on', () => {
    const edited = edit(fresh, 'c.avatar', true, now)
    const { replica } = receive(edited, { ok: false, error: 'upgrade', minSchema: 2 }, send(edited), now)
    expect(names(replica)).toEqual(['c.avatar'])
    const { replica: read } = receive(
      replica,
      replyOf([op('c.contact', true, at(0, other))], { full: true, minSchema: 2 }),
      send(replica),
      now,
    )
    expect([...viewOf(read).keys()]).toEqual(['c.contact', 'c.avatar'])
    expect(names(read)).toEqual(['c.avatar'])
  })
})

describe('two phones with one text', () => {
  test('mine loses: it is handed back', () => {
    const doc = docWith(op('t.shop.name', '老王面馆', at(9, other)))
    const { replica, losses } = exchange(edit(fresh, 't.shop.name', '王家面馆', now), doc, now + 10)
    expect(viewOf(replica).get('t.shop.name')).toBe('老王面馆')
    expect(losses).toEqual([{ k: 't.shop.name', text: '王家面馆' }])
  })

  test('mine wins: theirs is handed back', () => {
    const doc = docWith(op('t.shop.name', '老王面馆', at(-9, other)))
    const { losses } = exchange(edit(fresh, 't.shop.name', '王家面馆', now), doc)
    expect(losses).toEqual([{ k: 't.shop.name', text: '老王面馆' }])
  })

  test('taken back by the other: mine is handed back', () => {
    const doc = docWith(op('t.shop.name', '老王面馆', at(1, other)), op('t.shop.name', null, at(9, other)))
    const { losses } = exchange(edit(fresh, 't.shop.name', '王家面馆', now), doc, now + 10)
    expect(losses).toEqual([{ k: 't.shop.name', text: '王家面馆' }])
  })

  test.each([
    ['the same text is no loss', 't.shop.name', '老王面馆'],
    ['a tick is no loss', 's.reuse.menu', 5],
  ])('%s', (_case, key, value) => {
    const doc = docWith(op(key, key === 't.shop.name' ? '老王面馆' : 6, at(9, other)))
    expect(exchange(edit(fresh, key, value, now), doc, now + 10).losses).toEqual([])
  })

  test('a newer text of this same phone is no loss', () => {
    const doc = docWith(op('t.shop.name', '后来的', at(9)))
    expect(exchange(edit(fresh, 't.shop.name', '先前的', now), doc, now + 10).losses).toEqual([])
  })
})

test('keys of a newer app are kept and handed on as they are', () => {
  const strange = op('z.new.thing', { deep: { er: 1 } }, at(-5, other))
  const { replica } = receive(fresh, replyOf([strange], { full: true }), send(fresh), now)
  expect(viewOf(replica).get('z.new.thing')).toEqual(strange.v)
  const { replica: restored } = receive(replica, replyOf([], { ep: 'e2', full: true, ver: 0 }), send(replica), now)
  expect(send(restored).request.ops).toEqual([strange])
})
