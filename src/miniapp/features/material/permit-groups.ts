/** The industry's rule, as groups of papers to photograph: 「有一种就行」, 「都要」. */
import type { Permit, PermitRule } from '#domain/content/types'
import { describe, permitIds } from '#domain/permits'

export interface PermitItem {
  readonly id: string
  /** Where it applies: 「只限口岸里的店」. */
  readonly scope: string | undefined
}

export interface PermitGroup {
  /** '' for a lone paper. */
  readonly title: string
  readonly items: readonly PermitItem[]
}

export interface PermitGroups {
  readonly lead: string
  readonly groups: readonly PermitGroup[]
}

function itemsOf(rule: PermitRule): readonly PermitItem[] {
  if ('permit' in rule) return [{ id: rule.permit, scope: rule.scope }]
  const all = ('any' in rule ? rule.any : rule.all).flatMap(itemsOf)
  return all.filter((item, at) => all.findIndex((other) => other.id === item.id) === at)
}

/** A group within a group is told in words. */
function innerTitle(rule: PermitRule, permits: readonly Permit[]): string {
  if ('permit' in rule) return ''
  const parts = 'any' in rule ? rule.any : rule.all
  if (!parts.every((part) => 'permit' in part)) return describe(rule, permits)
  const count = permitIds(rule).length
  if (count === 1) return ''
  return 'any' in rule ? `这 ${count} 样，有一样就行` : `这 ${count} 样都要`
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

export function permitGroups(rule: PermitRule, permits: readonly Permit[]): PermitGroups {
  if ('permit' in rule) return { lead: '', groups: [{ title: '', items: itemsOf(rule) }] }
  const any = 'any' in rule
  const parts = any
    ? rule.any.flatMap((part) => ('any' in part ? part.any : [part]))
    : rule.all.flatMap((part) => ('all' in part ? part.all : [part]))
  if (parts.length === 1 && parts[0]) return permitGroups(parts[0], permits)
  const plain = parts.every((part) => permitIds(part).length === 1)
  const groups = parts.map((part, i) => {
    const inner = innerTitle(part, permits)
    const nth = any && !plain ? `第${numerals[i] ?? i + 1}种` : ''
    return { title: [nth, inner].filter(Boolean).join('，'), items: itemsOf(part) }
  })
  return { lead: any ? `下面 ${parts.length} 种，有一种就行` : '下面这些都要', groups }
}
