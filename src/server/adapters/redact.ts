/**
 * The one redactor: both logs give everything they write through it. It works by name (members that hold
 * secrets or what people typed are dropped), by form (tokens, keys, openids, signed addresses, passwords
 * within addresses) and by origin (messages of errors lose what they quote). OWASP Logging Cheat Sheet,
 * ASVS 16.2.5.
 */

import { isNativeError } from 'node:util/types'

const hidden = '…'
const maxDepth = 4
const maxText = 2000
const maxMembers = 40

/** Members of these names never get into a log, whatever they hold. */
const secretNames =
  /^(authorization|cookie|set-cookie|.*token|.*secret.*|.*password|.*key|session_?key|openid|unionid|touser|to|code|scene|claim|text|texts|value|values|v|doc|ops|patch|entries|body|rawbody|json|url|href|link|address|headers|query|params|parameters|detail|where|sealed)$/i

const forms: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic) +[^\s",;]+/gi, `$1 ${hidden}`],
  // What an address carries after its question mark, and who logs in with it.
  [/(\?|&(?:amp;)?)[A-Za-z0-9_.-]+=[^\s"'&<>\\]*/g, `$1${hidden}`],
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"']+@/gi, `$1${hidden}@`],
  // 256 bits: tokens (base64url, with their signature when there is one), keys and hashes (hex).
  [/(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43,}(?:\.[A-Za-z0-9_-]{20,})?(?![A-Za-z0-9_-])/g, hidden],
  [/\b[0-9a-fA-F]{64}\b/g, hidden],
  [/(?<![A-Za-z0-9_-])o[A-Za-z0-9_-]{27}(?![A-Za-z0-9_-])/g, hidden],
  [/\b(?:[A-HJ-NP-Z2-9]{5}-){5}[A-HJ-NP-Z2-9]\b/g, hidden],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}\b/g, hidden],
  [/(?<!\d)1[3-9]\d{9}(?!\d)/g, hidden],
]

/** A text without what its form gives away. */
export const redactText = (text: string): string =>
  forms.reduce((left, [pattern, instead]) => left.replace(pattern, instead), text)

/** Errors quote what they stumbled over: a parser the text itself, a database the value. */
const unquoted = (message: string): string =>
  redactText(message.replace(/"[^"]*"?/g, `"${hidden}"`).replace(/[^\x20-\x7e…]+/g, hidden)).slice(0, maxText)

/** Also those of Node's own parts and of other contexts. */
const isError = (value: unknown): value is Error => value instanceof Error || isNativeError(value)

/** A JSON-safe copy without secrets. Of errors, see `described`. */
export function redacted(value: unknown, depth = maxDepth): unknown {
  if (typeof value === 'string') return redactText(value).slice(0, maxText)
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  if (isError(value)) return described(value)
  if (typeof value !== 'object') return undefined
  if (depth === 0 || ArrayBuffer.isView(value)) return hidden
  if (Array.isArray(value)) return value.slice(0, maxMembers).map((each) => redacted(each, depth - 1))
  const members = Object.entries(value).slice(0, maxMembers)
  return Object.fromEntries(
    members.filter(([name]) => !secretNames.test(name)).map(([name, member]) => [name, redacted(member, depth - 1)]),
  )
}

export interface Described {
  readonly type: string
  readonly message: string
  /** Of the platform: ECONNREFUSED, 23505, -501001. */
  readonly code?: string | number
  readonly stack?: string
  readonly cause?: Described
}

const platformCode = (code: unknown): code is string | number =>
  typeof code === 'number' || (typeof code === 'string' && /^[A-Z0-9_.]{2,40}$/i.test(code))

/** What a log may say of an error: its kind, its message without quotations, where it came from. */
export function described(error: unknown, depth = 3): Described {
  if (!isError(error)) return { type: typeof error, message: hidden }
  const { name, cause } = error
  const { code, errCode } = error as Error & { readonly code?: unknown; readonly errCode?: unknown }
  // A parser's message is a piece of what it parsed.
  const message = name === 'SyntaxError' ? 'cannot be parsed' : unquoted(error.message)
  const platform = [code, errCode].find(platformCode)
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: /^\w{1,40}$/.test(name) ? name : 'Error',
    message,
    ...(platform !== undefined && { code: platform }),
    ...(frames.length > 0 && { stack: redactText(frames.slice(0, 12).join('\n')) }),
    ...(isError(cause) && depth > 0 && { cause: described(cause, depth - 1) }),
  }
}
