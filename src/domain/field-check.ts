/**
 * A field as it is typed: put right, checked, and compared with the other entries. The same check
 * decides whether it may be kept and whether its material is done.
 */
import { holdsIdNumber } from './checks/id-number'
import { squeeze, tidy } from './checks/normalise'
import { checks } from './checks/registry'
import { amount, failed, passed, type CheckResult } from './checks/result'
import type { FieldOutline, MaterialOutline } from './content/types'
import { crossCheck } from './cross-rules'
import { maxTextLength, type Entries } from './entries'
import { forever, lastDayOf } from './validity'

function checkChoice(field: FieldOutline, text: string): CheckResult {
  const chosen = tidy(text)
  return field.choices?.some(({ id }) => id === chosen) ? passed(chosen) : failed('choice', '从列出来的里面选一个。')
}

function checkDigits(text: string): CheckResult {
  const digits = squeeze(text).replace(/-/g, '')
  return /^\d+$/.test(digits) ? passed(digits) : failed('format', '这里只填数字。')
}

const checkDate = (text: string): CheckResult =>
  text === forever || lastDayOf(text) !== null ? passed(text) : failed('format', '选一个日子，或者选长期。')

/** A refusal turned into a warning. */
const soft = (text: string, result: CheckResult): CheckResult => {
  if (result.ok) return result
  const { message, suggestion } = result
  return { ok: true, value: tidy(text), warnings: [message], ...(suggestion !== undefined && { suggestion }) }
}

function checkAlone(field: FieldOutline, text: string): CheckResult {
  if (field.input === 'choice') return checkChoice(field, text)
  if (field.input === 'date') return checkDate(text)
  if (field.check !== undefined) {
    const result = checks[field.check](text)
    return field.soft ? soft(text, result) : result
  }
  return field.input === 'digits' ? checkDigits(text) : passed(tidy(text))
}

/**
 * `value` of a passed result is what is to be kept; an optional field left empty passes with ''. Fails
 * also for an ID number in a field that is sent, because those are never kept, and beyond 500 characters.
 */
export function checkField(
  material: MaterialOutline,
  field: FieldOutline,
  text: string,
  entries: Entries,
): CheckResult {
  if (tidy(text) === '') return field.optional ? passed('') : failed('empty', `还没填${field.label}。`)
  if (!field.local && holdsIdNumber(text))
    return failed('refused', '这里面像是有身份证号。身份证号只在官方页面上填，我们不存。')
  const result = checkAlone(field, text)
  if (!result.ok) return result
  if (result.value.length > maxTextLength) return failed('length', `太长了，最多 ${amount(maxTextLength, '个')}字。`)
  return crossCheck(material, field, result, entries)
}
