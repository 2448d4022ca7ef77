/**
 * Phone numbers of the mainland: mobile 1[3-9] and 9 digits, or landline with area code (010 and 02x of
 * 3 digits, 03xx–09xx of 4) and 7 or 8 digits, perhaps an extension.
 *
 * Source: 工信部 电信网编号计划（2017 年版）. The certification form sends a code to the contact's mobile
 * phone (screens of the form, 2026). Checked 2026-11-21.
 */
import { squeeze } from './normalise'
import { amount, failed, passed, type CheckResult } from './result'

const landline = /^(010|02\d|0[3-9]\d{2})-?([2-8]\d{6,7})(?:(?:-|转|,|#|ext\.?)(\d{1,6}))?$/i

export function checkPhone(text: string): CheckResult {
  const typed = squeeze(text)
    .replace(/[()]/g, '')
    .replace(/^[\u4e00-\u9fff:]+/, '')
  if (typed === '') return failed('empty', '还没填电话。')
  const fixed = landline.exec(typed)
  if (fixed !== null) {
    const [, area = '', number = '', extension] = fixed
    const value = extension === undefined ? `${area}-${number}` : `${area}-${number}-${extension}`
    return passed(value, ['座机收不到短信验证码，能填手机就填手机。'])
  }
  const digits = typed.replace(/-/g, '').replace(/^(?:\+|00)86/, '')
  if (!/^\d+$/.test(digits)) return failed('format', '电话里只有数字。')
  if (/^1[3-9]\d{9}$/.test(digits)) return passed(digits)
  if (/^1[3-9]/.test(digits))
    return failed('length', `手机号是 ${amount(11, '位')}，现在是 ${amount(digits.length, '位')}。`)
  if (digits.startsWith('0')) return failed('format', '座机的区号或号码不对，写成「0571-88888888」这样。')
  if (/^[2-8]\d{6,7}$/.test(digits)) return failed('format', '座机前面要加区号。')
  return failed('format', '这不像内地的手机号或座机号。')
}
