/** What stands under a field while it is filled in. */
import { nameWidth } from '#domain/checks/account-name'
import { introductionWidth } from '#domain/checks/introduction'
import type { CheckResult } from '#domain/checks/result'
import { widthOf } from '#domain/checks/width'
import type { CheckId, Field } from '#domain/content/types'
import type { EntryHint } from '../../ui/text-entry'

export interface OpenField {
  readonly field: Field
  readonly text: string
  /** null while the field is empty. */
  readonly checked: CheckResult | null
  /** Once left or saved, what is wrong is said in red. */
  readonly left: boolean
  readonly agreed: string | undefined
}

const widest: Partial<Record<CheckId, number>> = { 'account-name': nameWidth.max, introduction: introductionWidth.max }

/** 「12 / 30」, as the platform counts: a Chinese character is two. */
export function countOf({ check }: Field, text: string): string | undefined {
  const most = check === undefined ? undefined : widest[check]
  return most === undefined ? undefined : `${widthOf(text.trim())} / ${most}`
}

const plain = ({ hint }: Field): readonly EntryHint[] => (hint === undefined ? [] : [{ tone: 'plain', text: hint }])

export function hintsOf({ field, checked, left, agreed }: OpenField): readonly EntryHint[] {
  if (checked === null) return left && !field.optional ? [{ tone: 'wrong', text: '这里还没填' }] : plain(field)
  if (!checked.ok) return left ? [{ tone: 'wrong', text: checked.message }] : plain(field)
  const warnings = (checked.warnings ?? []).map((text) => ({ tone: 'warn', text }) as const)
  if (warnings.length > 0) return warnings
  if (agreed !== undefined) return [{ tone: 'good', text: agreed }]
  return field.check === 'credit-code' ? [{ tone: 'good', text: '校验正确' }] : plain(field)
}

export const suggestionOf = ({ checked }: OpenField): string | undefined => checked?.suggestion
