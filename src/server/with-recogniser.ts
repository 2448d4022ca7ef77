import { createSealer } from './adapters/sealer'
import { createWechatRecogniser } from './adapters/wechat-recogniser'
import type { Ports } from './core/ports'
import type { Settings } from './settings'

/** The ports with WeChat's licence recognition, where it is switched on. Throws without WeChat's own settings. */
export function withRecogniser(
  ports: Ports,
  { licenceOcr, wechat }: Pick<Settings, 'licenceOcr' | 'wechat'>,
  masterKey: Uint8Array,
): Ports {
  if (!licenceOcr) return ports
  if (wechat === null) throw new Error('LICENCE_OCR 要和 WECHAT_APPID、WECHAT_SECRET 一起填 (they go together)')
  return { ...ports, recogniser: createWechatRecogniser(wechat, { ...ports, sealer: createSealer(masterKey) }) }
}
