/**
 * A licence's code and name in recognised print: lines as a text recogniser gives them, torn apart, with
 * blanks, and with O for 0 or I for 1. A code counts only with both check characters of GB 32100, after at
 * most the one correction that look-alike letters allow (checks/look-alikes.ts).
 */
import { isCreditCode, meantCreditCode } from '../checks/credit-code'
import { toHalfWidth } from '../checks/normalise'
import { checkRegistrationNumber } from '../checks/registration-number'
import { isName, licenceOf, type Licence } from './licence'

const codeLength = 18

/** null: nothing was found. */
export function licenceInPrint(lines: readonly string[]): Licence | null {
  const clean = lines.flatMap((line) => line.split(/[\r\n]+/)).map((line) => line.replace(/\s+/g, ''))
  const all = clean.filter((line) => line !== '')
  return licenceOf(codeIn(all) ?? oldNumberIn(all), nameIn(all))
}

/** Licences begin with 9: 市场监管. An ID number, which is as long, does not. */
const isLicenceCode = (code: string) => code.startsWith('9') && isCreditCode(code)

function codeIn(lines: readonly string[]): string | undefined {
  const runs = lines.map(
    (line) =>
      toHalfWidth(line)
        .toUpperCase()
        .match(/[0-9A-Z]+/g) ?? [],
  )
  // Also a code that was broken over two lines.
  const across = runs.flatMap((run, i) => {
    const joined = `${run[run.length - 1] ?? ''}${runs[i + 1]?.[0] ?? ''}`
    return joined.length === codeLength ? [joined] : []
  })
  const candidates = [...runs.flat().flatMap(windows), ...across]
  return candidates.find(isLicenceCode) ?? only(candidates.flatMap(corrected))
}

/** Something may stick to the code at either end. */
function windows(run: string): readonly string[] {
  const most = codeLength + 4
  if (run.length < codeLength || run.length > most) return []
  return Array.from({ length: run.length - codeLength + 1 }, (_, at) => run.slice(at, at + codeLength))
}

function corrected(candidate: string): readonly string[] {
  const meant = meantCreditCode(candidate)
  return meant !== undefined && meant.startsWith('9') ? [meant] : []
}

const only = (found: readonly string[]): string | undefined => (new Set(found).size === 1 ? found[0] : undefined)

function oldNumberIn(lines: readonly string[]): string | undefined {
  const numbers = lines.flatMap((line, i) => {
    const at = line.indexOf('注册号')
    if (at < 0) return []
    const behind = toHalfWidth(`${line.slice(at + 3)}${lines[i + 1] ?? ''}`)
    return /^\D{0,3}(\d{15})(?!\d)/.exec(behind)?.[1] ?? []
  })
  return numbers.find((number) => checkRegistrationNumber(number).ok)
}

/** 「名 称」 is set wide, so a recogniser may break it over two lines. A shop may begin with either character. */
const nameLabel = /^(?:(?:企业|单位|商户|市场主体)?名称[:：]?|名$|称$|称[:：])(.*)$/
const otherLabel =
  /^(?:类型|法定代表|负责人|经营者|投资人|执行事务|组成形式|住所|经营场所|主要经营|注册|成立日期|成员出资|经营范围|营业期限|统一社会|营业执照|副本|正本|登记机关|编号)/
/** How names of companies and shops end: one that does not may go on in the next line. */
const ending =
  /(?:公司|合作社|商行|中心|工作室|经营部|[店馆厂铺行社部坊楼庄屋吧房院所城场站摊])(?:[(（][^()（）]+[)）])?$/

function nameIn(lines: readonly string[]): string | undefined {
  for (const [i, line] of lines.entries()) {
    const found = nameLabel.exec(line)
    if (found === null) continue
    const [next = '', ...more] = lines.slice(i + 1, i + 4)
    const rest = line === '名' ? next.replace(/^称[:：]?/, '') : next
    const name = nameFrom([found[1] ?? '', rest, ...more].filter((part) => part !== ''))
    if (name !== undefined) return name
  }
  return undefined
}

/** `begun`: what stands behind the label; `next`: the line after it. */
function nameFrom([begun = '', next = '']: readonly string[]): string | undefined {
  if (otherLabel.test(begun) || !isName(begun)) return undefined
  const goesOn = !ending.test(begun) && !otherLabel.test(next) && ending.test(next)
  const name = goesOn ? `${begun}${next}` : begun
  return isName(name) ? name : undefined
}
