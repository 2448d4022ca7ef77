/** Reading what was sent to the view. Used by the tests, the report and the bench. */
import type { Render } from './definitions'

type Query = Readonly<Record<string, string>>

/** Pages as the measures open them, after the longest route was chosen. */
export const openedPages: readonly (readonly [string, Query])[] = [
  ['pages/home/index', {}],
  ['pages/checklist/index', {}],
  ['pages/guides/index', {}],
  ['pages/me/index', {}],
  ['packages/start/questions/index', {}],
  ['packages/start/not-eligible/index', {}],
  ['packages/start/consents/index', {}],
  ['packages/material/detail/index', { id: 'business-licence' }],
  ['packages/material/detail/index', { id: 'industry-permits' }],
  ['packages/material/detail/index', { id: 'administrator' }],
  ['packages/material/detail/index', { id: 'filing' }],
  ['packages/capture/shoot/index', { material: 'business-licence', slot: 'business-licence' }],
  ['packages/guide/step/index', { guide: 'register-service-account', step: 'email-password' }],
  ['packages/guide/step/index', { guide: 'certify-service-account', step: 'licence' }],
  ['packages/guide/step/index', { guide: 'finish-setup', step: 'certification' }],
  ['packages/guide/step/index', { guide: 'finish-setup', step: 'filing' }],
  ['packages/guide/errors/index', {}],
  ['packages/guide/dates/index', {}],
  ['packages/about/sources/index', {}],
  ['packages/about/data/index', {}],
  ['packages/desk/approve/index', {}],
  ['packages/desk/approve/index', { desk: 'A'.repeat(22) }],
  ['packages/rep/claim/index', {}],
  ['packages/rep/merchants/index', {}],
]

export const bytesOf = (renders: readonly Render[]): number => renders.reduce((sum, { bytes }) => sum + bytes, 0)

/** A page's first setData: Taro sends the whole tree with the page's name. */
export const isFirst = ({ keys }: Render): boolean => keys.includes('root.uid')

/** Of Taro's nodes: name, id, children, text, class, style; attributes are shortened to p0, p1 … */
const known = /^(nn|sid|uid|cn|v|cl|st|p\d+|focus|disabled|src)$/

function keysOf(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) return value.forEach((one) => keysOf(one, found))
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    found.add(key)
    keysOf(inner, found)
  }
}

/** Attributes that are sent and that no template reads (setData 冗余). */
export function unknownKeys(renders: readonly Render[]): readonly string[] {
  const found = new Set<string>()
  for (const { json } of renders) for (const value of Object.values(JSON.parse(json) as object)) keysOf(value, found)
  return [...found].filter((key) => !known.test(key))
}
