/** The real content under the rules: every way can be gone to its end, every reference leads somewhere. */
import { content } from '#domain/content/content'
import { sources } from '#domain/content/sources'
import type { Answers, CheckId, FieldOutline, Piece, RouteId } from '#domain/content/types'
import { keyOf, type Entries, type Value } from '#domain/entries'
import { checkField } from '#domain/field-check'
import { permitIds } from '#domain/permits'
import { progress, type NextAction, type Progress } from '#domain/progress'
import { plan } from '#domain/route'
import { placeOf } from '#domain/ticks'

const now = Date.parse('2026-11-20T15:00:00+08:00')
const ways: readonly (readonly [string | null, string | null, RouteId])[] = [
  ['certified', null, 'reuse'],
  ['registered', null, 'certify-then-reuse'],
  ['none', 'yes', 'service-account-first'],
  ['none', 'no', 'standalone'],
]
const subjects = ['company', 'sole-trader'] as const

const answersOf = (subject: string, account: string | null, wants: string | null, industry: string): Answers => ({
  subject,
  ...(account !== null && { 'service-account': account }),
  ...(wants !== null && { 'wants-service-account': wants }),
  industry,
})
const entriesFor = (answers: Answers): Map<string, Value> =>
  new Map(Object.entries(answers).map(([question, option]) => [`a.${question}`, option]))

const valid: Record<CheckId, string> = {
  'credit-code': '91330102MA2EXAMP51',
  'food-operation-permit': 'JY11108071215650',
  'food-production-permit': 'SC10741018302531',
  email: 'sample@qq.com',
  'account-name': '小满面馆上城店',
  introduction: '现煮手工面，可到店，可外送。',
  phone: '13800138000',
  'app-id': 'wx0123456789abcdef',
}
function valueFor(id: string, field: FieldOutline): string {
  if (field.input === 'choice') return field.choices?.[0]?.id ?? ''
  if (field.check === 'email') return `${id}@qq.com`
  return field.check === undefined ? '样例' : valid[field.check]
}
const photoFor = (slot: string) => keyOf.photo(slot, slot.replace(/-/g, '').padEnd(16, 'x').slice(0, 16))

/** Does what the next action asks, as a merchant would. */
function act(entries: Map<string, Value>, { materials }: Progress, next: NextAction): void {
  if (next.kind === 'material') {
    const state = materials.find(({ material }) => material.id === next.material.id)
    for (const { slot } of state?.slots ?? [])
      entries.set(photoFor(slot.id), { sha256: 'a'.repeat(64), w: 1500, h: 1100 })
    for (const field of state?.fields ?? []) {
      entries.set(
        (field.local ? keyOf.local : keyOf.text)(next.material.id, field.id),
        field.local ? '6222' : valueFor(next.material.id, field),
      )
    }
    if (next.material.statements) entries.set(keyOf.confirmed(next.material.id), true)
  }
  if (next.kind === 'step') {
    const required = (next.step.parts ?? []).filter(({ optional }) => !optional)
    for (const { id } of required.length > 0 ? required : [next.step]) entries.set(keyOf.ticked(next.guide.id, id), now)
  }
}

/** Goes on until there is nothing more to do; stops when an action changes nothing. */
function goOn(entries: Map<string, Value>): { readonly last: Progress; readonly actions: readonly NextAction[] } {
  const actions: NextAction[] = []
  let last = progress(content, entries, now)
  while (last.next.kind !== 'finish' && actions.length < 200) {
    const before = entries.size
    actions.push(last.next)
    act(entries, last, last.next)
    if (entries.size === before) break
    last = progress(content, entries, now)
  }
  return { last, actions }
}

describe('every way to its end', () => {
  const industries = [
    'other',
    ...content.industries
      .filter(({ permits }) => permits !== undefined)
      .map(({ id }) => id)
      .slice(0, 2),
  ]
  const table = subjects.flatMap((subject) =>
    ways.flatMap(([account, wants, route]) =>
      industries.map((industry) => [subject, route, industry, answersOf(subject, account, wants, industry)] as const),
    ),
  )

  test.each(table)('%s, %s, %s', (_, route, __, answers) => {
    const entries = entriesFor(answers)
    const { last, actions } = goOn(entries)
    expect(last.plan.route?.id).toBe(route)
    expect(last.next).toEqual({ kind: 'finish' })
    expect(last).toMatchObject({ finished: true, done: last.total, materialsDone: last.materialsTotal })
    expect(last.materials.filter(({ state, material }) => state === 'todo' && !material.optional)).toEqual([])
    // Every step of every guide of the route was the next action once, in order; no material came twice.
    const steps = actions.flatMap((action) => (action.kind === 'step' ? [action.step] : []))
    expect(steps).toEqual(last.guides.flatMap(({ steps: all }) => all.map(({ step }) => step)))
    const materials = actions.flatMap((action) => (action.kind === 'material' ? [action.material.id] : []))
    expect(new Set(materials).size).toBe(materials.length)
    expect(last.deadlines.every(({ clock }) => clock.until === undefined)).toBe(true)
  })

  test('a person is told why not', () => {
    for (const [account, wants] of ways) {
      expect(progress(content, entriesFor(answersOf('person', account, wants, 'other')), now).next).toEqual({
        kind: 'not-eligible',
      })
    }
    expect(content.routes.find(({ id }) => id === 'not-eligible')?.remedies?.length).toBeGreaterThan(0)
  })

  test('every industry, with every subject and route: a route, a checklist that can be completed, a price', () => {
    for (const { id: industry, permits } of content.industries) {
      for (const subject of subjects) {
        for (const [account, wants, route] of ways) {
          const planned = plan(content, answersOf(subject, account, wants, industry))
          expect([planned.route?.id, planned.open]).toEqual([route, []])
          expect(planned.guides.map(({ id }) => id)).toEqual(planned.route?.guides)
          const paper = planned.materials.find(({ material }) => material.id === 'industry-permits')
          expect(paper?.slots.map(({ id }) => id)).toEqual(permitIds(permits))
          expect(paper?.applies).toBe(permits !== undefined)
          expect(planned.fee.min).toBeGreaterThan(0)
          expect(planned.fee.lines.length).toBeGreaterThan(0)
        }
      }
    }
  })

  test('before a question is answered the price spans what is possible', () => {
    expect(plan(content, {}).fee).toMatchObject({ min: 30, max: 600, lines: [] })
  })
})

