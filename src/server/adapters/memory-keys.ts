/** The key store's twin in memory. */
import type { KeyStore, WrappedKey } from './merchant-keys'

export function createMemoryKeys(): KeyStore {
  const kept = new Map<string, WrappedKey>()
  const nameOf = (owner: string, wrapper: string) => `${owner}|${wrapper}`
  return {
    get: async (owner, wrapper) => kept.get(nameOf(owner, wrapper))?.wrapped ?? null,
    async add(key) {
      const name = nameOf(key.owner, key.wrapper)
      const there = kept.get(name) ?? { ...key, wrapped: key.wrapped.slice() }
      kept.set(name, there)
      return there.wrapped
    },
    async destroy(owner) {
      for (const [name, key] of kept) if (key.owner === owner) kept.delete(name)
    },
    async *all() {
      yield* [...kept.values()]
    },
  }
}
