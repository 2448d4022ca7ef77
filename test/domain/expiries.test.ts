import { content } from '#domain/content/content'
import type { Value } from '#domain/entries'
import { permitFields } from '#domain/permit-fields'
import { checkField } from '#domain/field-check'
import { progress } from '#domain/progress'

const at = (text: string) => Date.parse(`${text}+08:00`)
const now = at('2026-12-05T00:00:00')
const answers = { 'a.subject': 'sole-trader', 'a.service-account': 'none', 'a.wants-service-account': 'no' }
const restaurant = content.industries.find(({ permits }) => JSON.stringify(permits ?? '').includes('"food-operation"'))
const base = { ...answers, 'a.industry': restaurant?.id ?? '' }

const of = (written: Readonly<Record<string, Value>>, when = now) =>
  progress(content, new Map(Object.entries({ ...base, ...written })), when).deadlines.map(
    ({ id, clock, material, passed }) => ({ id, title: clock.title, material, passed }),
  )

const licence = { id: 'finish-setup.expiry-business-licence', title: '换好营业执照', material: 'business-licence' }
const permit = { id: 'finish-setup.expiry-food-operation', title: '换好食品经营许可证', material: 'industry-permits' }

test.each<readonly [string, Readonly<Record<string, Value>>, readonly object[]]>([
  ['nothing entered', {}, []],
  ['valid for longer', { 't.business-licence.until': '2027-03-06' }, []],
  ['three months to the day', { 't.business-licence.until': '2027-03-05' }, [{ ...licence, passed: false }]],
  ['长期', { 't.business-licence.until': '长期' }, []],
  ['unreadable', { 't.business-licence.until': '2027-02-30' }, []],
  ['its last day', { 't.industry-permits.food-operation-until': '2026-12-05' }, [{ ...permit, passed: false }]],
  ['the day after', { 't.industry-permits.food-operation-until': '2026-12-04' }, [{ ...permit, passed: true }]],
  ['a permit of another industry', { 't.industry-permits.drug-operation-until': '2026-12-06' }, []],
  ['six months elsewhere', { 't.business-licence.until': '2027-06-05', 't.filing.region': 'fujian' }, []],
  [
    'six months in 宁夏',
    { 't.business-licence.until': '2027-06-05', 't.filing.region': 'ningxia' },
    [{ ...licence, passed: false }],
  ],
  [
    'both, the nearer first',
    { 't.business-licence.until': '2027-01-09', 't.industry-permits.food-operation-until': '2027-01-08' },
    [
      { ...permit, passed: false },
      { ...licence, passed: false },
    ],
  ],
])('%s', (_, written, expected) => expect(of(written)).toEqual(expected))

test('ends with its last day in China', () => {
  const { deadlines } = progress(
    content,
    new Map(Object.entries({ ...base, 't.business-licence.until': '2026-12-31' })),
    now,
  )
  expect(new Date(deadlines[0]?.endsMs ?? 0).toISOString()).toBe('2026-12-31T15:59:00.000Z')
})

test('a person without a licence is told of none', () => {
  expect(of({ 'a.subject': 'person', 't.business-licence.until': '2026-12-06' })).toEqual([])
})

describe('what is asked of a permit', () => {
  const slots = [
    { id: 'food-operation', label: '食品经营许可证', shape: 'landscape' },
    { id: 'catering-letter', label: '承诺函', shape: 'portrait' },
    { id: 'business-licence', label: '营业执照', shape: 'landscape' },
  ] as const
  const fields = permitFields(slots, content.permits)
  test('number and last day of a certificate; nothing of a letter or of the licence itself', () => {
    expect(fields.map(({ id, input }) => [id, input])).toEqual([
      ['food-operation-number', 'code'],
      ['food-operation-until', 'date'],
    ])
  })

  test('ids stay within the grammar of entries', () => {
    const all = permitFields(
      content.permits.map(({ id, title, shape }) => ({ id, label: title, shape })),
      content.permits,
    )
    for (const { id } of all) expect(id).toMatch(/^[a-z0-9-]{1,40}$/)
  })

  test('the number’s check only warns: a local paper goes into the same slot', () => {
    const material = { id: 'industry-permits', group: 'photo', title: '', summary: '', icon: '' } as const
    const [number] = fields
    if (number === undefined) throw new Error('no field')
    const check = (text: string) => checkField(material, number, text, new Map())
    expect(check('JY11108071215650')).toEqual({ ok: true, value: 'JY11108071215650' })
    expect(check('JY1110807121565O')).toEqual({
      ok: true,
      value: 'JY1110807121565O',
      warnings: ['JY 后面全是数字，看看是不是把字母当成了数字。'],
      suggestion: 'JY11108071215650',
    })
    expect(check('浙杭食摊证字 330102 号')).toMatchObject({ ok: true, value: '浙杭食摊证字 330102 号' })
    expect(check('')).toEqual({ ok: true, value: '' })
  })
})
