import Taro from '@tarojs/taro'
import type { Identity } from '../../ports/identity'

/** wx.login's code lives five minutes and works once (WeChat, code2Session). */
export function createWeappIdentity(): Identity {
  return {
    kind: 'wechat',
    async code() {
      try {
        return (await Taro.login()).code || null
      } catch {
        return null // no network, or WeChat itself is unwell
      }
    },
  }
}
