import path from 'node:path'
import { createMemoryStore } from '../../src/server/adapters/memory-store'
import { createSqliteStore } from '../../src/server/adapters/sqlite'
import { describeStore } from './contracts/store.contract'
import { temporaryFolder } from './support/folders'

describeStore('memory', async () => ({ store: createMemoryStore(), tearDown: async () => undefined }))

describeStore('SQLite', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder.path, 'companion.db')
  const store = createSqliteStore(file)
  return {
    store,
    reopen: async () => createSqliteStore(file),
    tearDown: async () => {
      await store.close()
      folder.remove()
    },
  }
})

test('SQLite: two processes swap on one file, and neither loses an edit', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder.path, 'companion.db')
  const [a, b] = [createSqliteStore(file), createSqliteStore(file)]
  await a.put('merchants', 'm', { n: 0 }, 0)
  const add = async (store: typeof a) => {
    for (let done = 0; done < 50;) {
      const stored = await store.get<{ n: number }>('merchants', 'm')
      if (stored !== null && (await store.put('merchants', 'm', { n: stored.value.n + 1 }, stored.version))) done++
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  await Promise.all([add(a), add(b)])
  expect((await a.get<{ n: number }>('merchants', 'm'))?.value.n).toBe(100)
  await a.close()
  await b.close()
  folder.remove()
})
