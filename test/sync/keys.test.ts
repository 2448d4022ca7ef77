import type { Value } from '#domain/entries'
import { localRefusalOf, photoOf, refusalOf } from '#sync/keys'

const id20 = 'ABCDEFGHIJKLMNOPabcd'
const sha256 = 'ab'.repeat(32)
const photo = { sha256, w: 1600, h: 1200 }
const long = '名'.repeat(500)

describe('an entry may travel', () => {
  test.each<[string, Value]>([
    ['a.subject', 'sole-trader'],
    ['a.industry', 'x'.repeat(40)],
    ['c.administrator', true],
    ['s.finish-setup.filing', 1_795_233_600_000],
    ['s.reuse.menu', 0],
    ['t.shop.name', ''],
    ['t.shop.name', long],
    ['t.account-introduction.text', '第一行\n第二行 😀'],
    [`p.business-licence.${id20}`, photo],
    [`p.avatar.ABCDEFGHIJKLMNOP`, photo],
    [`p.food-operation.${id20}`, { ...photo, n: 3 }],
    ['a.subject', null],
    ['c.avatar', null],
    [`p.avatar.${id20}`, null],
  ])('%s = %j', (key, value) => expect(refusalOf(key, value)).toBeNull())
})

describe('an entry is refused', () => {
  test.each<[string, string, Value]>([
    ['key', '', 'x'],
    ['key', 'subject', 'company'],
    ['key', 'a.', 'company'],
    ['key', 'a.Subject', 'company'],
    ['key', `a.${'x'.repeat(41)}`, 'company'],
    ['key', 'a.subject.more', 'company'],
    ['key', 's.reuse', 1],
    ['key', 't.shop', 'x'],
    ['key', 't.shop.name\n', 'x'],
    ['key', '__proto__', { admin: true }],
    ['key', 'constructor', true],
    ['key', 'a.__proto__', 'x'],
    ['key', 'progress', { done: 99 }],
    ['key', 'p.avatar.short', photo],
    ['key', `p.avatar.${'x'.repeat(23)}`, photo],
    ['key', `p.avatar.../../etc/passwd`, photo],
    ['key', 'z.new.thing', 'from a newer app'],
    ['value', 'a.subject', ''],
    ['value', 'a.subject', true],
    ['value', 'a.subject', '公司'],
    ['value', 'c.avatar', false],
    ['value', 'c.avatar', 1],
    ['value', 's.reuse.menu', -1],
    ['value', 's.reuse.menu', 1.5],
    ['value', 's.reuse.menu', 1e14],
    ['value', 's.reuse.menu', '1795233600000'],
    ['value', 't.shop.name', `${long}长`],
    ['value', 't.shop.name', 5],
    ['value', 't.shop.name', 'a\u0000b'],
    ['value', 't.shop.name', 'half \ud83d a pair'],
    ['value', `p.avatar.${id20}`, true],
    ['value', `p.avatar.${id20}`, { sha256, w: 1600 }],
    ['value', `p.avatar.${id20}`, { ...photo, n: -1 }],
    ['value', `p.avatar.${id20}`, { ...photo, n: '1' }],
    ['value', `p.avatar.${id20}`, { ...photo, m: 1 }],
    ['value', `p.avatar.${id20}`, { ...photo, extra: 1 }],
    ['value', `p.avatar.${id20}`, { ...photo, sha256: 'AB'.repeat(32) }],
    ['value', `p.avatar.${id20}`, { ...photo, w: 0 }],
    ['value', `p.avatar.${id20}`, { ...photo, h: 20_001 }],
    ['value', `p.avatar.${id20}`, JSON.parse('{"__proto__":{},"h":1,"w":1}') as Value],
    ['server-only', `v.photo.${id20}`, { state: 'ok' }],
    ['server-only', 'v.anything', null],
    ['local', 'l.company-bank-account.number', '6222'],
    ['local', 'l.', null],
  ])('%s: %s = %j', (code, key, value) => expect(refusalOf(key, value)).toBe(code))
})

describe('what stays on this phone', () => {
  test('has a key of its own and text only', () => {
    expect(localRefusalOf('l.company-bank-account.number', '6222 0000')).toBeNull()
    expect(localRefusalOf('l.company-bank-account.number', null)).toBeNull()
    expect(localRefusalOf('l.company-bank-account', 'x')).toBe('key')
    expect(localRefusalOf('t.shop.name', 'x')).toBe('key')
    expect(localRefusalOf('l.company-bank-account.number', 6222)).toBe('value')
    expect(localRefusalOf('l.company-bank-account.number', `${long}长`)).toBe('value')
  })
})

test('a photo is read from its key', () => {
  expect(photoOf(`p.business-licence.${id20}`)).toEqual({ slot: 'business-licence', photoId: id20 })
  expect(photoOf('p.business-licence')).toBeNull()
  expect(photoOf(`v.photo.${id20}`)).toBeNull()
})
