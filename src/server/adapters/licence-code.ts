/**
 * What the QR code of a business licence says. It is mostly an address of the 国家企业信用信息公示系统
 * (gsxt.gov.cn and its provincial hosts) with the 统一社会信用代码 as `uniscid`; older codes are lines of
 * 「名称：值」. Nothing is looked up, and the merchant confirms what was read.
 */
import type { Licence } from '../core/ports'

/** GB 32100-2015: 18 of 31 characters, without I, O, S, V, Z. The check character is the phone's to verify. */
const codePattern = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/
const maxName = 100

/** null: not a licence's code. */
export function parseLicence(text: string): Licence | null {
  const found = fromAddress(text) ?? fromLines(text)
  const code = found.code?.trim().toUpperCase()
  const name = found.name?.trim()
  const licence: Licence = {
    ...(code !== undefined && codePattern.test(code) && { code }),
    ...(name !== undefined && name !== '' && name.length <= maxName && { name }),
  }
  return licence.code === undefined && licence.name === undefined ? null : licence
}

interface Found {
  readonly code?: string | undefined
  readonly name?: string | undefined
}

function fromAddress(text: string): Found | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  if (!/(^|\.)gov\.cn$/i.test(url.hostname)) return {}
  const members = [...url.searchParams, ...new URLSearchParams(url.hash.replace(/^#[^?]*\?/, ''))]
  const member = (name: RegExp) => members.find(([key]) => name.test(key))?.[1]
  return { code: member(/^uniscid$/i), name: member(/^entname$/i) }
}

const fromLines = (text: string): Found => ({
  code: /统一社会信用代码(?:\/注册号)?\s*[:：]\s*([0-9A-Za-z]{18})(?![0-9A-Za-z])/.exec(text)?.[1],
  name: /(?:^|[^字商法人])名\s*称\s*[:：]\s*([^;；,，\r\n]+)/.exec(text)?.[1],
})
