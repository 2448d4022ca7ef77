import fc from 'fast-check'
import { emptyDoc, type Kept } from '#sync/doc'
import { nextStamp, noStamp } from '#sync/stamp'
import { merchantRecord } from '../../bench/made-up'
import { packed, unpacked } from '../../src/server/adapters/packed'

const throughText = (value: unknown): unknown =>
  unpacked('merchants', JSON.parse(JSON.stringify(packed('merchants', value))))
const merchant = (entries: readonly Kept[]) => ({
  ...merchantRecord(1, 0, 1_763_000_000_000),
  doc: { ...emptyDoc('e'), entries },
})

const stamps = fc.oneof(
  fc
    .tuple(fc.nat(), fc.nat(), fc.constantFrom('Device00000001', 'server00', 'Ab3456789012'))
    .map(([now, counter, device]) =>
      Array.from({ length: counter % 40 }).reduce<string>(
        (s) => nextStamp(s, now * 1000, device),
        nextStamp(noStamp, now * 1000, device),
      ),
    ),
  // what a newer version, or a hand, may have written
  fc.string(),
)
const entry = fc.record({
  k: fc.string(),
  v: fc.oneof(
    fc.boolean(),
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.record({ sha256: fc.string(), w: fc.nat() }),
  ),
  s: stamps,
  n: fc.nat(),
})

test('what is written comes back the same, whatever the stamps look like', () => {
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const record = merchant(entries)
      expect(throughText(record)).toEqual(JSON.parse(JSON.stringify(record)))
    }),
    { numRuns: 500 },
  )
})

test('a document from before there was packing is read as it is', () => {
  const record = merchantRecord(7, 60, 1_763_000_000_000)
  expect(unpacked('merchants', record)).toBe(record)
})

test('a document of version 2 of the tables is read', () => {
  const { doc, ...rest } = merchantRecord(7, 0, 1_763_000_000_000)
  const { entries: _none, ...head } = doc
  const older = {
    ...rest,
    doc: { ...head, devices: ['a', 'b'], packed: [['s.x.y', true, 3, 1_763_000_000_000, 37, 1]] },
  }
  expect(unpacked('merchants', older)).toEqual({
    ...rest,
    doc: { ...head, entries: [{ k: 's.x.y', v: true, s: '1763000000000-0011-b', n: 3 }] },
  })
})

test('other collections, and what is not a merchant, are left alone', () => {
  const record = merchantRecord(7, 3, 1_763_000_000_000)
  expect(packed('tokens', record)).toBe(record)
  for (const value of [null, 7, 'doc', {}, { doc: null }, { doc: { entries: 3 } }]) {
    expect(packed('merchants', value)).toBe(value)
    expect(unpacked('merchants', value)).toBe(value)
  }
})

test('sixty entries take a quarter less', () => {
  const record = merchantRecord(7, 60, 1_763_000_000_000)
  const bytes = (value: unknown) => JSON.stringify(value).length
  expect(bytes(packed('merchants', record)) / bytes(record)).toBeLessThan(0.76)
})
