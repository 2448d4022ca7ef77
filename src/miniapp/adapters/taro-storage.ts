import Taro from '@tarojs/taro'
import type { Storage } from '../ports/storage'

/** Taro's storage reads '' for a missing key, on both platforms; the port says null. */
export function createTaroStorage(): Storage {
  return {
    get(key) {
      const text: unknown = Taro.getStorageSync(key)
      return typeof text === 'string' && text !== '' ? text : null
    },
    set(key, text) {
      try {
        Taro.setStorageSync(key, text)
        return true
      } catch {
        return false // full: 10 MB in WeChat, about 5 MB in a browser
      }
    },
    remove(key) {
      Taro.removeStorageSync(key)
    },
    keys() {
      return Taro.getStorageInfoSync().keys
    },
  }
}
