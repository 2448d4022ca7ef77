/** The file store's twin in memory. */
import type { FileStore } from '../core/ports'
import { probeFiles } from './probe'

export function createMemoryFiles(now: () => number = Date.now): FileStore {
  const kept = new Map<string, Uint8Array>()
  const modified = new Map<string, number>()
  const files: FileStore = {
    async write(key, bytes) {
      kept.set(key, bytes.slice())
      modified.set(key, now())
    },
    read: async (key) => kept.get(key)?.slice() ?? null,
    async remove(key) {
      kept.delete(key)
    },
    check: () => probeFiles(files),
    stock: {
      nameOf: (key) => key,
      async *list() {
        for (const name of kept.keys()) yield { name, modified: modified.get(name) ?? 0 }
      },
      async discard(name) {
        kept.delete(name)
      },
    },
  }
  return files
}
