import { deadlinesOf, endOf, isOfInterest, nearnessOf, type Deadline } from '#domain/clocks'
import { content as everything } from '#domain/content/content'
import type { Clock, GuideId } from '#domain/content/types'
import { isHumane, messageAt } from '#domain/reminder-moment'
import { placeOf } from '#domain/ticks'
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
    [1, 'workday', '2026-11-19T15:00:00', '2026-11-20T18:00:00'], // Thursday to Friday
    [1, 'workday', '2026-11-20T15:00:00', '2026-11-23T18:00:00'], // Friday to Monday
    [1, 'workday', '2026-11-21T10:00:00', '2026-11-23T18:00:00'], // Saturday to Monday
    [1, 'workday', '2026-11-22T23:59:59', '2026-11-23T18:00:00'], // Sunday to Monday
    [5, 'workday', '2026-11-18T08:00:00', '2026-11-25T18:00:00'],
    [20, 'workday', '2026-11-02T08:00:00', '2026-11-30T18:00:00'],
  ])('%i %ss from %s is %s', (amount, unit, start, end) => {
    expect(new Date(endOf({ amount, unit }, at(start))).toISOString()).toBe(new Date(at(end)).toISOString())
  })

  test('weekends are Shanghai’s: Friday 20:00 UTC is Saturday there', () => {
    const start = Date.parse('2026-11-20T20:00:00Z')
    expect(endOf({ amount: 1, unit: 'workday' }, start)).toBe(Date.parse('2026-11-23T10:00:00Z'))
    expect(endOf({ amount: 2, unit: 'workday' }, start)).toBe(Date.parse('2026-11-24T10:00:00Z'))
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

  test('a part’s clock names its step', () => {
    expect(running(friday, { 's.register-service-account.sent': friday })).toMatchObject([
      { step: 'subject', clock: { id: 'transfer' }, approximate: false },
    ])
    expect(running(friday, { 's.certify-service-account.pay': friday })).toMatchObject([
      { clock: { id: 'call' }, endsMs: at('2026-11-23T18:00:00'), approximate: false },
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

  test('without an end of its own a deadline stays in sight for a while', () => {
    const started = { 's.finish-setup.certification': friday }
    expect(running(friday + 365 * day - 1, started)).toMatchObject([{ clock: { id: 'year' }, passed: false }])
    expect(running(friday + 365 * day, started)).toMatchObject([{ clock: { id: 'year' }, passed: true }])
    expect(running(friday + 455 * day, started)).toEqual([])
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

describe('on the real guides', () => {
  const real = (written: Written, now = friday + day) =>
    deadlinesOf(everything.guides, entriesOf(written), now).map(({ clock }) => clock.id)
  const tick = (...ids: readonly string[]): Written =>
    Object.fromEntries(ids.map((id, i) => [`s.${id}`, friday + i * 1000]))

  test.each<readonly [string, readonly string[], readonly string[]]>([
    ['paid', ['finish-setup.payment'], ['mini-program-audit-call']],
    [
      'the result came, the call was never ticked',
      ['finish-setup.payment', 'finish-setup.result'],
      ['mini-program-renewal'],
    ],
    ['returned: no call is waited for', ['finish-setup.payment', 'finish-setup.returned'], ['mini-program-resubmit']],
    ['resubmitted', ['finish-setup.payment', 'finish-setup.returned', 'finish-setup.resubmitted'], []],
    ['filed', ['finish-setup.filing-submit'], ['filing-first-review']],
    [
      'refused and filed again',
      ['finish-setup.filing-submit', 'finish-setup.first-review-again'],
      ['filing-second-review'],
    ],
    [
      'passed at the second try',
      ['finish-setup.filing-submit', 'finish-setup.first-review-again', 'finish-setup.first-review'],
      ['filing-sms'],
    ],
    [
      'the message was missed, filed again',
      ['finish-setup.filing-submit', 'finish-setup.first-review', 'finish-setup.first-review-again'],
      [],
    ],
    ['the number is there, steps before were skipped', ['finish-setup.filing-submit', 'finish-setup.number'], []],
    [
      'the message was verified first, the review ticked after',
      ['finish-setup.sms', 'finish-setup.first-review'],
      ['filing-authority'],
    ],
    ['transfer, then certified', ['register-service-account.transfer-chosen', 'certify-service-account.apply'], []],
    ['registered, and reusing already', ['register-service-account.profile', 'reuse.quick-register'], []],
    [
      'the service account was returned',
      ['certify-service-account.pay', 'certify-service-account.returned'],
      ['service-account-resubmit'],
    ],
  ])('%s', (_name, ticked, expected) => expect(real(tick(...ticked))).toEqual(expected))
})

test('what passes or replaces a clock exists, and is not what starts or ends it', () => {
  const { guides } = everything
  const started = guides.flatMap((guide) =>
    guide.steps.flatMap((step) => [
      ...(step.clock ? [{ at: `${guide.id}.${step.id}`, clock: step.clock }] : []),
      ...(step.parts ?? []).flatMap((part) =>
        part.clock ? [{ at: `${guide.id}.${part.id}`, clock: part.clock }] : [],
      ),
    ]),
  )
  for (const { at: start, clock } of started)
    for (const reference of [
      ...(clock.passedBy ?? []),
      ...(clock.replacedBy === undefined ? [] : [clock.replacedBy]),
    ]) {
      expect([clock.id, reference, placeOf(guides, reference) === null]).toEqual([clock.id, reference, false])
      expect([start, clock.until]).not.toContain(reference)
    }
})

describe('how near', () => {
  const ends = at('2026-12-20T15:00:00')
  const clock = (remindDays?: readonly number[], amount = 30): Clock => ({
    id: 'x',
    kind: 'deadline',
    title: '',
    amount,
    unit: 'day',
    consequence: '',
    remedy: '',
    ...(remindDays && { remindDays }),
  })
  test.each([
    ['2026-12-12T23:59:59', [7, 3, 1], 'later'],
    ['2026-12-13T00:00:00', [7, 3, 1], 'soon'],
    ['2026-12-19T14:59:59', [7, 3, 1], 'soon'],
    ['2026-12-19T15:00:01', [7, 3, 1], 'today'], // within 24 hours
    ['2026-12-20T00:00:00', [7, 3, 1], 'today'],
    ['2026-12-20T15:00:00', [7, 3, 1], 'passed'],
    ['2026-12-18T23:00:00', undefined, 'later'],
  ] as const)('%s with %p: %s', (now, days, expected) => {
    expect(nearnessOf({ clock: clock(days), endsMs: ends }, at(now))).toBe(expected)
  })
  test('a yearly clock is of interest only when it is near', () => {
    const yearly = { clock: clock([90, 7], 365), endsMs: ends } as Deadline
    expect(isOfInterest(yearly, ends - 91 * day)).toBe(false)
    expect(isOfInterest(yearly, ends - 89 * day)).toBe(true)
    expect(isOfInterest({ clock: clock([7]), endsMs: ends } as Deadline, ends - 29 * day)).toBe(true)
  })
})

describe('the moment of the one message', () => {
  const named = (id: string): Clock => {
    const all = everything.guides.flatMap(({ steps }) =>
      steps.flatMap((step) => [step.clock, ...(step.parts ?? []).map((part) => part.clock)]),
    )
    const found = all.find((one) => one?.id === id)
    if (found === undefined) throw new Error(`no clock ${id}`)
    return found
  }
  test.each([
    ['service-account-transfer', '2026-11-20T15:00:00', '2026-11-27T10:00:00'],
    ['service-account-certification', '2026-11-20T15:00:00', '2026-12-13T10:00:00'],
    ['mini-program-resubmit', '2026-11-20T23:59:00', '2026-12-13T10:00:00'],
    ['mini-program-audit-call', '2026-11-20T15:00:00', '2026-11-23T09:00:00'],
    ['filing-authority', '2026-09-20T15:00:00', '2026-10-23T09:00:00'],
    ['filing-sms', '2026-11-20T14:30:00', '2026-11-21T10:00:00'],
    ['filing-sms', '2026-11-20T10:00:00', '2026-11-20T19:00:00'], // not at six in the morning
    ['filing-sms', '2026-11-20T23:30:00', '2026-11-21T19:00:00'],
  ])('%s from %s: %s', (id, start, expected) => {
    const clock = named(id)
    const moment = messageAt({ clock, endsMs: endOf(clock, at(start)) }, at(start))
    expect(moment === null ? null : new Date(moment).toISOString()).toBe(new Date(at(expected)).toISOString())
    expect(isHumane(moment ?? 0)).toBe(true)
  })

  test('asked late, the next one that is left; none when it is too near, none for a year', () => {
    const clock = named('service-account-transfer')
    const endsMs = at('2026-11-30T15:00:00')
    expect(messageAt({ clock, endsMs }, at('2026-11-28T09:00:00'))).toBe(at('2026-11-29T10:00:00'))
    expect(messageAt({ clock, endsMs }, at('2026-11-29T12:00:00'))).toBe(at('2026-11-30T09:00:00'))
    expect(messageAt({ clock, endsMs }, at('2026-11-30T10:00:00'))).toBeNull()
    expect(messageAt({ clock: named('mini-program-renewal'), endsMs: at('2027-11-20T15:00:00') }, friday)).toBeNull()
  })

  test('for any start: within humane hours, after now, before the end', () => {
    for (const id of ['service-account-transfer', 'mini-program-audit-call', 'filing-sms', 'filing-second-review'])
      for (let hour = 0; hour < 24 * 14; hour++) {
        const start = at('2026-02-06T00:20:00') + hour * 3_600_000
        const clock = named(id)
        const endsMs = endOf(clock, start)
        const moment = messageAt({ clock, endsMs }, start)
        expect(moment).not.toBeNull()
        expect(isHumane(moment ?? 0) && (moment ?? 0) > start && (moment ?? 0) < endsMs).toBe(true)
      }
  })
})
