/** SQLite's log, moved by a thread as the server runs it: the same contract, and a log that does not grow for ever. */
import { statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createSqliteStore } from '../../src/server/adapters/sqlite'
import { checkpointsIn } from '../../src/server/adapters/sqlite-checkpoints'
import { describeStore } from './contracts/store.contract'
import { temporaryFolder, type TemporaryFolder } from './support/folders'
import { checkpointThread } from './support/helpers'

const lines: string[] = []
const log = { info: () => undefined, error: (message: string) => lines.push(message) }
const open = async (file: string) => createSqliteStore(file, checkpointsIn(await checkpointThread(), log))

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
  lines.length = 0
})
afterEach(() => folder.remove())
const file = () => path.join(folder.path, 'companion.db')
const mega = 2 ** 20

describeStore('SQLite, its log moved by a thread', async () => {
  const own = temporaryFolder()
  const at = path.join(own.path, 'companion.db')
  const store = await open(at)
  return {
    store,
    reopen: () => open(at),
    tearDown: async () => {
      await store.close()
      own.remove()
    },
  }
})

/** Writes so many documents of 4 KB, a hundred at once, and answers the log's largest size (bytes). */
async function largestLog(store: Awaited<ReturnType<typeof open>>, documents: number): Promise<number> {
  let largest = 0
  for (let n = 0; n < documents; n += 100) {
    const ids = Array.from({ length: 100 }, (_each, i) => `d${n + i}`)
    await Promise.all(ids.map((id) => store.put('merchants', id, { text: 'x'.repeat(4000) }, 0)))
    largest = Math.max(largest, statSync(`${file()}-wal`).size)
  }
  return largest
}

test('while many write, the log begins anew again and again', async () => {
  const store = await open(file())
  expect(await largestLog(store, 25_000)).toBeLessThan(80 * mega)
  await store.close()
  expect(lines).toEqual([])
})

test('a thread that is lost is told in the log, and the writers move the log themselves', async () => {
  const entry = path.join(folder.path, 'thread.cjs')
  // Not the real thread: one that dies at once.
  writeFileSync(entry, "throw new Error('out of memory')")
  const store = createSqliteStore(file(), checkpointsIn(entry, log))
  expect(await largestLog(store, 25_000)).toBeLessThan(80 * mega)
  expect(lines).toEqual(['checkpoint thread lost'])
  await store.close()
})
