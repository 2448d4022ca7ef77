import fc from 'fast-check'
import { digest } from '#sync/digest'
import { beats, join, joinOps, type Copy } from '#sync/merge'
import type { Stamped } from '#sync/protocol'

const s = (ms: number, counter = 0, device = 'phone1234') =>
  `${String(ms).padStart(13, '0')}-${counter.toString(36).padStart(4, '0')}-${device}`

describe('which entry stays', () => {
  test.each<[string, Stamped, Stamped]>([
    ['the later one', { v: 'a', s: s(2) }, { v: 'b', s: s(1) }],
    ['the later one, though it is a tombstone', { v: null, s: s(2) }, { v: 'b', s: s(1) }],
    ['of one millisecond, the higher counter', { v: 'a', s: s(1, 11) }, { v: 'b', s: s(1, 2) }],
    ['of equal times, the greater device', { v: 'a', s: s(1, 0, 'phone9999') }, { v: 'b', s: s(1, 0, 'phone1111') }],
    ['of equal stamps, the greater value', { v: 'b', s: s(1) }, { v: 'a', s: s(1) }],
  ])('%s', (_case, winner, loser) => {
    expect(beats(winner, loser)).toBe(true)
    expect(beats(loser, winner)).toBe(false)
  })

  test('something rather than nothing, and nothing new when equal', () => {
    const entry = { v: { w: 1, h: 2 }, s: s(1) }
    expect(beats(entry, undefined)).toBe(true)
    expect(beats(entry, { v: { h: 2, w: 1 }, s: s(1) })).toBe(false)
  })
})

describe('the join', () => {
  // Few keys, times and devices, so that meetings are frequent; equal stamps with different values included.
  const stamped = fc.record({
    v: fc.oneof(fc.constant(null), fc.boolean(), fc.integer({ min: 0, max: 2 }), fc.constantFrom('a', 'b')),
    s: fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1 }), fc.constantFrom('phone1111', 'phone9999'))
      .map(([ms, counter, device]) => s(ms, counter, device)),
  })
  const copies = fc
    .array(fc.tuple(fc.constantFrom('a.x', 'b.x', '__proto__', 'constructor'), stamped))
    .map((list): Copy => new Map(list))
  const same = (a: Copy, b: Copy) => expect(digest(a)).toBe(digest(b))
  const runs = { numRuns: 1000 }

  test('is commutative', () =>
    fc.assert(
      fc.property(copies, copies, (a, b) => same(join(a, b), join(b, a))),
      runs,
    ))
  test('is associative', () =>
    fc.assert(
      fc.property(copies, copies, copies, (a, b, c) => same(join(join(a, b), c), join(a, join(b, c)))),
      runs,
    ))
  test('is idempotent', () =>
    fc.assert(
      fc.property(copies, (a) => same(join(a, a), a)),
      runs,
    ))
  test('never goes back', () =>
    fc.assert(
      fc.property(copies, copies, (a, b) => {
        const joined = join(a, b)
        for (const [key, entry] of a) expect(beats(entry, joined.get(key))).toBe(false)
      }),
      runs,
    ))
  test('of single ops, in any order and number, is the join of the copies', () =>
    fc.assert(
      fc.property(copies, copies, fc.array(fc.nat()), (a, b, order) => {
        const ops = [...b].map(([k, { v, s: stamp }]) => ({ k, v, s: stamp }))
        const again = order.flatMap((n) => ops[n % Math.max(1, ops.length)] ?? [])
        same(joinOps(a, [...again, ...ops]), join(a, b))
      }),
      runs,
    ))

  test('leaves the prototype alone', () => {
    joinOps(new Map(), [{ k: '__proto__', v: { polluted: true }, s: s(1) }])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})
