import fc from 'fast-check'
import { answersOf, askedQuestions, labelOf } from '#domain/answers'
import { holds, type Facts } from '#domain/condition'
import type { Answers, Condition, QuestionId } from '#domain/content/types'
import { plan, routeOf } from '#domain/route'
import { content } from './support/content'
import { entriesOf } from './support/entries'

const answers = (subject?: string, account?: string, wants?: string, industry?: string): Answers => ({
  ...(subject !== undefined && { subject }),
  ...(account !== undefined && { 'service-account': account }),
  ...(wants !== undefined && { 'wants-service-account': wants }),
  ...(industry !== undefined && { industry }),
})
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)

describe('conditions', () => {
  const facts: Facts = { answers: answers('company'), guides: ['reuse'], permitsNeeded: false }
  test.each<readonly [Condition | undefined, boolean]>([
    [undefined, true],
    [{ answer: 'subject', in: ['company', 'person'] }, true],
    [{ answer: 'subject', in: [] }, false],
    [{ answer: 'industry', in: ['noodles'] }, false],
    [{ not: { answer: 'industry', in: ['noodles'] } }, true],
    [{ guide: 'reuse' }, true],
    [{ guide: 'finish-setup' }, false],
    [{ permits: 'needed' }, false],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [{ all: [{ guide: 'reuse' }, { permits: 'needed' }] }, false],
    [{ any: [{ guide: 'reuse' }, { permits: 'needed' }] }, true],
  ])('%j: %s', (condition, expected) => expect(holds(condition, facts)).toBe(expected))
})

describe('the five routes', () => {
  test.each<readonly [Answers, string | null]>([
    [answers(), null],
    [answers('person'), 'not-eligible'],
    [answers('person', 'certified', 'yes', 'noodles'), 'not-eligible'],
    [answers('company'), null],
    [answers('company', 'certified'), 'reuse'],
    [answers('sole-trader', 'certified', 'no'), 'reuse'],
    [answers('company', 'registered'), 'certify-then-reuse'],
    [answers('company', 'none'), null],
    [answers('company', 'none', 'yes'), 'service-account-first'],
    [answers('sole-trader', 'none', 'no'), 'standalone'],
    [answers(undefined, 'certified'), null],
    [answers('company', undefined, 'yes'), null],
    [answers('monarchy', 'certified'), null],
    [answers('company', 'borrowed'), null],
  ])('%j → %s', (given, id) => {
    expect(routeOf(content, given)?.id ?? null).toBe(id)
    expect(plan(content, given).route?.id ?? null).toBe(id)
  })

  test('guides come in the route’s order', () => {
    expect(idsOf(plan(content, answers('company', 'none', 'yes')).guides)).toEqual([
      'register-service-account',
      'certify-service-account',
      'reuse',
      'finish-setup',
    ])
    expect(plan(content, answers('person')).guides).toEqual([])
  })
})

describe('questions', () => {
  test.each<readonly [Answers, readonly string[], readonly string[]]>([
    [
      answers(),
      ['subject', 'service-account', 'wants-service-account', 'industry'],
      ['subject', 'service-account', 'wants-service-account', 'industry'],
    ],
    [answers('person'), ['subject'], []],
    [answers('company', 'certified'), ['subject', 'service-account', 'industry'], ['industry']],
    [
      answers('company', 'none'),
      ['subject', 'service-account', 'wants-service-account', 'industry'],
      ['wants-service-account', 'industry'],
    ],
    [
      answers('company', 'none', 'no', 'clothes'),
      ['subject', 'service-account', 'wants-service-account', 'industry'],
      [],
    ],
    [answers('company', 'registered', undefined, 'coal'), ['subject', 'service-account', 'industry'], ['industry']],
  ])('%j asks %j, open are %j', (given, asked, open) => {
    expect(idsOf(askedQuestions(content, given))).toEqual(asked)
    expect(idsOf(plan(content, given).asked)).toEqual(asked)
    expect(idsOf(plan(content, given).open)).toEqual(open)
  })

  test('an answer that is not asked for any more is out of the plan, and back when it fits', () => {
    const before = answers('company', 'none', 'yes', 'noodles')
    expect(plan(content, { ...before, subject: 'person' }).answers).toEqual(answers('person'))
    expect(plan(content, { ...before, 'service-account': 'certified' }).answers).toEqual(
      answers('company', 'certified', undefined, 'noodles'),
    )
    expect(plan(content, before).answers).toEqual(before)
  })

  test('answers come from the entries, unknown ones left out', () => {
    const entries = entriesOf({
      'a.subject': 'company',
      'a.service-account': 'gone',
      'a.industry': 'bath',
      'a.wants-service-account': null,
      'a.mood': 'good',
    })
    expect(answersOf(content, entries)).toEqual(answers('company', undefined, undefined, 'bath'))
    expect(answersOf(content, entriesOf({ 'a.subject': 3, 'a.industry': { a: 1 } }))).toEqual({})
  })

  test('an empty answer is none', () => {
    expect(plan(content, answers('', '', '', '')).answers).toEqual({})
  })

  test('labels', () => {
    expect(labelOf(content, 'subject', 'company')).toBe('选 company')
    expect(labelOf(content, 'industry', 'bath')).toBe('bath')
    expect(labelOf(content, 'industry', 'coal')).toBe('')
  })
})

