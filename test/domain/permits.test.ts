import type { PermitRule } from '#domain/content/types'
import { describe as inWords, permitIds, satisfied } from '#domain/permits'
import { content } from './support/content'

const food: PermitRule = { permit: 'food' }
const either: PermitRule = { any: [food, { all: [{ permit: 'letter' }, { permit: 'outlet' }] }] }
const both: PermitRule = { all: [food, { any: [{ permit: 'fire' }, { permit: 'letter' }] }] }

describe('permits', () => {
  test.each<readonly [PermitRule | undefined | null, readonly string[]]>([
    [undefined, []],
    [null, []],
    [food, ['food']],
    [either, ['food', 'letter', 'outlet']],
    [{ any: [both, either] }, ['food', 'fire', 'letter', 'outlet']],
  ])('%j names %j', (rule, ids) => expect(permitIds(rule)).toEqual(ids))

  test.each<readonly [PermitRule, string, boolean]>([
    [food, '', false],
    [food, 'food', true],
    [either, 'letter', false],
    [either, 'letter outlet', true],
    [either, 'food', true],
    [both, 'food', false],
    [both, 'fire letter', false],
    [both, 'food letter', true],
    [{ all: [] }, '', true],
    [{ any: [] }, '', false],
  ])('%j with «%s»: %s', (rule, held, enough) => {
    expect(satisfied(rule, (id) => held.split(' ').includes(id))).toBe(enough)
  })

  test.each<readonly [PermitRule, string]>([
    [food, '食品证'],
    [{ permit: 'food', scope: '含酒' }, '食品证（含酒）'],
    [{ permit: 'unknown' }, 'unknown'],
    [either, '下面任选一种：食品证；承诺函加门店证'],
    [both, '都要：食品证；消防证或承诺函'],
    [{ any: [food] }, '食品证'],
    [{ any: [{ any: [food, { permit: 'fire' }] }, { permit: 'letter' }] }, '下面任选一种：食品证；消防证；承诺函'],
    [
      { all: [food, { any: [{ permit: 'fire' }, { all: [{ permit: 'letter' }, { permit: 'outlet' }] }] }] },
      '都要：食品证；消防证或（承诺函加门店证）',
    ],
  ])('%j is «%s»', (rule, words) => expect(inWords(rule, content.permits)).toBe(words))
})
