/**
 * How the platform counts: a Chinese character is two, a Latin letter or digit one. Its pages count
 * UTF-16 units, those above U+00FF twice (so most emoji are four).
 *
 * Source: 小程序信息 page, 「帐号名称长度为4-30个字符，一个中文字等于2个字符」 (screens of 2026-06); the counter
 * of mp.weixin.qq.com (common/wx/inputCounter.js, about 2018). Checked 2026-11-21.
 */
export function widthOf(text: string): number {
  let width = 0
  for (let at = 0; at < text.length; at++) width += text.charCodeAt(at) > 0xff ? 2 : 1
  return width
}
