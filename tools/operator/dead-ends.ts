/**
 * Whether everybody can still get to the end. For every merchant there can be, everything is filled in,
 * photographed, confirmed and ticked; then nothing may be left to do.
 */
import type { CheckId, Content, Field, Material } from '#domain/content/types'
import { keyOf, type Entries, type Value } from '#domain/entries'
import { progress, type Progress } from '#domain/progress'
import { forever } from '#domain/validity'
import type { Path } from './faults'
import type { FileName, Parsed, Say } from './folder'
import { situations, type Situation } from './situations'

const now = Date.parse('2026-11-21T12:00:00+08:00')

/** Values that pass. The mailbox is the material's own, because two accounts need two. */
const valid: Readonly<Record<Exclude<CheckId, 'email'>, string>> = {
  'credit-code': '91330102MA2EXAMP51',
  'food-operation-permit': 'JY11108071215650',
  'food-production-permit': 'SC10741018302531',
  'account-name': '小满面馆上城店',
  introduction: '现煮手工面，可到店，可外送。',
  phone: '13800138000',
  'app-id': 'wx0123456789abcdef',
}

function valueOf({ id }: Material, { input, choices, check }: Field): string {
  if (input === 'choice') return choices?.[0]?.id ?? ''
  if (input === 'date') return forever
  if (check === undefined) return '样例'
  return check === 'email' ? `${id}@qq.com` : valid[check]
}

const photo: Value = { sha256: 'a'.repeat(64), w: 1500, h: 1100 }

/** What a merchant would have entered who did everything. */
function everything(content: Content, { answers }: Situation): Entries {
  const entries = new Map<string, Value>()
  for (const [question, option] of Object.entries(answers)) entries.set(`a.${question}`, option)
  for (const material of content.materials) {
    entries.set(keyOf.confirmed(material.id), true)
    for (const field of material.fields ?? [])
      entries.set((field.local ? keyOf.local : keyOf.text)(material.id, field.id), valueOf(material, field))
    if (Array.isArray(material.slots))
      for (const { id } of material.slots) entries.set(keyOf.photo(id, 'x'.repeat(16)), photo)
  }
  for (const { id } of content.permits) entries.set(keyOf.photo(id, 'x'.repeat(16)), photo)
  for (const guide of content.guides) {
    for (const { id, parts = [] } of guide.steps)
      for (const one of [id, ...parts.map((part) => part.id)]) entries.set(keyOf.ticked(guide.id, one), now)
  }
  return entries
}

/** The first thing that cannot be done, in words; null when all is. */
function leftOver({ plan, materials, guides, next }: Progress): { readonly id: string; readonly words: string } | null {
  if (plan.route?.id === 'not-eligible') return null
  const material = materials.find(
    ({ state, material: { optional } }) => state !== 'none' && state !== 'done' && !optional,
  )
  if (material)
    return {
      id: material.material.id,
      words: `材料「${material.material.id}」怎么填都备不好：缺 ${material.missing.join('、')}`,
    }
  const step = guides.find((guide) => guide.next !== null)?.next?.step
  if (step) return { id: step.id, words: `步骤「${step.id}」打了勾也不算做好` }
  return next.kind === 'finish' ? null : { id: '', words: `走不到「办好了」，停在 ${next.kind}` }
}

/** Where the operator wrote it; what they did not write themselves was made impossible by their industries. */
function placeIn(parsed: Parsed, id: string): { readonly file: FileName; readonly path: Path } {
  for (const file of ['materials.json', 'steps.json'] as const) {
    const at = parsed[file]?.add.findIndex((one) => one.id === id) ?? -1
    if (at >= 0) return { file, path: ['add', at] }
  }
  return { file: 'industries.json', path: [] }
}

/** One fault for each thing that stops somebody. */
export function checkDeadEnds(parsed: Parsed, content: Content, say: Say): void {
  const said = new Set<string>()
  for (const situation of situations(content)) {
    const left = leftOver(progress(content, everything(content, situation), now))
    if (left === null || said.has(left.words)) continue
    said.add(left.words)
    const { file, path } = placeIn(parsed, left.id)
    say(file, path, left.words)
  }
}
