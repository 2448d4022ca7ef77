import { deadlinesOf, endOf } from '#domain/clocks'
import type { Clock, GuideId } from '#domain/content/types'
import { content } from './support/content'
import { day, entriesOf, friday, type Written } from './support/entries'

const at = (text: string) => Date.parse(`${text}+08:00`)
const route = ['register-service-account', 'certify-service-account', 'reuse', 'finish-setup'] as const
const guidesOf = (ids: readonly GuideId[]) => ids.flatMap((id) => content.guides.find((guide) => guide.id === id) ?? [])
const running = (now: number, written: Written, ids: readonly GuideId[] = route) =>
  deadlinesOf(guidesOf(ids), entriesOf(written), now)

describe('when a clock runs out', () => {
  test.each<readonly [number, Clock['unit'], string, string]>([
    [24, 'hour', '2026-11-20T15:00:00', '2026-11-21T15:00:00'],
    [10, 'day', '2026-11-20T15:00:00', '2026-11-30T15:00:00'],
    [30, 'day', '2026-02-01T00:00:00', '2026-03-03T00:00:00'],
    [365, 'day', '2027-03-01T09:00:00', '2028-02-29T09:00:00'],
    [1, 'workday', '2026-11-19T15:00:00', '2026-11-20T15:00:00'], // Thursday to Friday
    [1, 'workday', '2026-11-20T15:00:00', '2026-11-23T15:00:00'], // Friday to Monday
    [1, 'workday', '2026-11-21T10:00:00', '2026-11-23T10:00:00'], // Saturday to Monday
    [1, 'workday', '2026-11-22T23:59:59', '2026-11-23T23:59:59'], // Sunday to Monday
    [5, 'workday', '2026-11-18T08:00:00', '2026-11-25T08:00:00'],
    [20, 'workday', '2026-11-02T08:00:00', '2026-11-30T08:00:00'],
    [0, 'workday', '2026-11-21T10:00:00', '2026-11-21T10:00:00'],
  ])('%i %ss from %s is %s', (amount, unit, start, end) => {
    expect(new Date(endOf({ amount, unit }, at(start))).toISOString()).toBe(new Date(at(end)).toISOString())
  })

  test('weekends are Shanghai’s: Friday 20:00 UTC is Saturday there', () => {
    const start = Date.parse('2026-11-20T20:00:00Z')
    expect(endOf({ amount: 1, unit: 'workday' }, start)).toBe(Date.parse('2026-11-22T20:00:00Z'))
    expect(endOf({ amount: 2, unit: 'workday' }, start)).toBe(Date.parse('2026-11-23T20:00:00Z'))
  })
})

describe('what runs', () => {
  test('nothing before anything is ticked', () => expect(running(friday, {})).toEqual([]))

  test('a deadline starts with its tick and ends with what it waits for', () => {
    const started = { 's.register-service-account.profile': friday }
    expect(running(friday + day, started)).toEqual([
      {
        id: 'register-service-account.certify',
        clock: expect.objectContaining({ id: 'certify' }),
        guide: 'register-service-account',
        step: 'profile',
        startedMs: friday,
        endsMs: friday + 30 * day,
        passed: false,
        approximate: false,
      },
    ])
    expect(running(friday + 31 * day, started)).toMatchObject([{ passed: true }])
    expect(running(friday + day, { ...started, 's.certify-service-account.audit-call': friday })).toEqual([])
  })

  test('a part’s clock names its step; workdays are approximate', () => {
    expect(running(friday, { 's.register-service-account.sent': friday })).toMatchObject([
      { step: 'subject', clock: { id: 'transfer' }, approximate: false },
    ])
    expect(running(friday, { 's.certify-service-account.pay': friday })).toMatchObject([
      { clock: { id: 'call' }, endsMs: friday + 3 * day, approximate: true },
    ])
  })

  test('one part ends another’s wait and starts a deadline', () => {
    const submitted = { 's.finish-setup.submitted': friday }
    expect(running(friday, submitted).map(({ clock }) => clock.id)).toEqual(['review'])
    const reviewed = { ...submitted, 's.finish-setup.reviewed': friday + day }
    expect(running(friday + day, reviewed)).toMatchObject([{ clock: { id: 'sms' }, endsMs: friday + 2 * day }])
    expect(running(friday + 3 * day, reviewed)).toMatchObject([{ clock: { id: 'sms' }, passed: true }])
    expect(running(friday + day, { ...reviewed, 's.finish-setup.sms': friday + day })).toEqual([])
  })

  test('without an end of its own it is over with its time', () => {
    const started = { 's.finish-setup.certification': friday }
    expect(running(friday + 365 * day - 1, started)).toMatchObject([{ clock: { id: 'year' }, passed: false }])
    expect(running(friday + 365 * day, started)).toEqual([])
  })

  test('an end outside the route cannot be ticked: time ends it', () => {
    const started = { 's.certify-service-account.pay': friday }
    expect(running(friday + day, started, ['certify-service-account'])).toHaveLength(1)
    const [guide] = guidesOf(['register-service-account'])
    expect(guide).toBeDefined()
    expect(
      running(friday + 31 * day, { 's.register-service-account.profile': friday }, ['register-service-account']),
    ).toEqual([])
  })

  test('the nearest end comes first', () => {
    const ids = running(friday, {
      's.finish-setup.certification': friday,
      's.register-service-account.profile': friday,
      's.register-service-account.sent': friday,
      's.finish-setup.reviewed': friday,
    }).map(({ clock }) => clock.id)
    expect(ids).toEqual(['sms', 'transfer', 'certify', 'year'])
  })

  test.each([true, 'yesterday', -1, Number.NaN, Number.POSITIVE_INFINITY, 1e15, null, { at: 1 }])(
    'a tick of %p is none',
    (value) => {
      expect(running(friday, { 's.register-service-account.profile': value })).toEqual([])
    },
  )
})
