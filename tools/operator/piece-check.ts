/** materials.json and steps.json against the content: places, values, what comes first, clocks. */
import type { Content, Guide, Material } from '#domain/content/types'
import { placeOf } from '#domain/ticks'
import type { Path } from './faults'
import type { Parsed, Say } from './folder'
import { checkUnique } from './references'

type MaterialIn = NonNullable<Parsed['materials.json']>['add'][number]
type StepIn = NonNullable<Parsed['steps.json']>['add'][number]

/** Everything that photos are filed under. */
const slotIds = (content: Content): readonly string[] => [
  ...content.permits.map(({ id }) => id),
  ...content.materials.flatMap(({ slots }) => (Array.isArray(slots) ? slots.map(({ id }) => id) : [])),
]

export function checkMaterials(parsed: Parsed, ours: Content, say: Say): void {
  const added = parsed['materials.json']?.add ?? []
  const file = 'materials.json'
  const places = new Set(ours.materials.map(({ id }) => id))
  const taken = new Set([...slotIds(ours), ...(parsed['permits.json']?.add ?? []).map(({ id }) => id)])
  const inside = (list: keyof Pick<MaterialIn, 'fields' | 'statements' | 'slots'>) =>
    added.forEach((material, at) =>
      checkUnique(
        (material[list] ?? []).map(({ id }, index) => ({ id, path: ['add', at, list, index, 'id'] })),
        file,
        say,
      ),
    )
  inside('fields')
  inside('statements')
  added.forEach(({ after, id }, at) => {
    if (after !== undefined && !places.has(after)) say(file, ['add', at, 'after'], `前面没有编号是「${after}」的材料`)
    places.add(id)
  })
  const slots = added.flatMap(({ slots: own = [] }, at) =>
    own.map(({ id }, index) => ({ id, path: ['add', at, 'slots', index, 'id'] })),
  )
  checkUnique(slots, file, say)
  for (const { id, path } of slots) if (taken.has(id)) say(file, path, `编号「${id}」用过了，换一个`)
}

const idsIn = ({ steps }: Guide): readonly string[] =>
  steps.flatMap(({ id, parts = [] }) => [id, ...parts.map((part) => part.id)])
const references = (content: Content, route: readonly string[]): readonly string[] =>
  content.guides
    .filter(({ id }) => route.includes(id))
    .flatMap((guide) => idsIn(guide).map((id) => `${guide.id}.${id}`))

interface Where {
  readonly step: StepIn
  readonly base: Path
  readonly content: Content
  readonly say: Say
}

function valueFault(content: Content, value: NonNullable<StepIn['fields']>[number]['value']): string | null {
  const material = (id: string): Material | undefined => content.materials.find((one) => one.id === id)
  if ('photo' in value) return material(value.photo)?.slots ? null : `没有编号是「${value.photo}」、要拍照的材料`
  if (!('entry' in value)) return null
  const [kind, id = '', name] = value.entry.split('.')
  const field = material(id)?.fields?.find((one) => one.id === name)
  if (field === undefined) return `没有「${value.entry}」这个填写项`
  const right = field.local ? 'l' : 't'
  return kind === right ? null : `这一项${field.local ? '只留在手机上' : '存一份到云端'}，要写成 ${right}.${id}.${name}`
}

function checkNames({ step, base, content, say }: Where): void {
  for (const [at, { value }] of (step.fields ?? []).entries()) {
    const fault = valueFault(content, value)
    if (fault !== null) say('steps.json', [...base, 'fields', at, 'value'], fault)
  }
  for (const [at, id] of (step.errors ?? []).entries()) {
    if (!content.errors.some((error) => error.id === id))
      say('steps.json', [...base, 'errors', at], `没有编号是「${id}」的报错`)
  }
}

/** What must come before comes before, and what a clock waits for comes after, in every route that has the step. */
function checkOrder({ step, base, content, say }: Where): void {
  const own = `${step.guide}.${step.id}`
  const named: readonly (readonly [string, Path, 'before' | 'after'])[] = [
    ...(step.requires ?? []).map((name, at) => [name, [...base, 'requires', at], 'before'] as const),
    ...(step.clock?.until === undefined ? [] : [[step.clock.until, [...base, 'clock', 'until'], 'after'] as const]),
  ]
  for (const [name, path, wanted] of named) {
    if (placeOf(content.guides, name) === null) {
      say('steps.json', path, `没有「${name}」这一步`)
      continue
    }
    for (const route of content.routes.filter(({ guides }) => guides.includes(step.guide))) {
      const order = references(content, route.guides)
      const [here, there] = [order.indexOf(own), order.indexOf(name)]
      if (there < 0 && wanted === 'before') continue // not their way: it does not hold them up
      if (there >= 0 && (wanted === 'before' ? there < here : there > here)) continue
      const why =
        there < 0 ? '里没有这一步，期限永远不会结束' : wanted === 'before' ? '里，它排在后面' : '里，它排在前面'
      say('steps.json', path, `「${route.title}」这条路${why}`)
      break
    }
  }
}

/** `content`: with the operator's pieces. */
export function checkSteps(parsed: Parsed, ours: Content, content: Content, say: Say): void {
  const added = parsed['steps.json']?.add ?? []
  const places = new Map(ours.guides.map((guide) => [guide.id as string, new Set(guide.steps.map(({ id }) => id))]))
  added.forEach((step, at) => {
    const base = ['add', at]
    const known = places.get(step.guide)
    if (step.after !== undefined && !known?.has(step.after))
      say('steps.json', [...base, 'after'], `这一册里前面没有编号是「${step.after}」的步骤`)
    known?.add(step.id)
    const where = { step, base, content, say }
    checkNames(where)
    checkOrder(where)
  })
  checkUnique(
    added.flatMap(({ clock }, at) => (clock ? [{ id: clock.id, path: ['add', at, 'clock', 'id'] }] : [])),
    'steps.json',
    say,
  )
}
