/** The store on a real PostgreSQL server: its contract, its start, and what happens when the server goes. */
import { createPostgresStore } from '../../src/server/adapters/postgres'
import { StorageFull, Unavailable, type Log, type Store } from '../../src/server/core/ports'
import { until } from '../support/until'
import { describeStore } from './contracts/store.contract'
import { password, startPostgres, type PostgresServer } from './support/postgres-server'

jest.setTimeout(60_000)

const logged: unknown[] = []
const log: Log = { info: () => undefined, error: (event, error) => logged.push([event, error]) }
const open = (url: string, pool = 4) => createPostgresStore({ url, pool }, log)

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(() => server?.stop())

const nameOf = (url: string) => new URL(url).pathname.slice(1)
/** A store on a database of its own, closed after. */
async function withStore(use: (store: Store, url: string) => Promise<void>): Promise<void> {
  const url = await server.newDatabase()
  const store = await open(url)
  try {
    await use(store, url)
  } finally {
    await store.close()
  }
}

describeStore('PostgreSQL', async () => {
  const url = await server.newDatabase()
  const store = await open(url)
  return { store, reopen: () => open(url), tearDown: () => store.close() }
})

describe('the start', () => {
  test('eight processes on an empty database: one makes the tables, all of them work', async () => {
    const url = await server.newDatabase()
    const stores = await Promise.all(Array.from({ length: 8 }, () => open(url, 2)))
    const first = await Promise.all(stores.map((store, i) => store.put('merchants', 'm', { i }, 0)))
    expect(first.filter(Boolean)).toHaveLength(1)
    await Promise.all(stores.map((store) => store.close()))
  })

  test('a database that a newer version has used is refused, in a sentence', async () => {
    await withStore(async (_store, url) => {
      await server.run('UPDATE kaitong.schema_version SET version = 99', nameOf(url))
      await expect(open(url)).rejects.toThrow(/版本 99.*请升级.*newer version/)
    })
  })

  test('a column that comes later is filled from the documents', async () => {
    await withStore(async (store, url) => {
      for (const [id, rep] of Object.entries({ a: 'lin', b: null, c: 'chen' }))
        await store.put('merchants', id, { rep, text: '\0' }, 0)
      await server.run('ALTER TABLE kaitong.merchants DROP COLUMN by_rep', nameOf(url))
      const again = await open(url)
      const where = { field: 'rep', equals: 'lin' }
      expect((await again.list('merchants', { where, limit: 5 })).map(({ id }) => id)).toEqual(['a'])
      await again.close()
    })
  })

  test('the schema is enough: an account needs no right to make one', async () => {
    const url = new URL(await server.newDatabase())
    await server.run("CREATE ROLE shop LOGIN PASSWORD 'x'", nameOf(url.href))
    await server.run('CREATE SCHEMA kaitong AUTHORIZATION shop', nameOf(url.href))
    Object.assign(url, { username: 'shop', password: 'x' })
    const store = await open(url.href)
    await store.check()
    await store.close()
  })

  test.each([
    ['no such database', (url: URL) => (url.pathname = '/nowhere'), /127\.0\.0\.1:\d+\/nowhere：.*no such database/],
    ['a wrong password', (url: URL) => (url.password = 'guess'), /wrong user or password/],
    ['nobody there', (url: URL) => (url.port = '9'), /connection refused/],
  ])('%s: a sentence with the address, without the password', async (_name, change, sentence) => {
    const url = new URL(await server.newDatabase())
    change(url)
    const error = await open(url.href).then(
      () => null,
      (reason: unknown) => reason as Error,
    )
    expect(error?.message).toMatch(sentence)
    expect(String(error?.stack)).not.toContain(password)
    expect(error?.message).not.toContain('guess')
  })

  test.each([
    ["TEMPLATE template0 ENCODING 'SQL_ASCII'", null, /UTF8/],
    [undefined, 'SET synchronous_commit = off', /synchronous_commit.*power cut/],
  ])('a database that would lose or mix up something is refused (%s %s)', async (making, setting, sentence) => {
    const url = await server.newDatabase(making)
    if (setting !== null) await server.run(`ALTER DATABASE ${nameOf(url)} ${setting}`)
    await expect(open(url)).rejects.toThrow(sentence)
  })
})

describe('bad days', () => {
  const failing = (state: string) => `
    CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '${state}'; END $$;
    CREATE TRIGGER fail BEFORE INSERT ON kaitong.merchants FOR EACH ROW EXECUTE FUNCTION fail()`

  test('a full disk, a read-only server, a mistake: each is told apart', async () => {
    for (const [state, kind] of [
      ['53100', StorageFull],
      ['25006', Unavailable],
      ['40P01', Unavailable],
    ] as const)
      await withStore(async (store, url) => {
        await server.run(failing(state), nameOf(url))
        await expect(store.put('merchants', 'm', {}, 0)).rejects.toThrow(kind)
        expect(await store.get('merchants', 'm')).toBeNull()
        await store.put('scenes', 's', {}, 0)
      })
    await withStore(async (store, url) => {
      await server.run('DROP TABLE kaitong.merchants', nameOf(url))
      const error = await store.get('merchants', 'm').catch((reason: unknown) => reason)
      expect(error).not.toBeInstanceOf(Unavailable)
    })
  })

  test('more at once than there are connections: they wait for one', async () => {
    await withStore(async (_store, url) => {
      const narrow = await open(url, 2)
      const written = await Promise.all(
        Array.from({ length: 100 }, (_, i) => narrow.put('merchants', `m${i}`, { i }, 0)),
      )
      expect(written.every(Boolean)).toBe(true)
      await narrow.close()
    })
  })

  test('connections that the server ends are replaced, and reading goes on', async () => {
    await withStore(async (store, url) => {
      await store.put('merchants', 'm', { n: 1 }, 0)
      await Promise.all(Array.from({ length: 4 }, () => store.get('merchants', 'm')))
      const others = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${nameOf(url)}'`
      await server.run(others)
      for (let i = 0; i < 8; i++) expect((await store.get<{ n: number }>('merchants', 'm'))?.value.n).toBe(1)
    })
  })

  test('killed in the middle of puts: every acknowledged one is there, and the same store goes on', async () => {
    await withStore(async (store) => {
      const acknowledged = new Map<string, number>()
      const errors: unknown[] = []
      let running = true
      const write = async (writer: number) => {
        for (let n = 0; running; n++) {
          const id = `${writer}-${n % 20}`
          try {
            if (await store.put('merchants', id, { n, text: 'x'.repeat(500) }, acknowledged.get(id) ?? 0))
              acknowledged.set(id, (acknowledged.get(id) ?? 0) + 1)
          } catch (error) {
            errors.push(error)
            return
          }
        }
      }
      const writers = Array.from({ length: 6 }, (_, i) => write(i))
      await until('some are written', () => acknowledged.size > 50)
      await server.kill()
      running = false
      await Promise.all(writers)
      expect(errors.length).toBeGreaterThan(0)
      for (const error of errors) expect(error).toBeInstanceOf(Unavailable)
      await expect(store.get('merchants', '0-0')).rejects.toThrow(Unavailable)
      await expect(store.check()).rejects.toThrow(Unavailable)
      await server.start()
      for (const [id, version] of acknowledged) {
        const stored = await store.get('merchants', id)
        // One more may have been written without the answer arriving.
        expect([version, version + 1]).toContain(stored?.version)
      }
      await store.check()
    })
  })

  test('what is logged never holds the password', () => {
    const texts = logged.map((entry) => String((entry as [string, Error])[1].stack))
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.join()).not.toContain(password)
  })
})