describe('the checklist', () => {
  const planned = (given: Answers) => plan(content, given).materials
  const applying = (given: Answers) =>
    planned(given)
      .filter(({ applies }) => applies)
      .map(({ material }) => material.id)
  const all = idsOf(content.materials)

  test('is in the content’s order, lists what does not apply, leaves results out', () => {
    for (const given of [answers(), answers('person'), answers('company', 'none', 'yes', 'bath')]) {
      expect(planned(given).map(({ material }) => material.id)).toEqual(all.filter((id) => id !== 'app-id'))
    }
  })
  test.each<readonly [Answers, readonly string[]]>([
    [answers('person'), []],
    [
      answers('company', 'certified', undefined, 'clothes'),
      ['business-licence', 'avatar', 'email-mini-program', 'company-bank-account', 'administrator', 'filing'],
    ],
    [answers('company', 'none', 'yes', 'bath'), all.filter((id) => id !== 'app-id')],
  ])('%j needs %j', (given, expected) => expect(applying(given)).toEqual(expected))

  test('fields are the merchant’s own', () => {
    const fields = (subject: string) =>
      planned(answers(subject))
        .find(({ material }) => material.id === 'company-bank-account')
        ?.fields.map(({ id }) => id)
    expect(fields('company')).toEqual(['bank', 'number'])
    expect(fields('sole-trader')).toEqual(['has', 'number'])
  })

  test('the slots of the permits are those of the industry', () => {
    const permits = (industry?: string) =>
      planned(answers('company', 'certified', undefined, industry)).find(
        ({ material }) => material.id === 'industry-permits',
      )
    expect(permits('noodles')?.slots).toEqual(
      ['food', 'letter', 'outlet'].map((id) => ({ id, label: expect.any(String), shape: 'landscape', pages: 'many' })),
    )
    expect(permits('noodles')?.permits).toEqual(content.industries[0]?.permits)
    expect(permits('clothes')).toMatchObject({ applies: false, slots: [], permits: null })
    expect(permits()).toMatchObject({ applies: false, slots: [], permits: null })
  })

  test('the route and the industry bring their warnings', () => {
    const texts = (given: Answers) => plan(content, given).warnings.map(({ level, text }) => [level, text])
    expect(texts(answers('company', 'certified', undefined, 'noodles'))).toEqual([
      ['caution', '入口的叫法没核实'],
      ['info', '小证也行'],
    ])
    expect(texts(answers('company', 'none', 'no', 'other'))).toEqual([['caution', '不知道']])
    expect(texts(answers())).toEqual([])
  })
})

describe('fees', () => {
  const fee = (given: Answers) => {
    const { lines, min, max, notes } = plan(content, given).fee
    return [idsOf(lines), min, max, idsOf(notes)]
  }
  test.each<readonly [Answers, readonly unknown[]]>([
    [answers('company', 'certified'), [['company'], 300, 300, ['yearly', 'reuse']]],
    [answers('sole-trader', 'certified'), [['sole-trader'], 30, 300, ['yearly', 'reuse']]],
    [answers('company', 'registered'), [['service', 'company'], 600, 600, ['yearly', 'reuse']]],
    [answers('sole-trader', 'none', 'yes'), [['service', 'sole-trader'], 330, 600, ['yearly', 'reuse']]],
    [answers('company', 'none', 'no'), [['company'], 300, 300, ['yearly']]],
    [answers('person'), [[], 0, 0, []]],
    // While questions are open: from the cheapest to the dearest way, and only what is certain.
    [answers(), [[], 30, 600, ['yearly']]],
    [answers('company'), [['company'], 300, 600, ['yearly']]],
    [answers('company', 'none'), [['company'], 300, 600, ['yearly']]],
    [answers(undefined, 'registered'), [['service'], 330, 600, ['yearly', 'reuse']]],
  ])('%j → %j', (given, expected) => expect(fee(given)).toEqual(expected))

  test('carries the date of the content', () => {
    expect(plan(content, answers()).fee.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })
})

test('any answers give a plan, garbage too', () => {
  const value = fc.oneof(
    fc.constantFrom(
      'company',
      'sole-trader',
      'person',
      'certified',
      'registered',
      'none',
      'yes',
      'no',
      'noodles',
      'bath',
      'clothes',
    ),
    fc.string(),
  )
  const some = (id: QuestionId) =>
    fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [id]: one }))
  const given = fc
    .tuple(some('subject'), some('service-account'), some('wants-service-account'), some('industry'))
    .map((all) => Object.assign({}, ...all) as Answers)
  fc.assert(
    fc.property(given, (one) => {
      const { answers: kept, asked, open, route, guides, fee, materials } = plan(content, one)
      expect(idsOf(open)).toEqual(idsOf(asked).filter((id) => kept[id as QuestionId] === undefined))
      expect(guides).toHaveLength(route?.guides.length ?? 0)
      expect(fee.min).toBeLessThanOrEqual(fee.max)
      if (open.length === 0) expect(route).not.toBeNull()
      expect(materials).toHaveLength(content.materials.length - 1)
      expect(plan(content, kept).answers).toEqual(kept)
    }),
    { numRuns: 1_000 },
  )
})
