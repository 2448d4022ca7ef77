import type { Backend } from '../../ports/backend'
import type { Computer } from '../../ports/computer'
import type { Storage } from '../../ports/storage'
import { download } from './download'

/** In private windows of some browsers it throws: then a reload begins anew. */
const tab: Storage = {
  get(key) {
    try {
      return sessionStorage.getItem(key)
    } catch {
      return null
    }
  },
  set(key, text) {
    try {
      sessionStorage.setItem(key, text)
      return true
    } catch {
      return false
    }
  },
  remove(key) {
    try {
      sessionStorage.removeItem(key)
    } catch {
      // nothing was kept
    }
  },
  keys: () => [],
}

export const createComputer = (backend: Backend): Computer => ({
  backend,
  tab,
  /** As bytes: a browser heeds the name that a link wishes for only within one origin. */
  async save(name, url) {
    try {
      const response = await fetch(url)
      if (!response.ok) return false
      download(name, await response.blob())
      return true
    } catch {
      return false
    }
  },
})
