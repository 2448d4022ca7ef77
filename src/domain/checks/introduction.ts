/**
 * 账号介绍: 4–120 characters, a Chinese one counting two.
 *
 * Sources: 小程序信息 page (介绍 4~120 字, screens of 2026-06); 微信小程序平台运营规范 2.1–2.4 for what must not
 * be in it (https://developers.weixin.qq.com/miniprogram/product/). An older page counted every character
 * as one; the narrower reading fits both. Checked 2026-11-21.
 */
import { adWordIn, marksIn } from './account-name'
import { tidy } from './normalise'
import { amount, failed, passed, type CheckResult } from './result'
import { widthOf } from './width'

export const introductionWidth = { min: 4, max: 120 } as const

const contactDetail = /1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|https?:|www\.|\.(?:com|cn)\b|加我|加微/i

function warningsOn(text: string): readonly string[] {
  const ad = adWordIn(text)
  const mark = marksIn(text)
  return [
    ...(contactDetail.test(text) ? ['别写电话、网址、微信号，容易被退回。'] : []),
    ...(ad === undefined ? [] : [`「${ad}」是宣传的话，容易被退回，去掉它。`]),
    ...(mark === undefined ? [] : [`带「${mark}」容易被退回，去掉它。`]),
  ]
}

export function checkIntroduction(text: string): CheckResult {
  const value = tidy(text)
  if (value === '') return failed('empty', '还没写介绍。')
  const width = widthOf(value)
  const { min, max } = introductionWidth
  if (width < min) return failed('length', `太短了，至少 ${amount(2, '个')}汉字。`)
  if (width > max)
    return failed(
      'length',
      `太长了，最多 ${amount(max / 2, '个')}汉字，多了 ${amount(Math.ceil((width - max) / 2), '个')}。`,
    )
  return passed(value, warningsOn(value))
}
