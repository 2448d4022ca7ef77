/**
 * What the QR code of a business licence says. There is no published list of its formats, and they differ by
 * province and year, so it is read by its shape: an address on a government host carries the credit code as a
 * value, in the part behind `#` or as a piece of the path, under whatever name; older codes are texts of
 * 「名称：值」 in some order and punctuation. A code is recognised by GB 32100's two check characters, which one
 * in 341 accidental texts of its form would pass. Addresses of the 电子营业执照 hold no code: null.
 * Nothing is looked up, and the merchant confirms what was read.
 */
import { checkCreditCode, isCreditCode } from '../checks/credit-code'
import { tidy, toHalfWidth } from '../checks/normalise'
import { isName, licenceOf, type Licence } from './licence'

const address = /^\s*https?:\/\/([^/?#:\s]+)/i
/** Some provinces printed the bare number of a host of theirs. */
const official = /(?:^|\.)gov\.cn$|^\d{1,3}(?:\.\d{1,3}){3}$/i

/** Keys seen in the registry's own data: uniscid, entname, regno and their pinyin. */
const codeKey = /^(?:uniscid|uniscode|shxydm|tyshxydm|tyxydm|xydm|creditcode|regno|zch)$/i
const nameKey = /^(?:entname|corpname|qymc|ztmc)$/i

/** null: not a licence's code. */
export function licenceInCode(text: string): Licence | null {
  const host = address.exec(text)?.[1]
  if (host === undefined) return fromText(text)
  return official.test(host) ? fromAddress(text) : null
}

/** The only code that stands in the text by itself; of two nobody knows which is meant. */
function loneCode(text: string): string | undefined {
  const codes = text
    .toUpperCase()
    .split(/[^0-9A-Z]+/)
    .filter(isCreditCode)
  return new Set(codes).size === 1 ? codes[0] : undefined
}

/** Under its own name also a code of the Fujian pilot, and the 15 digits of an older licence. */
function labelledCode(text: string | undefined): string | undefined {
  if (text === undefined || !/^(?:[0-9A-Z]{18}|\d{15})$/i.test(text)) return undefined
  const checked = checkCreditCode(text)
  return checked.ok ? checked.value : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '))
  } catch {
    // Percent signs of another encoding: the code is ASCII and stands there all the same.
    return text
  }
}

function fromAddress(text: string): Licence | null {
  const pairs = text.split(/[?#&;]/).flatMap((part) => {
    const at = part.indexOf('=')
    return at < 0 ? [] : [{ key: part.slice(0, at), value: decoded(part.slice(at + 1)).trim() }]
  })
  const valueOf = (key: RegExp) => pairs.find((pair) => key.test(pair.key))?.value
  const name = valueOf(nameKey)
  return licenceOf(
    labelledCode(valueOf(codeKey)) ?? loneCode(decoded(text)),
    name !== undefined && isName(name) ? name : undefined,
  )
}

const codeLabel =
  /(?:信用代码|注册号|uniscid)(?:\s*[/(][^:=0-9]{0,12})?["']?\s*[:=]?\s*["']?([0-9A-Z]{15,18})(?![0-9A-Z])/i
/** Not the name of a brand, a bank or a person: 字号名称, 商标名称, 法定代表人名称. */
const nameLabel = /(?:^|[^字号标人行])(?:名\s*称|entname)["']?\s*[:=]\s*["']?([^\n]+)/i
/** Where a name ends that has no line of its own. */
const nameEnd = /[;,|"'}\r]|\s+\S{2,12}\s*[:=]/

function fromText(text: string): Licence | null {
  // Full-width signs and letters only: the name's own brackets stay as they are printed.
  const plain = text.replace(/[：；，＝｜／＂\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, toHalfWidth)
  const found = nameLabel.exec(plain)?.[1]
  const name = found === undefined ? undefined : tidy(found.split(nameEnd)[0] ?? '')
  return licenceOf(
    labelledCode(codeLabel.exec(plain)?.[1]) ?? loneCode(plain),
    name !== undefined && isName(name) ? name : undefined,
  )
}
