/** The file store's twin in memory. */
import type { FileStore } from '../core/ports'
import { probeFiles } from './probe'

export function createMemoryFiles(): FileStore {
  const kept = new Map<string, Uint8Array>()
  const files: FileStore = {
    async write(key, bytes) {
      kept.set(key, bytes.slice())
    },
    read: async (key) => kept.get(key)?.slice() ?? null,
    async remove(key) {
      kept.delete(key)
    },
    check: () => probeFiles(files),
  }
  return files
}
