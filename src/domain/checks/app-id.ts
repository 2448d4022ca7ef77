/**
 * AppID(小程序ID): wx and 16 hexadecimal digits, 开发管理 → 开发设置 (screens of 2026-06, checked 2026-11-21).
 * Beside it stand things that are taken for it: the AppSecret (32 digits), which must not be handed to
 * anybody, and the 原始ID (gh_).
 */
import { correction } from './look-alikes'
import { squeeze } from './normalise'
import { amount, failed, passed, type CheckResult } from './result'

const pattern = /^wx[0-9a-f]{16}$/
const allows = (char: string, at: number) => (at < 2 ? char === 'WX'.charAt(at) : /^[0-9A-F]$/.test(char))
const passes = (id: string) => pattern.test(id.toLowerCase())

export function checkAppId(text: string): CheckResult {
  const id = squeeze(text)
    .replace(/^.*[:=]/, '')
    .toLowerCase()
  if (id === '') return failed('empty', '还没填 AppID。')
  if (pattern.test(id)) return passed(id)
  if (/^[0-9a-f]{32}$/.test(id))
    return failed('refused', '这像是 AppSecret，不要发给任何人。AppID 是 wx 开头的那一串。')
  if (id.startsWith('gh_')) return failed('refused', '这是原始 ID。AppID 是 wx 开头的那一串。')
  if (!id.startsWith('wx')) return failed('format', 'AppID 是 wx 开头的，在「开发管理」的「开发设置」里。')
  if (id.length !== 18) return failed('length', `AppID 一共 ${amount(18, '位')}，现在是 ${amount(id.length, '位')}。`)
  const suggestion = correction(id.toUpperCase(), { allows, passes })?.toLowerCase()
  return failed('format', 'wx 后面只有数字和 a 到 f，再看一眼。', suggestion)
}
