/** Files in memory, with the names of those that are there. */
import { createMemoryFiles } from '../../src/server/adapters/memory-files'
import type { FileStore } from '../../src/server/core/ports'

export function watchedFiles(): { readonly files: FileStore; readonly names: ReadonlySet<string> } {
  const [inner, names] = [createMemoryFiles(), new Set<string>()]
  const files: FileStore = {
    ...inner,
    async write(name, bytes, owner) {
      names.add(name)
      await inner.write(name, bytes, owner)
    },
    async remove(name) {
      names.delete(name)
      await inner.remove(name)
    },
  }
  return { files, names }
}
