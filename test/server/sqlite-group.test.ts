/** SQLite under many at once: what is written together stands together, and nobody pays for somebody else. */
import path from 'node:path'
import { createSqliteStore } from '../../src/server/adapters/sqlite'
import { createWrites, type Write } from '../../src/server/adapters/sqlite-group'
import { openSqlite, type Db } from '../../src/server/adapters/sqlite-open'
import type { Statement } from '../../src/server/adapters/sqlite-statements'
import { temporaryFolder, type TemporaryFolder } from './support/folders'

let folder: TemporaryFolder
let db: Db
beforeEach(() => {
  folder = temporaryFolder()
  db = openSqlite(file())
})
afterEach(() => {
  db.close()
  folder.remove()
})

const file = () => path.join(folder.path, 'companion.db')
const statement = (id: string, value: string | null = '{}'): Statement => ({
  sql: 'INSERT INTO meta (id, version, value) VALUES (?, 1, ?)',
  values: [id, value],
})
const insert = (...given: Parameters<typeof statement>): Write => [statement(...given)]
const ids = () => (db.prepare('SELECT id FROM meta ORDER BY id').all() as { id: string }[]).map(({ id }) => id)
const errors = (outcomes: readonly PromiseSettledResult<number>[]) =>
  outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : (outcome.reason as Error).name))

test('writes of one turn are one transaction, and nobody hears before it is committed', async () => {
  const writes = createWrites(db)
  const reader = openSqlite(file())
  const count = () => (reader.prepare('SELECT count(*) AS n FROM meta').get() as { n: number }).n
  const heard = ['a', 'b', 'c'].map((id) => writes.run(insert(id)).then(() => count()))
  expect(count()).toBe(0)
  expect(await Promise.all(heard)).toEqual([3, 3, 3])
  reader.close()
})

test('a write that fails takes back only itself', async () => {
  const writes = createWrites(db)
  const outcomes = await Promise.allSettled([insert('a'), insert('b', null), insert('c')].map(writes.run))
  expect(errors(outcomes)).toEqual([1, 'SqliteError', 1])
  expect(ids()).toEqual(['a', 'c'])
})

test('where there is no room for one, the others are still written', async () => {
  const [{ page_count: pages } = { page_count: 0 }] = db.pragma('page_count') as { page_count: number }[]
  db.pragma(`max_page_count = ${pages + 4}`)
  const writes = createWrites(db)
  const huge = JSON.stringify('x'.repeat(200_000))
  const outcomes = await Promise.allSettled([insert('a'), insert('b', huge), insert('c')].map(writes.run))
  expect(errors(outcomes)).toEqual([1, 'StorageFull', 1])
  expect(ids()).toEqual(['a', 'c'])
})

test('the others of a write happen when its first statement changed something, and all or none', async () => {
  const writes = createWrites(db)
  const changing: Statement = { sql: 'UPDATE meta SET version = 2 WHERE id = ?', values: ['a'] }
  const outcomes = await Promise.allSettled(
    [[changing, statement('b')], insert('a'), [changing, statement('c')], [statement('d'), statement('e', null)]].map(
      writes.run,
    ),
  )
  expect(errors(outcomes)).toEqual([0, 1, 1, 'SqliteError'])
  expect(ids()).toEqual(['a', 'c'])
})

test('a file that another process holds is waited for once, not once for each', async () => {
  db.pragma('busy_timeout = 300')
  const other = openSqlite(file())
  other.exec('BEGIN IMMEDIATE')
  const writes = createWrites(db)
  const begin = Date.now()
  const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => writes.run(insert(id))))
  const waited = Date.now() - begin
  other.exec('ROLLBACK')
  other.close()
  expect(new Set(errors(outcomes))).toEqual(new Set(['Unavailable']))
  expect(waited).toBeLessThan(1200)
  expect(await writes.run(insert('g'))).toBe(1)
})

test('of fifty who write the same version at once, one is the first', async () => {
  const store = createSqliteStore(file())
  const outcomes = await Promise.all(Array.from({ length: 50 }, (_each, n) => store.put('meta', 'one', { n }, 0)))
  expect(outcomes).toEqual([true, ...Array.from({ length: 49 }, () => false)])
  expect(await store.get('meta', 'one')).toEqual({ version: 1, value: { n: 0 } })
  await store.close()
})

test('closing commits what is waiting', async () => {
  const store = createSqliteStore(file())
  const waiting = ['a', 'b'].map((id) => store.put('meta', id, {}, 0))
  await store.close()
  expect(await Promise.all(waiting)).toEqual([true, true])
  expect(ids()).toEqual(['a', 'b'])
})

test('who reads page after page lets others in between', async () => {
  const store = createSqliteStore(file())
  let turns = 0
  const turn = () => {
    turns += 1
    next = setImmediate(turn)
  }
  let next = setImmediate(turn)
  for (let page = 0; page < 10; page++) await store.list('meta', { limit: 10 })
  expect(turns).toBeGreaterThanOrEqual(9)
  clearImmediate(next)
  await store.close()
})
