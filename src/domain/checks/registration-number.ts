/**
 * 营业执照注册号 of licences from before 2015: 6 digits region, 8 sequence, 1 check digit MOD 11,10.
 * The 13-digit numbers before them have no check digit.
 *
 * Source: GS 15-2006 工商行政管理注册号编制规则; licences carry 18 characters since 2015-10-01
 * (多证合一). The registration page still takes 15 digits (screens of 2026-06). Checked 2026-11-21.
 */
import { correction } from './look-alikes'
import { endsInCheckDigit } from './mod-11-10'
import { compact } from './normalise'
import { amount, failed, passed, type CheckResult } from './result'

const isDigit = (char: string) => /^\d$/.test(char)
const passes = (number: string) => /^\d{15}$/.test(number) && endsInCheckDigit(number)

const replaceTip = '这是老执照的注册号。先去市场监管局换「多证合一」的新执照，用上面 18\u00a0位的代码，后面少麻烦。'

export function checkRegistrationNumber(text: string): CheckResult {
  const number = compact(text)
  if (number === '') return failed('empty', '还没填注册号。')
  if (/^\d{13}$/.test(number)) return passed(number, [replaceTip, '13\u00a0位的号码没有校验位，自己再对一遍。'])
  if (number.length !== 15)
    return failed('length', `注册号是 ${amount(15, '位')}数字，现在是 ${amount(number.length, '位')}。`)
  if (passes(number)) return passed(number, [replaceTip])
  const suggestion = correction(number, { allows: isDigit, passes })
  if (!/^\d+$/.test(number))
    return failed('format', '15\u00a0位的注册号全是数字，看看是不是把字母当成了数字。', suggestion)
  return failed('checksum', '这个注册号对不上，至少有一位抄错了，对着执照再看一遍。', suggestion)
}
