import fc from 'fast-check'
import type { Value } from '#domain/entries'
import { guideStates } from '#domain/guide-state'
import { progress, type NextAction, type Progress } from '#domain/progress'
import { content } from './support/content'
import {
  company,
  day,
  entriesOf,
  friday,
  licencePhoto,
  photo,
  photoId,
  prepared,
  reuse,
  serviceFirst,
  standalone,
  type Written,
} from './support/entries'

const run = (...written: readonly Written[]) => progress(content, entriesOf(...written), friday)
const stateOf = (result: Progress, id: string) => {
  const found = result.materials.find(({ material }) => material.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const inShort = (next: NextAction) => {
  if (next.kind === 'material') return `material ${next.material.id}`
  return next.kind === 'step' ? `step ${next.guide.id}.${next.step.id}` : next.kind
}
const ticks = (...places: readonly string[]): Written =>
  Object.fromEntries(places.map((place) => [`s.${place}`, friday]))
const standaloneSteps = [
  'register-standalone.landing',
  'register-standalone.account',
  'finish-setup.information',
  'finish-setup.certification',
  'finish-setup.submitted',
  'finish-setup.reviewed',
  'finish-setup.sms',
  'finish-setup.app-id',
]

describe('the next action', () => {
  const retake: Written = { [`v.review.${photoId('a')}`]: { verdict: 'retake', reason: '反光' } }
  test.each<readonly [string, readonly Written[], string]>([
    ['nothing answered', [], 'questions'],
    ['a person', [{ 'a.subject': 'person' }], 'not-eligible'],
    ['the industry is open', [{ ...standalone, 'a.industry': null }], 'questions'],
    ['nothing prepared', [standalone], 'material business-licence'],
    ['the photo is there, its texts are not', [standalone, licencePhoto], 'material business-licence'],
    [
      'the licence is there',
      [standalone, { ...prepared, 'c.filing': null, 'c.administrator': null }],
      'material administrator',
    ],
    ['all prepared', [standalone, prepared], 'step register-standalone.landing'],
    [
      'a step is ticked: missing materials no longer hold it up',
      [standalone, ticks('register-standalone.landing')],
      'step register-standalone.account',
    ],
    ['a part is ticked', [standalone, ticks('finish-setup.submitted')], 'step register-standalone.landing'],
    ['a later step ticked first', [standalone, ticks('finish-setup.information')], 'step register-standalone.landing'],
    [
      'a photo to retake comes before missing materials',
      [standalone, licencePhoto, retake],
      'material business-licence',
    ],
    [
      'and before the steps',
      [standalone, prepared, ticks('register-standalone.landing'), retake],
      'material business-licence',
    ],
    [
      'two parts of three',
      [standalone, prepared, ticks(...standaloneSteps.filter((one) => !one.endsWith('.sms')))],
      'step finish-setup.filing',
    ],
    ['everything ticked', [standalone, prepared, ticks(...standaloneSteps)], 'finish'],
    [
      'everything ticked, a photo to retake',
      [standalone, prepared, ticks(...standaloneSteps), retake],
      'material business-licence',
    ],
    [
      'ticks of another route do not count',
      [serviceFirst, ticks('register-standalone.landing')],
      'material business-licence',
    ],
  ])('%s', (_, written, expected) => expect(inShort(run(...written).next)).toBe(expected))

  test('finished means every step of the route', () => {
    expect(run(standalone, prepared, ticks(...standaloneSteps)).finished).toBe(true)
    expect(run(standalone, ticks(...standaloneSteps.slice(1))).finished).toBe(false)
    expect(run({ 'a.subject': 'person' }).finished).toBe(false)
    expect(run().finished).toBe(false)
  })
})

describe('materials', () => {
  test('a photo on this phone counts before it is uploaded', () => {
    const [slot] = stateOf(run(standalone, licencePhoto), 'business-licence').slots
    expect(slot?.photos).toEqual([{ photoId: photoId('a'), page: 0, sha256: photo.sha256, ready: false }])
    expect(stateOf(run(standalone, prepared), 'business-licence').state).toBe('done')
    const uploaded = run(standalone, prepared, {
      [`v.photo.${photoId('a')}`]: { state: 'ok', slot: 'business-licence' },
    })
    expect(stateOf(uploaded, 'business-licence').slots[0]?.photos[0]?.ready).toBe(true)
  })

  test.each<readonly [string, Written, readonly string[]]>([
    ['nothing', {}, ['营业执照', '名称', '代码']],
    ['the photo', licencePhoto, ['名称', '代码']],
    ['a wrong code', { ...prepared, 't.business-licence.code': '91330102MA2EXAMP52' }, ['代码']],
    ['an empty text', { ...prepared, 't.business-licence.name': '  ' }, ['名称']],
    ['no text', { ...prepared, 't.business-licence.name': 7 }, ['名称']],
    ['a photo taken back', { ...prepared, [`p.business-licence.${photoId('a')}`]: null }, ['营业执照']],
    ['everything', prepared, []],
  ])('with %s: missing %j', (_, written, missing) => {
    expect(stateOf(run(standalone, written), 'business-licence')).toMatchObject({
      missing,
      state: missing.length === 0 ? 'done' : 'todo',
    })
  })

  test('a retake verdict on a living photo, with and without a reason', () => {
    const verdict = (value: Value, more: Written = {}) =>
      stateOf(run(standalone, prepared, { [`v.review.${photoId('a')}`]: value }, more), 'business-licence')
    expect(verdict({ verdict: 'retake', reason: '左下角反光' })).toMatchObject({
      state: 'redo',
      reason: '左下角反光',
      missing: ['营业执照'],
    })
    expect(verdict({ verdict: 'retake' })).toMatchObject({
      state: 'redo',
      reason: expect.stringMatching(/[\u4e00-\u9fff]/),
    })
    expect(verdict({ verdict: 'fine' }).state).toBe('done')
    expect(verdict('retake').state).toBe('done')
    const taken = { [`p.business-licence.${photoId('a')}`]: null, [`p.business-licence.${photoId('b')}`]: photo }
    expect(verdict({ verdict: 'retake' }, taken)).toMatchObject({ state: 'done', missing: [] })
  })

  test('only a photo under a photo’s key counts', () => {
    const odd = {
      'p.business-licence.a.b': photo,
      'p.business-licence': photo,
      'p.business-licence.c': true,
      'p.business-licence.d': 'x',
    }
    expect(stateOf(run(standalone, odd), 'business-licence').slots[0]?.photos).toEqual([])
  })

  test('a permit to retake is missing again', () => {
    const noodles = { ...standalone, 'a.industry': 'noodles', [`p.food.${photoId('f')}`]: photo }
    const sentBack = { [`v.review.${photoId('f')}`]: { verdict: 'retake', reason: '太暗' } }
    expect(stateOf(run(noodles), 'industry-permits').state).toBe('done')
    expect(stateOf(run(noodles, sentBack), 'industry-permits')).toMatchObject({
      state: 'redo',
      reason: '太暗',
      missing: ['下面任选一种：食品证；承诺函加门店证'],
    })
  })

  test('what is optional or does not apply is not counted', () => {
    const result = run(standalone, prepared)
    expect(stateOf(result, 'avatar')).toMatchObject({ state: 'todo', missing: ['头像'] })
    expect(stateOf(result, 'industry-permits')).toMatchObject({ state: 'none', missing: [] })
    expect(stateOf(result, 'email-service-account').state).toBe('none')
    expect([result.materialsDone, result.materialsTotal]).toEqual([5, 5])
    const avatar = run(standalone, prepared, { [`p.avatar.${photoId('c')}`]: photo })
    expect(stateOf(avatar, 'avatar').state).toBe('done')
    expect(avatar.materialsTotal).toBe(5)
  })

  test('fields that do not apply do not hold a material up', () => {
    const soleTrader = { ...standalone, 'a.subject': 'sole-trader' }
    expect(stateOf(run(soleTrader, prepared), 'company-bank-account')).toMatchObject({
      state: 'todo',
      missing: ['有没有'],
    })
    expect(stateOf(run(soleTrader, { 't.company-bank-account.has': 'no' }), 'company-bank-account').state).toBe('done')
    expect(stateOf(run(soleTrader, { 't.company-bank-account.has': 'gone' }), 'company-bank-account').state).toBe(
      'todo',
    )
  })

  test('the same mailbox twice leaves both open', () => {
    const same = { 't.email-service-account.address': 'a@qq.com', 't.email-mini-program.address': 'A@qq.com' }
    const result = run(serviceFirst, same)
    expect(stateOf(result, 'email-service-account').state).toBe('todo')
    expect(stateOf(result, 'email-mini-program').state).toBe('todo')
    expect(stateOf(run(standalone, same), 'email-mini-program').state).toBe('done')
  })

  const slotPhoto = (slot: string) => ({ [`p.${slot}.${photoId(slot.charAt(0))}`]: photo })
  test.each<readonly [string, readonly string[], string, readonly string[]]>([
    ['noodles', [], 'todo', ['下面任选一种：食品证；承诺函加门店证']],
    ['noodles', ['food'], 'done', []],
    ['noodles', ['letter'], 'todo', ['下面任选一种：食品证；承诺函加门店证']],
    ['noodles', ['letter', 'outlet'], 'done', []],
    ['bath', ['food'], 'todo', ['都要：食品证；消防证或承诺函']],
    ['bath', ['food', 'fire'], 'done', []],
    ['farm', ['fire'], 'todo', ['营业执照（范围含农产品）']],
    ['farm', ['business-licence'], 'done', []],
    ['clothes', ['food'], 'none', []],
  ])('the permits of %s with %j: %s', (industry, slots, state, missing) => {
    const result = run({ ...standalone, 'a.industry': industry }, ...slots.map(slotPhoto))
    expect(stateOf(result, 'industry-permits')).toMatchObject({ state, missing })
  })
})

describe('guides', () => {
  const states = (...written: readonly Written[]) =>
    run(...written).guides.map(({ state, done, total }) => `${state} ${done}/${total}`)
  test('passed, now, later', () => {
    expect(states(standalone)).toEqual(['now 0/2', 'later 0/4'])
    expect(states(standalone, ticks(...standaloneSteps.slice(0, 2)))).toEqual(['passed 2/2', 'now 0/4'])
    expect(states(standalone, ticks('finish-setup.information'))).toEqual(['now 0/2', 'later 1/4'])
    expect(states(standalone, ticks(...standaloneSteps))).toEqual(['passed 2/2', 'passed 4/4'])
  })
  test('waiting for somebody: a step that only waits, a part whose wait is not over', () => {
    const registered = { ...reuse, 'a.service-account': 'registered' }
    expect(states(registered, ticks('certify-service-account.apply', 'certify-service-account.pay'))[0]).toBe(
      'wait 2/3',
    )
    const filing = ticks(...standaloneSteps.slice(0, 5))
    expect(states(standalone, filing)[1]).toBe('wait 2/4')
    expect(states(standalone, filing, ticks('finish-setup.reviewed'))[1]).toBe('now 2/4')
  })
  test('parts tell when they were ticked; the optional ones hold nothing up', () => {
    const subject = run(serviceFirst, ticks('register-service-account.filled')).guides[0]?.steps[1]
    expect(subject).toMatchObject({
      done: true,
      parts: [
        { done: true, at: friday },
        { done: false, at: null },
        { done: false, at: null },
      ],
    })
    expect(run(serviceFirst, ticks('register-service-account.subject')).guides[0]?.steps[1]?.done).toBe(false)
  })
  test('what should come first is named, within the route only', () => {
    const blockers = (...written: readonly Written[]) =>
      run(...written)
        .guides.at(-1)
        ?.steps[2]?.blockedBy.map(({ guide, step }) => `${guide}.${step}`)
    expect(blockers(standalone)).toEqual(['finish-setup.information'])
    expect(blockers(serviceFirst)).toEqual(['finish-setup.information', 'certify-service-account.audit-call'])
    expect(blockers(serviceFirst, ticks('finish-setup.information', 'certify-service-account.audit-call'))).toEqual([])
  })
  test('all guides can be looked at before there is a route', () => {
    const all = guideStates(content.guides, new Map())
    expect(all.map(({ state }) => state)).toEqual(['now', 'later', 'later', 'later', 'later'])
  })
  test('when everything is done only the clocks without an end of their own go on', () => {
    const forgotten = { 's.register-service-account.sent': friday, 's.finish-setup.certification': friday }
    const allSteps = content.guides
      .filter(({ id }) => id !== 'register-standalone')
      .flatMap(({ id, steps }) =>
        steps.flatMap((step) =>
          [step.id, ...(step.parts ?? []).filter((part) => !part.optional).map((part) => part.id)].map(
            (one) => `${id}.${one}`,
          ),
        ),
      )
    const shown = (...written: readonly Written[]) =>
      run(serviceFirst, ...written).deadlines.map(({ clock }) => clock.id)
    expect(shown(forgotten)).toEqual(['transfer', 'year'])
    expect(shown(ticks(...allSteps), forgotten)).toEqual(['year'])
  })
  test('deadlines come along', () => {
    expect(run(serviceFirst, ticks('register-service-account.profile')).deadlines).toMatchObject([
      { endsMs: friday + 30 * day },
    ])
    expect(run(standalone, ticks('register-service-account.profile')).deadlines).toEqual([])
  })
})

describe('whatever was entered', () => {
  const ids = [
    'subject',
    'industry',
    'business-licence',
    'food',
    'reuse',
    'finish-setup',
    'filing',
    'sms',
    'address',
    'code',
    'email-mini-program',
    'x',
  ]
  const part = fc.oneof(fc.constantFrom(...ids, photoId('a'), photoId('b')), fc.string({ maxLength: 5 }))
  const kind = fc.constantFrom('a', 'c', 's', 't', 'l', 'p', 'v.photo', 'v.review', 'v', '', 'q')
  const real = Object.entries({
    ...serviceFirst,
    ...prepared,
    ...ticks(...standaloneSteps),
    's.reuse.menu': friday,
    [`v.review.${photoId('a')}`]: { verdict: 'retake' },
  })
  const value: fc.Arbitrary<Value> = fc.oneof(
    fc.constantFrom<Value>(
      true,
      false,
      null,
      0,
      -1,
      Number.NaN,
      1e300,
      '',
      'company',
      'reuse',
      {},
      { state: 'ok' },
      { verdict: 'retake', reason: 7 },
      photo,
      friday,
    ),
    fc.string(),
    fc.double(),
  )
  const wild = fc
    .tuple(kind, fc.array(part, { maxLength: 4 }), value)
    .map(([head, parts, v]): [string, Value] => [[head, ...parts].join('.'), v])
  const tame = fc.constantFrom<[string, Value]>(...real)
  const mixed = fc.tuple(fc.constantFrom(...real.map(([key]) => key)), value)
  const maps = fc.array(fc.oneof(wild, tame, mixed), { maxLength: 40 }).map((all) => new Map(all))

  test('progress never throws, and its figures fit', () => {
    fc.assert(
      fc.property(
        maps,
        fc.oneof(fc.constant(friday), fc.double({ noNaN: true, min: -1e14, max: 1e14 })),
        (entries, now) => {
          const result = progress(content, entries, now)
          const { done, total, materialsDone, materialsTotal, guides, deadlines, next, finished } = result
          expect(done).toBeLessThanOrEqual(total)
          expect(materialsDone).toBeLessThanOrEqual(materialsTotal)
          expect(total).toBe(guides.flatMap(({ steps }) => steps).length)
          expect(finished).toBe(total > 0 && done === total)
          expect(deadlines.map(({ endsMs }) => endsMs)).toEqual(
            deadlines.map(({ endsMs }) => endsMs).sort((a, b) => a - b),
          )
          if (next.kind === 'finish') expect(finished).toBe(true)
          if (next.kind === 'step') expect(guides.some(({ next: step }) => step?.step === next.step)).toBe(true)
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('it only reads: the entries are as they were', () => {
    fc.assert(
      fc.property(maps, (entries) => {
        const before = JSON.stringify([...entries])
        progress(content, entries, friday)
        expect(JSON.stringify([...entries])).toBe(before)
      }),
    )
  })

  test('taking an entry away never makes more steps done, nor more of a checklist with the same answers', () => {
    fc.assert(
      fc.property(maps, fc.nat(), (entries, pick) => {
        const keys = [...entries.keys()].filter((key) => !/^[av]\./.test(key))
        const gone = keys[pick % Math.max(1, keys.length)]
        if (gone === undefined) return
        // Two mailboxes that clash are both open, so taking one back may well close the other.
        if (/^t\.email-/.test(gone)) return
        const fewer = new Map([...entries].filter(([key]) => key !== gone))
        const [before, after] = [progress(content, entries, friday), progress(content, fewer, friday)]
        expect(after.done).toBeLessThanOrEqual(before.done)
        expect(after.total).toBe(before.total)
        if (!gone.startsWith('p.')) expect(after.materialsDone).toBeLessThanOrEqual(before.materialsDone)
      }),
      { numRuns: 1_000 },
    )
  })

  test('a change of answers and back gives the same progress', () => {
    const start = [serviceFirst, prepared, ticks('register-service-account.open-site')]
    const changed = run(...start, { 'a.service-account': 'certified' })
    expect(changed.plan.route?.id).toBe('reuse')
    expect(run(...start, { 'a.service-account': 'certified' }, { 'a.service-account': 'none' })).toEqual(run(...start))
    expect(run(...start, { 'a.subject': 'person' }).next).toEqual({ kind: 'not-eligible' })
    expect(run(...start, { 'a.subject': 'person' }, company)).toEqual(run(...start))
  })
})
