/** What a rep sees of a merchant, and when one counts as stuck. */
import { content } from '#domain/content/content'
import { stages, usualDays, type Situation } from '#domain/content/rep'
import { endOf } from '#domain/clocks'
import type { Entries, Value } from '#domain/entries'
import { funnelOf, stageOf } from '#domain/rep/funnel'
import { nudgeOf } from '#domain/rep/nudge'
import { standingOf, type Standing } from '#domain/rep/standing'

const day = 86_400_000
/** A Monday, 08:00 in China. */
const start = Date.UTC(2026, 2, 2)
const answers = {
  'a.subject': 'sole-trader',
  'a.service-account': 'none',
  'a.wants-service-account': 'no',
  'a.industry': 'clothes',
}

/** Each entry with the day of its last change. */
type Days = Readonly<Record<string, readonly [value: Value, day: number]>>
const on = (at: number, entries: Readonly<Record<string, Value>>): Days =>
  Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, [value, at] as const]))
const standing = (days: Days, joined = 0): Standing => {
  const entries: Entries = new Map(
    Object.entries(days).flatMap(([key, [value]]) => (value === null ? [] : [[key, value] as const])),
  )
  const changed = new Map(Object.entries(days).map(([key, [, at]]) => [key, start + at * day]))
  return standingOf(content, { entries, changed, joined: start + joined * day })
}

const stepsOf = (guideId: string) => content.guides.find(({ id }) => id === guideId)?.steps ?? []
/** The steps of a guide, up to and without `until`, ticked with all their parts. */
const ticked = (guide: string, at: number, until?: string): Days => {
  const steps = stepsOf(guide)
  const end = until === undefined ? steps.length : steps.findIndex(({ id }) => id === until)
  const optional = (id: string) =>
    ['transfer-chosen', 'transfer-sent', 'returned', 'resubmitted', 'first-review-again'].includes(id)
  const ids = steps.slice(0, end).flatMap(({ id, parts = [] }) => [id, ...parts.map((part) => part.id)])
  return on(
    at,
    Object.fromEntries(ids.filter((id) => !optional(id)).map((id) => [`s.${guide}.${id}`, start + at * day])),
  )
}
const registered = (at: number) => ({ ...on(0, answers), ...ticked('register-standalone', at) })
const untilCertification = (at: number) => ({ ...registered(at), ...ticked('finish-setup', at, 'certification') })
const untilFiling = (at: number) => ({ ...registered(at), ...ticked('finish-setup', at, 'filing') })

describe('where a merchant stands', () => {
  test.each<[string, Days, Partial<Standing['stop']>, number]>([
    ['nothing entered', {}, { kind: 'questions' }, 0],
    [
      'two answers on the third day',
      on(3, { 'a.subject': 'company', 'a.service-account': 'none' }),
      { kind: 'questions' },
      3,
    ],
    ['a person', on(1, { 'a.subject': 'person' }), { kind: 'not-eligible' }, 1],
    ['answered', on(2, answers), { kind: 'material' }, 2],
    ['a text on the fourth day', { ...on(2, answers), ...on(4, { 't.shop.name': '海棠' }) }, { kind: 'material' }, 4],
    ['registered', registered(5), { kind: 'step', guide: 'finish-setup', id: 'information' }, 5],
    [
      'a text after a tick does not count',
      { ...registered(5), ...on(9, { 't.shop.name': '海棠' }) },
      { kind: 'step' },
      5,
    ],
    ['the whole route', { ...registered(5), ...ticked('finish-setup', 30) }, { kind: 'finish' }, 30],
  ])('%s', (_name, days, stop, since) => {
    const found = standing(days)
    expect(found.stop).toMatchObject(stop)
    expect(found.since).toBe(start + since * day)
  })

  test('nobody is anywhere before they joined', () => {
    expect(standing(on(2, answers), 10).since).toBe(start + 10 * day)
  })

  test('what is typed stays out of it, but for the shop’s name', () => {
    const days = {
      ...on(2, answers),
      ...on(3, { 't.shop.name': ' 海棠 ', 't.email-mini-program.address': 'canary@example.com' }),
    }
    const found = standing(days)
    expect(found.shop).toBe('海棠')
    expect(JSON.stringify(found)).not.toContain('canary')
    expect(standing({ ...days, 't.shop.name': [7, 3] }).shop).toBeNull()
  })

  test('a photo to take again', () => {
    const photo = { sha256: 'ab'.repeat(32), w: 1600, h: 1200 }
    const days = {
      ...on(1, answers),
      ...on(2, { 'p.business-licence.Photo00000000001': photo }),
      ...on(4, { 'v.review.Photo00000000001': { verdict: 'retake', reason: '有反光' } }),
    }
    const found = standing(days)
    expect(found).toMatchObject({ stop: { kind: 'redo', id: 'business-licence' }, since: start + 4 * day })
    expect(found.retakes).toHaveLength(1)
    expect(nudgeOf(found, start + 4 * day, '有反光').text).toContain('有反光')
  })
})

