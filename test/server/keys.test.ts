/** Merchants' keys: made once, kept apart, and gone when they are gone. */
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createLocalKeys } from '../../src/server/adapters/local-keys'
import { createMemoryFiles } from '../../src/server/adapters/memory-files'
import { createMemoryKeys } from '../../src/server/adapters/memory-keys'
import { createMemoryStore } from '../../src/server/adapters/memory-store'
import { createMerchantKeys, type KeyStore } from '../../src/server/adapters/merchant-keys'
import { createPostgresKeys } from '../../src/server/adapters/postgres-keys'
import { purge } from '../../src/server/core/retention'
import { checkKeys } from '../../src/server/key-check'
import { loadKeys, saveKeys } from '../../src/server/keys-command'
import { describeKeys } from './contracts/keys.contract'
import { createTestCore, newId, type Answer } from './support/core'
import { temporaryFolder } from './support/folders'
import { jpegPhoto, sha256 } from './support/photos'
import { startPostgres, type PostgresServer } from './support/postgres-server'
import { masterKey, sealed } from './support/sealed'

jest.setTimeout(60_000)

const log = { info: () => undefined, error: () => undefined }
const merchant = 'A'.repeat(22)
const folder = temporaryFolder()
let postgres: PostgresServer
let made = 0
const newFolder = () => path.join(folder.path, String(++made))

beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(async () => {
  await postgres?.stop()
  folder.remove()
})

describeKeys('memory', 20, async () => {
  const keys = createMemoryKeys()
  return { keys, again: async () => keys, tearDown: async () => undefined }
})
describeKeys('local folder', 20, async () => {
  const root = newFolder()
  return { keys: createLocalKeys(root), again: async () => createLocalKeys(root), tearDown: async () => undefined }
})
describeKeys('PostgreSQL', 600, async () => {
  const url = await postgres.newDatabase()
  const open = () => createPostgresKeys(url, log)
  const [keys] = await Promise.all([open(), open(), open()])
  return { keys, again: open, tearDown: async () => undefined }
})

const keyFiles = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(root, name))
    .filter((file) => statSync(file).isFile())

describe('a folder of keys', () => {
  test('nobody else may read it, and what it holds is wrapped', async () => {
    const root = newFolder()
    const { key } = await createMerchantKeys(createLocalKeys(root), masterKey).make(merchant)
    const [file = ''] = keyFiles(root)
    expect([statSync(root).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600])
    const text = readFileSync(file, 'utf8')
    expect(text).not.toContain(key.toString('base64'))
    await expect(
      createMerchantKeys(createLocalKeys(root), new Uint8Array(32).fill(8)).find(merchant),
    ).resolves.toBeNull()
  })

  test('killed while a key was being written: nothing half is ever taken for one, and the draft goes', async () => {
    const root = newFolder()
    createLocalKeys(root)
    const draft = path.join(root, 'drafts', 'left')
    writeFileSync(draft, '{"owner":"A')
    const earlier = new Date(Date.now() - 2 * 3_600_000)
    utimesSync(draft, earlier, earlier)
    const keys = createMerchantKeys(createLocalKeys(root), masterKey)
    expect(await keys.find(merchant)).toBeNull()
    expect(readdirSync(path.join(root, 'drafts'))).toEqual([])
  })

  test('killed between the key and its first file: the next process seals with the same key', async () => {
    const [root, inner] = [newFolder(), createMemoryFiles()]
    const before = await createMerchantKeys(createLocalKeys(root), masterKey).make(merchant)
    const files = sealed(inner, createLocalKeys(root))
    await files.write('photos/a/full.jpg', Buffer.from('photo'), merchant)
    expect((await createMerchantKeys(createLocalKeys(root), masterKey).find(merchant))?.id).toEqual(before.id)
    expect(Buffer.from((await files.read('photos/a/full.jpg', merchant)) ?? []).toString()).toBe('photo')
  })

  test('a damaged key is noticed, not replaced', async () => {
    const root = newFolder()
    const keys = createMerchantKeys(createLocalKeys(root), masterKey)
    await keys.make(merchant)
    const [file = ''] = keyFiles(root)
    truncateSync(file, 20)
    await expect(keys.make(merchant)).rejects.toThrow()
    expect(keyFiles(root)).toHaveLength(1)
  })
})

const ticketOf = (reply: Answer) => new URL(String(reply.url), 'http://x').searchParams.get('ticket') ?? ''

