import type { Value } from '#domain/entries'
import { receive } from '#sync/receive'
import { edit, emptyReplica, entryAt, hasWork, makeRequest, viewOf, type Replica } from '#sync/replica'
import { at, now, op, other, phone, photo, photoId, replyOf } from './support'

const fresh = emptyReplica(phone)
const edits = (replica: Replica, ...list: readonly (readonly [string, Value])[]): Replica =>
  list.reduce((next, [key, value], i) => edit(next, key, value, now + i), replica)

/** A replica whose base holds these, as after a first exchange. */
const knowing = (...entries: Parameters<typeof replyOf>[0]): Replica =>
  receive(fresh, replyOf(entries, { full: true, ver: entries.length }), makeRequest(fresh, 'm'), now).replica

describe('an edit', () => {
  test('shows at once, and waits to be sent', () => {
    const replica = edits(fresh, ['a.subject', 'company'])
    expect([...viewOf(replica)]).toEqual([['a.subject', 'company']])
    expect(hasWork(replica)).toBe(true)
    expect(entryAt(replica, 'a.subject')).toEqual({ v: 'company', s: at(0) })
  })

  test('that changes nothing is none', () => {
    const known = knowing(op('a.subject', 'company', at(-5, other)))
    expect(edit(known, 'a.subject', 'company', now)).toBe(known)
    expect(edit(fresh, 'a.subject', null, now)).toBe(fresh)
    const withPhoto = knowing(op(`p.avatar.${photoId(1)}`, photo, at(-5)))
    expect(edit(withPhoto, `p.avatar.${photoId(1)}`, { h: 1200, w: 1600, sha256: photo.sha256 }, now)).toBe(withPhoto)
  })

  test('of null takes the entry out of the view, and remembers that', () => {
    const replica = edits(fresh, ['c.avatar', true], ['c.avatar', null])
    expect(viewOf(replica).size).toBe(0)
    expect(entryAt(replica, 'c.avatar')?.v).toBeNull()
  })

  test('is greater than what it replaces, even from a phone whose clock is fast', () => {
    const replica = edit(knowing(op('t.shop.name', '旧', at(59_000, other))), 't.shop.name', '新', now)
    expect(viewOf(replica).get('t.shop.name')).toBe('新')
    expect(entryAt(replica, 't.shop.name')?.s).toBe(at(59_000, phone, 1))
  })

  test('is stamped in the function’s time', () => {
    const slow = now - 86_400_000
    const known = receive(fresh, replyOf([], { full: true, time: now }), makeRequest(fresh, 'm'), slow).replica
    expect(entryAt(edit(known, 'c.avatar', true, slow + 7), 'c.avatar')?.s).toBe(at(7))
  })

  test('made while the clock runs backwards still follows the last one', () => {
    const replica = edit(edit(fresh, 'c.avatar', true, now), 'c.contact', true, now - 700 * 86_400_000)
    expect(entryAt(replica, 'c.contact')?.s).toBe(at(0, phone, 1))
  })

  test('keeps odd keys apart from the prototype', () => {
    const replica = edits(fresh, ['__proto__', 'x'], ['constructor', 'y'])
    expect(viewOf(replica).size).toBe(2)
  })
})

describe('a request', () => {
  test('carries every edit, oldest first, and where the copy stands', () => {
    const replica = edits(knowing(op('c.contact', true, at(-9, other))), ['c.avatar', true], ['a.subject', 'company'])
    expect(makeRequest(replica, 'merchant-1')).toEqual({
      request: {
        ...{ p: 1, schema: 1, doc: 'merchant-1', dev: phone, ep: 'e1', base: 1 },
        ops: [op('c.avatar', true, at(0)), op('a.subject', 'company', at(1))],
      },
      seen: now,
    })
  })

  test('of the very first time knows no epoch', () => {
    expect(makeRequest(fresh, 'm').request).toMatchObject({ ep: null, base: 0, ops: [] })
  })

  test('carries at most 256 ops', () => {
    const replica = edits(fresh, ...Array.from({ length: 300 }, (_, i): [string, Value] => [`s.reuse.x-${i}`, i + 1]))
    expect(makeRequest(replica, 'm').request.ops).toHaveLength(256)
  })

  test.each([
    ['Chinese', '名'],
    ['emoji', '😀'],
    ['escapes', '\n'],
  ])('stays within 48 KB, in %s too', (_case, letter) => {
    const text = letter.repeat(500 / letter.length)
    const replica = edits(fresh, ...Array.from({ length: 200 }, (_, i): [string, Value] => [`t.m-${i}.text`, text]))
    const { request } = makeRequest(replica, 'm'.repeat(22))
    const bytes = Buffer.byteLength(JSON.stringify({ action: 'sync', ...request }))
    expect(bytes).toBeLessThanOrEqual(48 * 1024)
    expect(bytes).toBeGreaterThan(44 * 1024)
  })

  test('asks for the whole view with the last of several', () => {
    const replica = edits(
      { ...fresh, full: true },
      ...Array.from({ length: 300 }, (_, i): [string, Value] => [`s.reuse.x-${i}`, i + 1]),
    )
    expect(makeRequest(replica, 'm').request.full).toBeUndefined()
    const rest = { ...replica, pending: new Map([...replica.pending].slice(256)) }
    expect(makeRequest(rest, 'm').request).toMatchObject({ full: true })
  })

  test('one tick, request and reply, stays under 600 bytes', () => {
    const known = knowing(op('c.contact', true, at(-9, other)))
    const { request } = makeRequest(edit(known, 's.finish-setup.filing', now, now), 'M'.repeat(22))
    const reply = replyOf([op('s.finish-setup.filing', now, at(0))], { ep: 'e'.repeat(22), ver: 1234 })
    expect(JSON.stringify(request).length + JSON.stringify(reply).length).toBeLessThanOrEqual(600)
  })

  test('of an app that is too old carries no edits, and still asks for news', () => {
    const old = edits({ ...fresh, minSchema: 2 }, ['c.avatar', true])
    expect(makeRequest(old, 'm').request.ops).toEqual([])
    expect(hasWork(old)).toBe(false)
    expect(viewOf(old).get('c.avatar')).toBe(true)
  })
})