describe('stuck', () => {
  const from = (found: Standing) => (found.stuck === null ? null : (found.stuck.from - start) / day)

  test.each<[string, Days, number | null]>([
    ['before the questions', {}, usualDays.questions],
    ['in the checklist', on(1, answers), 1 + usualDays.material],
    ['at a step', registered(5), 5 + usualDays.step],
    ['a person is not', on(1, { 'a.subject': 'person' }), null],
    ['who has finished is not', { ...registered(5), ...ticked('finish-setup', 30) }, null],
  ])('%s', (_name, days, expected) => {
    expect(from(standing(days))).toBe(expected)
  })

  test('who waits is not stuck while the wait takes what it usually takes', () => {
    const submitted = { ...untilFiling(5), ...on(6, { 's.finish-setup.filing-submit': start + 6 * day }) }
    const found = standing(submitted)
    const end = endOf({ amount: 2, unit: 'workday' }, start + 6 * day)
    expect(found.waiting).toMatchObject({ title: '等平台初审', endsMs: end })
    expect(found.stuck).toEqual({
      from: Math.max(end, start + (6 + usualDays.step) * day),
      reason: expect.any(String) as string,
    })
    const authority = {
      ...submitted,
      ...on(8, { 's.finish-setup.first-review': start + 8 * day, 's.finish-setup.sms': start + 8 * day }),
    }
    expect(standing(authority).stuck).toEqual({
      from: endOf({ amount: 20, unit: 'workday' }, start + 8 * day),
      reason: '「等管局审核」比平常的 20 个工作日还久',
    })
  })

  test('a deadline that has passed is stuck at once, whatever else is waited for', () => {
    const sms = {
      ...untilFiling(5),
      ...on(6, { 's.finish-setup.filing-submit': start + 6 * day, 's.finish-setup.first-review': start + 6 * day }),
    }
    expect(standing(sms)).toMatchObject({
      deadline: { title: '做完短信核验', endsMs: start + 7 * day },
      stuck: { from: start + 7 * day, reason: '「做完短信核验」的期限过了' },
    })
  })
})

describe('the funnel', () => {
  test.each<[string, Days, string]>([
    ['joined', {}, 'scanned'],
    ['answered', on(1, answers), 'answered'],
    ['a person has answered', on(1, { 'a.subject': 'person' }), 'answered'],
    ['registered, with materials missing', registered(3), 'registered'],
    ['before certification', untilCertification(4), 'registered'],
    ['certified', untilFiling(6), 'certified'],
    ['finished', { ...registered(5), ...ticked('finish-setup', 30) }, 'finished'],
  ])('%s', (_name, days, stage) => {
    expect(stages[stageOf(standing(days).reached)]?.id).toBe(stage)
  })

  test('the moment of each stage is that of the last thing it took', () => {
    const { reached } = standing({ ...untilFiling(6), ...on(2, answers) })
    expect(reached.map((at) => (at === null ? null : (at - start) / day))).toEqual([0, 2, null, 6, 6, null, null])
  })

  test('counted is who has come at least so far', () => {
    expect(funnelOf([3, 0, 2, 0, 0, 0, 1])).toEqual([6, 3, 3, 1, 1, 1, 1])
  })
})

describe('what to write', () => {
  const situations: readonly (readonly [Situation, Days, number])[] = [
    ['questions', {}, 1],
    ['not-eligible', on(1, { 'a.subject': 'person' }), 1],
    ['material', on(1, answers), 2],
    ['step', registered(5), 6],
    ['wait', { ...untilFiling(5), ...on(6, { 's.finish-setup.filing-submit': start + 6 * day }) }, 6.5],
    [
      'deadline',
      {
        ...registered(5),
        ...on(5, {
          's.register-standalone.transfer-chosen': start + 5 * day,
          's.register-standalone.administrator': null,
        }),
      },
      9,
    ],
    [
      'passed',
      {
        ...registered(5),
        ...on(5, {
          's.register-standalone.transfer-chosen': start + 5 * day,
          's.register-standalone.administrator': null,
        }),
      },
      16,
    ],
    ['finished', { ...registered(5), ...ticked('finish-setup', 30) }, 31],
  ]
  test.each(situations)('%s', (situation, days, at) => {
    const nudge = nudgeOf(standing(days), start + at * day, null)
    expect(nudge.situation).toBe(situation)
    expect(nudge.text).toMatch(/^您好，/)
    expect(nudge.text).not.toMatch(/[{}]|undefined|null|你/)
  })

  test('an operator’s own sentences take the place of ours, the others stay', () => {
    const own = { step: ['店主好，「{what}」办得怎么样？', '要帮忙吗？'] } as const
    const nudge = nudgeOf(standing(registered(5)), start, null, own)
    expect(nudge.text).toMatch(/^店主好，「.+」办得怎么样？$/)
    expect(nudge.others).toEqual(['要帮忙吗？'])
    expect(nudgeOf(standing({}), start, null, own).text).toMatch(/^您好，/)
  })

  test('a step opens its own page, a material its own, everything else the start', () => {
    expect(nudgeOf(standing(registered(5)), start, null).opens).toEqual({
      page: 'step',
      guide: 'finish-setup',
      step: 'information',
    })
    expect(nudgeOf(standing(on(1, answers)), start, null).opens).toMatchObject({ page: 'material' })
    expect(nudgeOf(standing({}), start, null).opens).toEqual({ page: 'home' })
  })
})
