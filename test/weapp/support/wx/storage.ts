/** A fake of wx storage: values as JSON, a missing key reads '', 1 MB a key and a limit on the whole. */
import type { Phone } from '../phone'
import { type Answer, type Callbacks, Refused } from './answer'

const keyLimit = 1024 * 1024

interface Keyed {
  readonly key: string
  readonly data?: unknown
}

/** `calls` notes every synchronous call: they block the app's start. */
export function storageApis(phone: Phone, answer: Answer, calls: string[]) {
  const size = () => [...phone.storage].reduce((sum, [key, value]) => sum + key.length + value.length, 0)
  const get = (key: string): unknown => {
    const text = phone.storage.get(key)
    return text === undefined ? '' : JSON.parse(text)
  }
  const set = (key: string, data: unknown) => {
    const text = JSON.stringify(data)
    if (text.length > keyLimit) throw new Refused('exceed storage item max length')
    if (size() - (phone.storage.get(key)?.length ?? 0) + text.length > phone.storageLimit) {
      throw new Refused('exceed storage max size 10Mb')
    }
    phone.storage.set(key, text)
  }
  const info = () => ({ keys: [...phone.storage.keys()], currentSize: Math.ceil(size() / 1024), limitSize: 10240 })
  return {
    getStorageSync(key: string) {
      calls.push(`get ${key}`)
      return get(key)
    },
    batchGetStorageSync(keys: readonly string[]) {
      calls.push(`get ${keys.length} keys`)
      return keys.map(get)
    },
    setStorageSync(key: string, data: unknown) {
      calls.push(`set ${key}`)
      try {
        set(key, data)
      } catch (error) {
        throw new Error(`setStorageSync:fail ${(error as Error).message}`)
      }
    },
    removeStorageSync(key: string) {
      calls.push(`remove ${key}`)
      phone.storage.delete(key)
    },
    clearStorageSync: () => phone.storage.clear(),
    getStorageInfoSync() {
      calls.push('info')
      return info()
    },
    getStorage: (options: Keyed & Callbacks) =>
      answer('getStorage', options, () => {
        if (!phone.storage.has(options.key)) throw new Refused('data not found')
        return { data: get(options.key) }
      }),
    setStorage: (options: Keyed & Callbacks) =>
      answer('setStorage', options, () => void set(options.key, options.data)),
    removeStorage: (options: Keyed & Callbacks) =>
      answer('removeStorage', options, () => void phone.storage.delete(options.key)),
    getStorageInfo: (options?: Callbacks) => answer('getStorageInfo', options, info),
  }
}
