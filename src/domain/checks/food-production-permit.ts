/**
 * 食品生产许可证编号: SC, 3 category (1 食品 or 2 食品添加剂, then a class of 2), 2 province, 2 city,
 * 2 county, 4 sequence, 1 check digit MOD 11,10.
 *
 * Source: http://opentagclosetag.com/zzxk/1110038.html (2024-08-14); 总局令第 16 号, GB/T 17710-1999.
 * Numbers are in print whose check digit is wrong (SC11453010306856, SC12744030500626), so it only
 * warns. Checked 2026-11-21.
 */
import { endsInCheckDigit } from './mod-11-10'
import { compact } from './normalise'
import { amount, failed, passed, type CheckResult } from './result'

export function checkFoodProductionPermit(text: string): CheckResult {
  const number = compact(text)
  if (number === '') return failed('empty', '还没填编号。')
  if (/^[12]\d{13}$/.test(number)) {
    return failed('format', '编号前面还有 SC 两个字母。', endsInCheckDigit(number) ? `SC${number}` : undefined)
  }
  if (!number.startsWith('SC')) return failed('format', '食品生产许可证的编号是 SC 开头，后面 14\u00a0位数字。')
  if (number.length !== 16) {
    return failed('length', `SC 后面是 ${amount(14, '位')}数字，现在是 ${amount(number.length - 2, '位')}。`)
  }
  if (!/^SC\d+$/.test(number)) return failed('format', 'SC 后面全是数字，看看是不是把字母当成了数字。')
  if (!/^SC[12]/.test(number)) return failed('component', 'SC 后面第一位是 1 或 2，再看一眼。')
  return passed(
    number,
    endsInCheckDigit(number.slice(2)) ? [] : ['最后一位和算出来的不一样，可能抄错了一位，对着证再看一遍。'],
  )
}
