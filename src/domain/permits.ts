/** The industry's papers: which there are, whether they are enough, and the rule in words. */
import type { PermitOutline, PermitRule, Slot } from './content/types'

const partsOf = (rule: Exclude<PermitRule, { readonly permit: string }>) => ('any' in rule ? rule.any : rule.all)

/** Every permit that the rule names, once, in the order it names them. */
export function permitIds(rule: PermitRule | undefined | null): readonly string[] {
  if (rule === undefined || rule === null) return []
  return 'permit' in rule ? [rule.permit] : [...new Set(partsOf(rule).flatMap(permitIds))]
}

export function satisfied(rule: PermitRule, has: (permitId: string) => boolean): boolean {
  if ('permit' in rule) return has(rule.permit)
  return 'any' in rule ? rule.any.some((part) => satisfied(part, has)) : rule.all.every((part) => satisfied(part, has))
}

/** One sheet, whichever rule asks for it. */
const licence = 'business-licence'

/** A slot for each permit; ids that the content does not know have none. A permit may have annexes. */
export const permitSlots = (rule: PermitRule | null, permits: readonly PermitOutline[]): readonly Slot[] =>
  permitIds(rule).flatMap((id) => {
    const permit = permits.find((one) => one.id === id)
    if (permit === undefined) return []
    const slot: Slot = { id, label: permit.title, shape: permit.shape }
    return [id === licence ? slot : { ...slot, pages: 'many' }]
  })

/** Takes groups of one, and groups within groups of the same kind, apart. */
function simple(rule: PermitRule): PermitRule {
  if ('permit' in rule) return rule
  const parts = partsOf(rule).map(simple)
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  if ('any' in rule) return { any: parts.flatMap((part) => ('any' in part ? part.any : [part])) }
  return { all: parts.flatMap((part) => ('all' in part ? part.all : [part])) }
}

function words(rule: PermitRule, permits: readonly PermitOutline[], nested: boolean): string {
  if ('permit' in rule) {
    const title = permits.find(({ id }) => id === rule.permit)?.title ?? rule.permit
    return rule.scope === undefined ? title : `${title}（${rule.scope}）`
  }
  const parts = partsOf(rule).map((part) => words(part, permits, true))
  const joined = parts.join('any' in rule ? '或' : '加')
  return nested && parts.length > 1 ? `（${joined}）` : joined
}

/** In one line: 「下面任选一种：甲；乙加丙」, 「都要：甲；乙或丙」, or the only paper's name. */
export function describe(rule: PermitRule, permits: readonly PermitOutline[]): string {
  const top = simple(rule)
  if ('permit' in top) return words(top, permits, false)
  const parts = partsOf(top).map((part) =>
    'permit' in part
      ? words(part, permits, false)
      : partsOf(part)
          .map((inner) => words(inner, permits, true))
          .join('any' in part ? '或' : '加'),
  )
  return `${'any' in top ? '下面任选一种' : '都要'}：${parts.join('；')}`
}
