/**
 * 食品经营许可证编号: JY, 1 主体业态 (1 销售, 2 餐饮, 3 食堂), 2 province, 2 city, 2 county, 6 sequence,
 * 1 check digit MOD 11,10 over the 13 before it.
 *
 * Source: https://yundianhui.com/zzxk/1266060.html (2024-09-30); 总局令第 78 号, in force 2023-12-01. The
 * check digit was inferred and confirmed on printed numbers. Checked 2026-11-21.
 */
import { correction } from './look-alikes'
import { endsInCheckDigit } from './mod-11-10'
import { compact } from './normalise'
import { amount, failed, passed, type CheckResult } from './result'

const allows = (char: string, at: number) => (at < 2 ? char === 'JY'.charAt(at) : /^\d$/.test(char))
const passes = (number: string) => /^JY[123]\d{13}$/.test(number) && endsInCheckDigit(number.slice(2))

export function checkFoodOperationPermit(text: string): CheckResult {
  const number = compact(text)
  if (number === '') return failed('empty', '还没填编号。')
  if (/^\d{14}$/.test(number)) {
    return failed('format', '编号前面还有 JY 两个字母。', passes(`JY${number}`) ? `JY${number}` : undefined)
  }
  if (!number.startsWith('JY')) return failed('format', '食品经营许可证的编号是 JY 开头，后面 14\u00a0位数字。')
  if (number.length !== 16) {
    return failed('length', `JY 后面是 ${amount(14, '位')}数字，现在是 ${amount(number.length - 2, '位')}。`)
  }
  if (passes(number)) return passed(number)
  const suggestion = correction(number, { allows, passes })
  if (!/^JY\d+$/.test(number)) return failed('format', 'JY 后面全是数字，看看是不是把字母当成了数字。', suggestion)
  if (!/^JY[123]/.test(number)) return failed('component', 'JY 后面第一位是 1、2 或 3，再看一眼。', suggestion)
  return failed('checksum', '编号对不上，至少有一位抄错了，对着证再看一遍。', suggestion)
}
