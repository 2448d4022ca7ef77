/** The reminders over HTTPS: the operator's template, WeChat's interface, openids sealed by the master key. */
import type { Reminding } from '../core/ports'
import { createSealer } from './sealer'
import { createSubscribeMessages } from './subscribe-messages'
import type { TemplateSettings } from './template-data'
import { createWechatAccess, type AccessPorts } from './wechat-access'
import type { WechatSettings } from './wechat-login'

export function createReminding(
  wechat: WechatSettings,
  template: TemplateSettings,
  { masterKey, ...ports }: Omit<AccessPorts, 'sealer'> & { readonly masterKey: Uint8Array },
): Reminding {
  const sealer = createSealer(masterKey)
  const access = createWechatAccess(wechat, { ...ports, sealer })
  return { template: template.id, messages: createSubscribeMessages(access, template, ports.log), sealer }
}
