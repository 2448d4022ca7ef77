import Taro from '@tarojs/taro'
import type { Storage } from '../../ports/storage'
import { createTaroStorage } from '../taro-storage'

/**
 * WeChat's storage, read once. Every read is a call that blocks the start, and the stores read two places
 * each (stores/slots.ts); so the first read takes all there is in one call. Nobody else writes: an app runs
 * once at a time on a phone.
 */
export function createWeappStorage(): Storage {
  const plain = createTaroStorage()
  if (!Taro.canIUse('batchGetStorageSync')) return plain // base library before 2.25.0
  let known: Map<string, string> | null = null

  function readAll(): Map<string, string> {
    const keys = plain.keys()
    const values: readonly unknown[] = keys.length > 0 ? Taro.batchGetStorageSync([...keys]) : []
    return new Map(
      keys.flatMap((key, i) => {
        const text = values[i]
        return typeof text === 'string' && text !== '' ? [[key, text]] : []
      }),
    )
  }
  const all = () => (known ??= readAll())

  return {
    get: (key) => all().get(key) ?? null,
    set(key, text) {
      const kept = plain.set(key, text)
      if (kept) all().set(key, text)
      return kept
    },
    remove(key) {
      plain.remove(key)
      all().delete(key)
    },
    keys: () => [...all().keys()],
  }
}
