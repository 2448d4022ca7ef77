import { dayFrom, isoOf } from '#domain/calendar'
import { checkField } from '#domain/field-check'
import { forever, lastDayOf, monthsAfter, validityOf } from '#domain/validity'

const at = (text: string) => Date.parse(`${text}+08:00`)

test.each([
  ['2027-03-05', '2027-03-05'],
  ['2028-02-29', '2028-02-29'],
  ['2027-02-29', null],
  ['2027-02-30', null],
  ['2027-13-01', null],
  ['2027-3-5', null],
  ['2027-03-05T00:00', null],
  [forever, null],
  ['', null],
])('%s is the day %s', (text, day) => {
  const last = lastDayOf(text)
  expect(last === null ? null : isoOf(last)).toBe(day)
})

test.each([
  ['2026-11-21', 3, '2027-02-21'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-12-31', 3, '2027-03-31'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-05-31', 6, '2026-11-30'],
])('%s and %i months: %s', (day, months, expected) => {
  expect(isoOf(monthsAfter(dayFrom(day), months))).toBe(expected)
})

describe('valid until 2027-03-05', () => {
  const last = dayFrom('2027-03-05')
  test.each([
    // Three months: from the same date three months before, by China's calendar.
    ['2026-12-04T23:59:59', 3, 'fine'],
    ['2026-12-05T00:00:00', 3, 'soon'],
    ['2027-03-05T23:59:59', 3, 'soon'],
    ['2027-03-06T00:00:00', 3, 'passed'],
    // 宁夏.
    ['2026-09-04T23:59:59', 6, 'fine'],
    ['2026-09-05T00:00:00', 6, 'soon'],
  ])('%s, %i months: %s', (now, months, expected) => {
    expect(validityOf(last, months, at(now))).toBe(expected)
  })
})

test('the end of a long month: 28 February is within three months of 30 November, not of 27', () => {
  const last = dayFrom('2027-02-28')
  expect(validityOf(last, 3, at('2026-11-27T12:00:00'))).toBe('fine')
  expect(validityOf(last, 3, at('2026-11-30T00:00:00'))).toBe('soon')
})

describe('the field', () => {
  const material = { id: 'm', group: 'photo', title: '', summary: '', icon: '' } as const
  const field = { id: 'until', label: '有效期到', input: 'date' } as const
  const check = (text: string, optional?: true) =>
    checkField(material, { ...field, ...(optional && { optional }) }, text, new Map())
  test('takes a day or 长期, and nothing else', () => {
    expect(check('2027-03-05')).toEqual({ ok: true, value: '2027-03-05' })
    expect(check(forever)).toEqual({ ok: true, value: forever })
    expect(check('明年')).toMatchObject({ ok: false, error: 'format' })
    expect(check('')).toMatchObject({ ok: false, error: 'empty' })
    expect(check('', true)).toEqual({ ok: true, value: '' })
  })
})