describe('a merchant who is erased', () => {
  const inner = createMemoryFiles()
  let keys: KeyStore
  let core: ReturnType<typeof createTestCore>
  beforeEach(() => {
    keys = createMemoryKeys()
    core = createTestCore({ files: sealed(inner, keys) })
  })

  async function withPhoto() {
    const guest = await core.guest()
    await guest.consent('service', 'documents')
    const [bytes, photoId] = [await jpegPhoto(), newId()]
    const about = { photoId, slot: 'avatar', sha256: sha256(bytes), size: bytes.length }
    const reply = await core.door.upload(ticketOf(await guest.call('photo-ticket', about)), async () => bytes)
    expect(reply).toMatchObject({ ok: true })
    return guest
  }
  const owners = async () => {
    const found: string[] = []
    for await (const { owner } of keys.all()) found.push(owner)
    return found
  }

  test('has no key any more; others have theirs', async () => {
    const [gone, stays] = [await withPhoto(), await withPhoto()]
    expect((await owners()).sort()).toEqual([gone.id, stays.id].sort())
    await gone.call('erase-me')
    expect(await owners()).toEqual([stays.id])
  })

  test('gets none back: not by an upload that was on its way, not by a copy of the keys', async () => {
    const gone = await withPhoto()
    const file = path.join(folder.path, 'copy')
    await saveKeys(keys, file)
    const bytes = await jpegPhoto(1700, 1200)
    const about = { photoId: newId(), slot: 'avatar', sha256: sha256(bytes), size: bytes.length }
    const ticket = ticketOf(await gone.call('photo-ticket', about))
    const images = {
      ...core.ports.images,
      normalise: async (given: Uint8Array) => {
        await gone.call('erase-me')
        return core.ports.images.normalise(given)
      },
    }
    const late = createTestCore({ ...core.ports, images })
    expect(await late.door.upload(ticket, async () => bytes)).toMatchObject({ error: 'not-found' })
    expect(await owners()).toEqual([])

    expect(await loadKeys(keys, core.ports.store, file)).toBe(0)
    const unaware = createMemoryStore()
    await loadKeys(keys, unaware, file)
    expect(await owners()).toEqual([gone.id])
    await purge({ ports: core.ports, settings: {} as never }, 1)
    expect(await owners()).toEqual([])
  })
})

describe('which set of keys a store was used with', () => {
  const setOf = (keys: KeyStore) => createMerchantKeys(keys, masterKey)

  test('is remembered: without it nothing starts, until it is given up', async () => {
    const [store, keys, other] = [createMemoryStore(), createMemoryKeys(), createMemoryKeys()]
    await Promise.all([1, 2, 3].map(() => checkKeys(store, setOf(keys), false)))
    await checkKeys(store, setOf(keys), false)
    await expect(checkKeys(store, setOf(other), false)).rejects.toThrow('npm run keys')
    await expect(setOf(other).find('function')).resolves.toBeNull()
    await checkKeys(store, setOf(other), true)
    await checkKeys(store, setOf(other), false)
  })

  test('is copied and put back, into another kind of store and over the key of a first start; never mixed', async () => {
    const [store, keys] = [createMemoryStore(), createMemoryKeys()]
    await checkKeys(store, setOf(keys), false)
    const { id } = await setOf(keys).make(merchant)
    const file = path.join(folder.path, 'keys')
    expect(await saveKeys(keys, file)).toBe(2)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const fresh = createLocalKeys(newFolder())
    await setOf(fresh).make('function')
    expect(await loadKeys(fresh, store, file)).toBe(2)
    await checkKeys(store, setOf(fresh), false)
    expect((await setOf(fresh).find(merchant))?.id).toEqual(id)
    expect(await loadKeys(fresh, store, file)).toBe(2)
    const used = createMemoryKeys()
    for (const owner of ['function', 'B'.repeat(22)]) await setOf(used).make(owner)
    await expect(loadKeys(used, store, file)).rejects.toThrow('another set')
  })

  test('a copy that broke off, or was changed, is refused', async () => {
    const keys = createMemoryKeys()
    await setOf(keys).make(merchant)
    const file = path.join(folder.path, 'whole')
    await saveKeys(keys, file)
    const text = readFileSync(file, 'utf8')
    for (const wrong of [
      '',
      'hello',
      text.slice(0, -10),
      text.replace('AAAA', 'AAAB'),
      text.slice(0, text.indexOf('\n') + 1),
    ]) {
      writeFileSync(file, wrong)
      await expect(loadKeys(keys, createMemoryStore(), file)).rejects.toThrow(/[\u4e00-\u9fff].*\([a-z ]+/)
    }
    await expect(saveKeys(createMemoryKeys(), file)).rejects.toThrow('no keys here')
  })
})

test('processes make the same keys at once, one of them is killed: what either was told is on the disk', async () => {
  const root = newFolder()
  const many = 150
  const [one, two] = [makeKeys(root, many), makeKeys(root, many)]
  one.child.stdout?.on('data', () => {
    if (one.told().length > 20) one.child.kill('SIGKILL')
  })
  await Promise.all([one.ended, two.ended])
  expect(one.told().length).toBeGreaterThan(20)
  expect(two.told()).toHaveLength(many)
  const keys = createMerchantKeys(createLocalKeys(root), new Uint8Array(32))
  for (const line of [...one.told(), ...two.told()]) {
    const [owner = '', key] = line.split(' ')
    expect((await keys.find(owner))?.key.toString('hex')).toBe(key)
  }
})

function makeKeys(root: string, times: number) {
  const args = ['tools/run.mjs', 'test/server/support/make-keys.ts', root, String(times)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += String(chunk)))
  return {
    child,
    /** Whole lines. */
    told: () => output.split('\n').slice(0, -1),
    ended: new Promise((resolve) => child.on('close', resolve)),
  }
}
