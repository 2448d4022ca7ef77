import fc from 'fast-check'
import type { Value } from '#domain/entries'
import { canonical } from '#sync/canonical'
import { cyrb53, digest } from '#sync/digest'
import type { Stamped } from '#sync/protocol'

describe('canonical JSON', () => {
  test.each<[Value, string]>([
    [null, 'null'],
    [true, 'true'],
    [-0, '0'],
    [1e21, '1e+21'],
    ['面馆 "A"', '"面馆 \\"A\\""'],
    [{ w: 1600, sha256: 'ab', h: 1200 }, '{"h":1200,"sha256":"ab","w":1600}'],
    [{ b: { d: 1, c: null }, a: '' }, '{"a":"","b":{"c":null,"d":1}}'],
  ])('%j -> %s', (value, text) => expect(canonical(value)).toBe(text))

  test('is JSON, and does not depend on the order of members', () => {
    const values = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()))
    fc.assert(
      fc.property(values, (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonical(turned)).toBe(canonical(value))
        expect(JSON.parse(canonical(value))).toEqual({ ...value })
      }),
    )
  })

  test('keeps a member called __proto__ apart', () => {
    const value = JSON.parse('{"__proto__":{"a":1}}') as Value
    expect(canonical(value)).toBe('{"__proto__":{"a":1}}')
  })
})

describe('cyrb53', () => {
  // The values its author published.
  test.each([
    ['a', 7929297801672961],
    ['b', 8684336938537663],
    ['revenge', 4051478007546757],
    ['revenue', 8309097637345594],
    ['', 3338908027751811],
  ])('%j -> %d', (text, hash) => expect(cyrb53(text)).toBe(hash))
})

describe('the digest', () => {
  const entry = (v: Value, s: string): Stamped => ({ v, s })
  const s1 = '1795233600000-0000-phone1234'
  const s2 = '1795233600001-0000-server00'

  test('is cyrb53 in decimal of the sorted rows, tombstones and server entries included', () => {
    const entries = new Map([
      ['v.photo.ABCDEFGHIJKLMNOP', entry({ state: 'ok' }, s2)],
      ['c.avatar', entry(null, s1)],
      ['a.subject', entry('company', s1)],
    ])
    const rows = `[["a.subject","${s1}","company"],["c.avatar","${s1}",null],["v.photo.ABCDEFGHIJKLMNOP","${s2}",{"state":"ok"}]]`
    expect(digest(entries)).toBe(String(cyrb53(rows)))
  })

  test('of nothing is the digest of []', () => expect(digest(new Map())).toBe(String(cyrb53('[]'))))

  test('depends on each of key, stamp and value', () => {
    const digests = [
      new Map([['a.subject', entry('company', s1)]]),
      new Map([['a.industry', entry('company', s1)]]),
      new Map([['a.subject', entry('company', s2)]]),
      new Map([['a.subject', entry('person', s1)]]),
    ].map(digest)
    expect(new Set(digests).size).toBe(4)
  })

  test('orders keys by UTF-16 code unit', () => {
    const entries = ['b', 'B', 'a.z', 'a', '\u{1f600}', '\uffff'].map((key): [string, Stamped] => [key, entry(1, s1)])
    expect(digest(new Map(entries))).toBe(digest(new Map(entries.reverse())))
  })
})
