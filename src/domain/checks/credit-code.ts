/**
 * 统一社会信用代码: 1 登记管理部门, 1 机构类别, 6 行政区划 (digits), 9 组织机构代码, 1 check character.
 *
 * Sources: GB 32100-2015 (alphabet without I, O, S, V, Z; weights 3^(i-1) mod 31; the check character is
 * (31 - Σ mod 31) mod 31, the outer mod being what makes codes that end in 0 pass); GB 11714-1997 for the
 * nine characters inside (weights 3 7 9 10 5 8 4 2, A = 10 … Z = 35, 10 is X, 11 is 0). Checked 2026-11-21.
 *
 * 31 is prime and no weight is 0 or repeated, so one wrong character, or two that changed places
 * anywhere among the 17, always fails.
 *
 * Fujian issued codes before the standard was in force whose last character follows no rule; they are
 * valid on the licence. Five real ones are known, all 35…… with M000 inside and the inner check right
 * (https://github.com/chinabugotech/hutool/issues/2020, issues/4119, https://github.com/bluesky335/IDCheck,
 * checked 2026-11-21): they pass with a warning, or their owners could never finish.
 */
import { correction } from './look-alikes'
import { compact } from './normalise'
import { checkRegistrationNumber } from './registration-number'
import { amount, failed, passed, type CheckFailed, type CheckResult } from './result'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const innerAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const innerWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const length = 18
const pilot = /^9[123]35\d{4}M000/

const weighted = (text: string, values: string, factors: readonly number[]) =>
  factors.reduce((sum, factor, at) => sum + factor * values.indexOf(text.charAt(at)), 0)

/** The 18th character for the first 17. */
export const outerCheck = (body: string): string =>
  alphabet.charAt((31 - (weighted(body, alphabet, weights) % 31)) % 31)

/** The 9th character of an organisation code for its first 8. */
export function innerCheck(body: string): string {
  const check = 11 - (weighted(body, innerAlphabet, innerWeights) % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

const isRegion = (at: number) => at >= 2 && at < 8
const allows = (char: string, at: number) => (isRegion(at) ? /^\d$/.test(char) : alphabet.includes(char))
const outerHolds = (code: string) => outerCheck(code) === code.charAt(17)
const innerHolds = (code: string) => innerCheck(code.slice(8, 16)) === code.charAt(16)
const passes = (code: string) =>
  code.length === length && [...code].every(allows) && outerHolds(code) && innerHolds(code)

/** Exactly a code, upper case, with nothing around it. */
export const isCreditCode = passes
/** The one code that a scan with look-alike letters can have meant. */
export const meantCreditCode = (scanned: string): string | undefined =>
  scanned.length === length ? correction(scanned, { allows, passes }) : undefined

function problemOf(code: string): Omit<CheckFailed, 'ok' | 'suggestion'> | null {
  const chars = [...code]
  const strange = chars.findIndex((char) => !alphabet.includes(char))
  if (strange >= 0) {
    const letters = '代码里没有 I、O、S、V、Z，也没有符号'
    return { error: 'format', message: `第 ${amount(strange + 1, '位')}的「${chars[strange]}」不对，${letters}。` }
  }
  if (!chars.every(allows)) return { error: 'component', message: '第 3–8\u00a0位是地区，只有数字。' }
  if (!outerHolds(code)) return { error: 'checksum', message: '代码对不上，至少有一位抄错了，对着执照再看一遍。' }
  if (!innerHolds(code)) return { error: 'checksum', message: '第 9–17\u00a0位对不上，对着执照再看一遍。' }
  return null
}

const warningsOn = (code: string) =>
  code.startsWith('9') ? [] : ['营业执照上的代码一般是 9 开头，再看一眼是不是抄对了。']

/** Takes the 18 characters, or the 15 or 13 digits of an older licence. */
export function checkCreditCode(text: string): CheckResult {
  const code = compact(text)
  if (code === '') return failed('empty', '还没填代码。')
  if (code.length === 15 || /^\d{13}$/.test(code)) return checkRegistrationNumber(code)
  if (code.length !== length) {
    return failed('length', `统一社会信用代码是 ${amount(length, '位')}，现在是 ${amount(code.length, '位')}。`)
  }
  const problem = problemOf(code)
  if (problem === null) return passed(code, warningsOn(code))
  if (problem.error === 'checksum' && pilot.test(code) && innerHolds(code)) {
    return passed(code, ['最后一位和国家标准对不上。福建早年发的代码有这种情况，对着执照再看一遍。'])
  }
  const likely = (other: string) => passes(other) && (other.startsWith('9') || other.startsWith(code.charAt(0)))
  return failed(problem.error, problem.message, correction(code, { allows, passes: likely }))
}
