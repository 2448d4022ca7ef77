import { copyFileSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import { createMemoryStore } from '../../src/server/adapters/memory-store'
import { masterKeyIn } from '../../src/server/adapters/master-key'
import { createSqliteStore } from '../../src/server/adapters/sqlite'
import { openSqlite } from '../../src/server/adapters/sqlite-open'
import { checkMasterKey } from '../../src/server/key-check'
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

test('SQLite: a file from before there were columns is brought up to date, and everything is found', async () => {
  const folder = temporaryFolder()
  const file = path.join(folder.path, 'companion.db')
  const db = new Database(file)
  db.exec('CREATE TABLE tokens (id TEXT PRIMARY KEY, version INTEGER NOT NULL, value TEXT NOT NULL) WITHOUT ROWID')
  db.exec("CREATE INDEX tokens_merchant ON tokens (json_extract(value, '$.merchant'), id)")
  for (const [id, merchant] of [...'abc'].entries())
    db.prepare('INSERT INTO tokens VALUES (?, 1, ?)').run(`t${id}`, JSON.stringify({ merchant }))
  db.close()
  for (let opened = 0; opened < 2; opened++) {
    const store = createSqliteStore(file)
    const found = await store.list('tokens', { where: { field: 'merchant', equals: 'b' }, limit: 9 })
    expect(found).toEqual([{ id: 't1', value: { merchant: 'b' } }])
    await store.close()
  }
  const again = openSqlite(file)
  const plan = again.prepare("EXPLAIN QUERY PLAN SELECT id FROM tokens WHERE by_merchant = 'b'").all()
  expect(JSON.stringify(plan)).toContain('tokens_merchant')
  again.close()
  folder.remove()
})

describe('SQLite: a file that cannot be used', () => {
  const folder = temporaryFolder()
  const at = (name: string) => path.join(folder.path, name)
  afterAll(() => folder.remove())

  beforeAll(async () => {
    const store = createSqliteStore(at('good.db'))
    for (let i = 0; i < 400; i++) await store.put('merchants', `m${i}`, { text: 'x'.repeat(1000) }, 0)
    const db = new Database(at('good.db'))
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.close()
    await store.close()
  })

  test.each<[string, (file: string) => void]>([
    ['is no database', (file) => writeFileSync(file, 'photographs of my dog'.repeat(500))],
    ['was cut off', (file) => truncateSync(file, 40_960)],
    [
      'has pages that make no sense',
      (file) => {
        const bytes = readFileSync(file)
        writeFileSync(file, bytes.fill(0x5a, bytes.length / 2, bytes.length / 2 + 65_536))
      },
    ],
  ])('%s: a sentence with the file and what to do', (name, damage) => {
    const file = at(`${name}.db`)
    copyFileSync(at('good.db'), file)
    damage(file)
    expect(() => createSqliteStore(file)).toThrow(/坏了.*npm run restore.*damaged/)
    expect(() => createSqliteStore(file)).toThrow(file)
  })

  test('a newer version has used it', () => {
    copyFileSync(at('good.db'), at('newer.db'))
    const db = new Database(at('newer.db'))
    db.pragma('user_version = 99')
    db.close()
    expect(() => createSqliteStore(at('newer.db'))).toThrow(/版本 99.*请升级.*newer version/)
  })

  test('durable: the log is synced with every transaction', () => {
    const db = openSqlite(at('good.db'))
    expect(db.pragma('journal_mode')).toEqual([{ journal_mode: 'wal' }])
    expect(db.pragma('synchronous')).toEqual([{ synchronous: 2 }])
    db.close()
  })
})

describe('the master key', () => {
  const key = (n: number) => new Uint8Array(32).fill(n)

  test('a store remembers it, refuses another, and forgets when told to', async () => {
    const store = createMemoryStore()
    await Promise.all([checkMasterKey(store, key(1), false), checkMasterKey(store, key(1), false)])
    await checkMasterKey(store, key(1), false)
    await expect(checkMasterKey(store, key(2), false)).rejects.toThrow(/FORGET_SEALED_FILES.*not the master key/)
    await checkMasterKey(store, key(2), true)
    await expect(checkMasterKey(store, key(1), false)).rejects.toThrow()
    expect(JSON.stringify(await store.get('meta', 'master-key'))).not.toContain('02'.repeat(32))
  })

  test('is made once, whole, for its owner only', () => {
    const folder = temporaryFolder()
    const made = masterKeyIn(folder.path)
    expect(masterKeyIn(folder.path)).toEqual(made)
    expect(readdirSync(folder.path)).toEqual(['master.key'])
    expect(statSync(path.join(folder.path, 'master.key')).mode & 0o777).toBe(0o600)
    folder.remove()
  })
})
