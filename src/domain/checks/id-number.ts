/**
 * 公民身份号码 (GB 11643-1999: 6 region, 8 birthday, 3 sequence, 1 check by MOD 11-2). Known here for one
 * reason: an ID number typed into the wrong field must not be kept.
 */
import { toHalfWidth } from './normalise'

const runs = /\d{17}[\dXx]|\d+/g
const pattern = /^[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

const checks = (number: string) => {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number.charAt(at)), 0)
  return '10X98765432'.charAt(sum % 11) === number.charAt(17).toUpperCase()
}

/** Whether the text contains a complete, correctly checked ID number, also one written in groups. */
export function holdsIdNumber(text: string): boolean {
  const found = toHalfWidth(text).replace(/[\s-]/g, '').match(runs) ?? []
  return found.some((run) => pattern.test(run) && checks(run))
}
