/**
 * A mailbox as the official pages take it: local part of RFC 5322's dot-atom without its rarer signs, a
 * domain with at least one dot (RFC 1035). Whether it is free is known to the platform only.
 * Typing slips in the domain are pointed out, not corrected. Checked 2026-11-21.
 */
import { squeeze } from './normalise'
import { failed, passed, type CheckResult } from './result'

const pattern = /^[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/
/** RFC 5321 §4.5.3.1. */
const maxLength = 254
const known = [
  'qq.com',
  'foxmail.com',
  '163.com',
  '126.com',
  'yeah.net',
  'sina.com',
  'sina.cn',
  'sohu.com',
  'aliyun.com',
  '139.com',
  '189.cn',
  'gmail.com',
  'outlook.com',
  'hotmail.com',
]

/** Whether b is a with one character changed, added or left out, or two neighbours swapped. */
function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  const swapped = a[from] === b[from + 1] && a[from + 1] === b[from] && a.slice(from + 2) === b.slice(from + 2)
  return (
    swapped ||
    a.slice(from + 1) === b.slice(from + 1) ||
    a.slice(from + 1) === b.slice(from) ||
    a.slice(from) === b.slice(from + 1)
  )
}

const warningsOn = (domain: string) => {
  const meant = known.includes(domain) ? undefined : known.find((name) => isSlip(name, domain))
  return meant === undefined ? [] : [`「${domain}」像是打错了，是不是「${meant}」？`]
}

/** The Chinese full stop comes from the keyboard, in a domain it can only mean a dot. */
const addressOf = (text: string) =>
  squeeze(text)
    .replace(/[。．｡]/g, '.')
    .replace(/^mailto:/i, '')

export function checkEmail(text: string): CheckResult {
  const address = addressOf(text)
  if (address === '') return failed('empty', '还没填邮箱。')
  if (!address.includes('@')) return failed('format', '邮箱里要有 @，后面的也写全，比如 @qq.com。')
  if (address.length > maxLength) return failed('length', '邮箱太长了。')
  if (!pattern.test(address)) return failed('format', '邮箱写得不对，看看有没有多了或少了什么。')
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1).toLowerCase()
  return passed(`${address.slice(0, at)}@${domain}`, warningsOn(domain))
}

/** What makes two addresses the same mailbox. */
export const mailboxOf = (text: string): string => addressOf(text).toLowerCase()