describe('every reference', () => {
  const { guides, materials, errors, routes } = content
  const steps = guides.flatMap((guide) => guide.steps.map((step) => ({ guide, step, name: `${guide.id}.${step.id}` })))
  const clocks = steps.flatMap(({ guide, step }) =>
    [step.clock, ...(step.parts ?? []).map((part) => part.clock)].flatMap((clock) => (clock ? [{ guide, clock }] : [])),
  )

  test('of steps: what comes first, errors, results', () => {
    const errorIds = new Set(errors.map(({ id }) => id))
    for (const { step, name } of steps) {
      expect([name, (step.after ?? []).filter((one) => placeOf(guides, one) === null)]).toEqual([name, []])
      expect([name, (step.errors ?? []).filter((id) => !errorIds.has(id))]).toEqual([name, []])
      if (step.asks !== undefined) expect(materials.find(({ id }) => id === step.asks)?.stage).toBe('result')
    }
  })

  test('of clocks; their ids are unique within the guide', () => {
    const ids = clocks.map(({ guide, clock }) => `${guide.id}.${clock.id}`)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
    for (const { clock } of clocks)
      if (clock.until !== undefined) expect([clock.id, placeOf(guides, clock.until)]).not.toEqual([clock.id, null])
  })

  test('a clock’s end lies in every route that its start lies in', () => {
    for (const route of routes) {
      const inRoute = guides.filter(({ id }) => route.guides.includes(id))
      for (const { guide, clock } of clocks) {
        if (!inRoute.includes(guide) || clock.until === undefined) continue
        expect([route.id, clock.id, placeOf(inRoute, clock.until) === null]).toEqual([route.id, clock.id, false])
      }
    }
  })

  test('of values: the field exists, is kept where the key says, or is photographed', () => {
    for (const { step, name } of steps) {
      for (const { value } of step.fields ?? []) {
        if ('photo' in value)
          expect([name, materials.find(({ id }) => id === value.photo)?.slots]).not.toEqual([name, undefined])
        if (!('entry' in value)) continue
        const [kind, material, field] = value.entry.split('.')
        const found = materials.find(({ id }) => id === material)?.fields?.find(({ id }) => id === field)
        expect([name, value.entry, found?.local === true ? 'l' : 't']).toEqual([
          name,
          value.entry,
          found === undefined ? 'no such field' : kind,
        ])
      }
    }
  })

  test('of errors and routes', () => {
    for (const { id, goto } of errors) {
      if (goto === undefined) continue
      const known =
        'material' in goto
          ? materials.some((one) => one.id === goto.material)
          : placeOf(guides, `${goto.guide}.${goto.step}`) !== null
      expect([id, known]).toEqual([id, true])
    }
    for (const route of routes)
      expect(route.guides.filter((id) => !guides.some((guide) => guide.id === id))).toEqual([])
  })
})

describe('every piece', () => {
  const { questions, routes, materials, permits, industries, fees, feeNotes, guides, errors } = content
  const lists: Readonly<Record<string, readonly Piece[]>> = {
    questions,
    options: questions.flatMap(({ options }) => options),
    routes,
    materials,
    permits,
    industries,
    fees,
    feeNotes,
    guides,
    steps: guides.flatMap(({ steps }) => steps),
    errors,
  }
  test.each(Object.entries(lists))('of %s has an id, a known source and its date', (_, pieces) => {
    expect(pieces.length).toBeGreaterThan(0)
    for (const { id, sources: named } of pieces) {
      expect(id).toMatch(/^[a-z0-9-]{1,40}$/)
      expect([
        id,
        named
          .map((name) => sources[name as keyof typeof sources].checked)
          .every((date) => /^20\d\d-\d\d-\d\d$/.test(date)),
      ]).toEqual([id, true])
      expect([id, named.length > 0]).toEqual([id, true])
    }
  })

  test('steps and parts of a guide are ticked under keys of their own', () => {
    for (const guide of guides) {
      const ids = guide.steps.flatMap((step) => [step.id, ...(step.parts ?? []).map(({ id }) => id)])
      expect(ids.filter((id, at) => ids.indexOf(id) !== at || !/^[a-z0-9-]{1,40}$/.test(id))).toEqual([])
    }
  })

  test('the examples in the fields pass their own checks', () => {
    const nothing: Entries = new Map()
    for (const material of materials) {
      for (const field of material.fields ?? []) {
        if (field.example !== undefined)
          expect([material.id, field.id, checkField(material, field, field.example, nothing)]).toEqual([
            material.id,
            field.id,
            { ok: true, value: field.example },
          ])
      }
    }
  })
})
