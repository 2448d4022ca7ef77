/**
 * The content as the rules need it. In the WeChat and web builds every file of this folder is worked out
 * while building (config/evaluated-loader.cjs), so what it leaves out is not in the package.
 */
import { content } from '../content'
import type { Outline } from '../types'

/** Of a value without these keys. What they hold is shown only where a subpackage holds the whole. */
function without<T extends object, K extends keyof T>(value: T, ...keys: readonly K[]): Omit<T, K> {
  const rest = { ...value }
  for (const key of keys) delete rest[key]
  return rest
}

const sources = 'sources' as const

export const outline: Outline = {
  questions: content.questions.map(({ options, ...question }) => ({
    ...without(question, sources, 'help', 'why'),
    options: options.map((option) => without(option, sources)),
  })),
  routes: content.routes.map((route) => without(route, sources, 'remedies')),
  ...(content.feesChecked !== undefined && { feesChecked: content.feesChecked }),
  fees: content.fees.map((fee) => without(fee, sources)),
  feeNotes: content.feeNotes.map((note) => without(note, sources)),
  permits: content.permits.map((permit) => without(permit, sources, 'note', 'uncertain')),
  industries: content.industries.map(({ id, label, permits, note, uncertain }) => ({
    id,
    label,
    ...(permits && { permits }),
    ...(note !== undefined && { note }),
    ...(uncertain !== undefined && { uncertain }),
  })),
  materials: content.materials.map(({ fields, statements, ...material }) => ({
    ...without(material, sources, 'why', 'accepted', 'cautions', 'uncertain'),
    ...(fields && { fields: fields.map((field) => without(field, 'hint', 'example', 'called')) }),
    ...(statements && { statements: statements.map(({ id }) => ({ id })) }),
  })),
  guides: content.guides.map(({ id, title, steps }) => ({
    id,
    title,
    steps: steps.map(({ instructions: [first], parts, ...step }) => ({
      ...without(step, sources, 'fields', 'cautions', 'errors', 'address', 'covers', 'uncertain'),
      ...(parts && { parts: parts.map((part) => without(part, 'text')) }),
      lead: first.note ?? first.text,
    })),
  })),
}
