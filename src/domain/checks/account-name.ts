/**
 * The name of a mini-program or a service account: 4–30 characters, a Chinese one counting two.
 *
 * The platform and the filing refuse names for published reasons (name-words.ts names them). What can
 * be known here is a hint, not a verdict, so it only warns; the platform's own marks are refused,
 * because no merchant gets them. Sources: 小程序信息 page (2026-06); 「帐号名称只允许含有中文、英文大小写、
 * 数字」 (register/step5.js of mp.weixin.qq.com, about 2018). Checked 2026-11-21.
 */
import {
  adWords,
  boastWords,
  brands,
  filingWords,
  genericWords,
  notFilingWords,
  platformMarks,
  platformWords,
  stateWords,
} from './name-words'
import { tidy, toHalfWidthWords } from './normalise'
import { amount, failed, passed, type CheckResult } from './result'
import { widthOf } from './width'

export const nameWidth = { min: 4, max: 30 } as const

/** As words are looked for: without blanks, in lower case. */
const bare = (name: string) => name.replace(/\s/g, '').toLowerCase()
const firstOf = (name: string, words: readonly string[]) => words.find((word) => name.includes(word))
const generic = new RegExp(`^(?:${[...genericWords].sort((a, b) => b.length - a.length).join('|')})+$`)

type Lint = (name: string) => string | undefined

/** A lint that says its sentence about the first word found. */
const about =
  (words: readonly string[], say: (word: string) => string): Lint =>
  (name) => {
    const word = firstOf(name, words)
    return word === undefined ? undefined : say(word)
  }

/** Looks at the name as it is typed: a blank counts too. */
const strangeSign: Lint = (name) => {
  const [sign] = name.match(/[^0-9A-Za-z\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{323af}]/u) ?? []
  return sign === undefined
    ? undefined
    : `名称一般只能用汉字、字母和数字，${sign === ' ' ? '空格' : `「${sign}」`}可能不让填。`
}
const tooCommon: Lint = (name) =>
  generic.test(name) || /^\d+$/.test(name) ? '这几个字太常见，认不出是你家，容易被退回。加上你的招牌名。' : undefined
const filing: Lint = (name) =>
  about(
    filingWords,
    (word) => `备案会查「${word}」这样的字，没有批文就过不了。换个说法更稳妥。`,
  )(notFilingWords.reduce((left, word) => left.split(word).join(''), name))

const lints: readonly Lint[] = [
  tooCommon,
  about([...adWords, ...boastWords], (word) => `「${word}」是宣传的话，容易被退回，去掉它。`),
  about(brands, (word) => `「${word}」像是别人的品牌，没有授权会被退回。`),
  filing,
  about(stateWords, (word) => `带「${word}」要有批准才行，没有就去掉。`),
  about(platformWords, (word) => `名称里带「${word}」容易被退回，去掉它。`),
]

export const marksIn = (text: string): string | undefined => firstOf(bare(text), platformMarks)
export const adWordIn = (text: string): string | undefined => firstOf(bare(text), adWords)

export function checkAccountName(text: string): CheckResult {
  const name = tidy(toHalfWidthWords(text))
  if (name === '') return failed('empty', '还没填名称。')
  const width = widthOf(name)
  if (width < nameWidth.min)
    return failed('length', `名称太短，至少 ${amount(2, '个')}汉字，或 ${amount(4, '个')}字母。`)
  if (width > nameWidth.max) {
    return failed(
      'length',
      `名称太长，最多 ${amount(30, '个')}字符，汉字算 ${amount(2, '个')}，现在是 ${amount(width, '个')}。`,
    )
  }
  const mark = marksIn(name)
  if (mark !== undefined) return failed('refused', `名称里不能带「${mark}」，会被退回。`)
  const searched = bare(name)
  return passed(
    name,
    [...lints.map((lint) => lint(searched)), strangeSign(name)].filter((said) => said !== undefined),
  )
}
