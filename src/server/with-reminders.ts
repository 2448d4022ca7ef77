import { createReminding } from './adapters/reminding'
import type { Ports } from './core/ports'
import type { Settings } from './settings'

/** The ports with what reminders need, where a template is configured. Throws without WeChat's own settings. */
export function withReminders(
  ports: Ports,
  { reminder, wechat }: Pick<Settings, 'reminder' | 'wechat'>,
  masterKey: Uint8Array,
): Ports {
  if (reminder === null) return ports
  if (wechat === null) throw new Error('REMINDER_TEMPLATE 要和 WECHAT_APPID、WECHAT_SECRET 一起填 (they go together)')
  return { ...ports, reminders: createReminding(wechat, reminder, { ...ports, masterKey }) }
}
