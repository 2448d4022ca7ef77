/** Backup and restore by the operator's commands, on both stores, beside the real server. */
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { digest } from '#sync/digest'
import { edit, emptyReplica, makeRequest, viewOf, type Replica } from '#sync/replica'
import { receive } from '#sync/receive'
import type { SyncReply } from '#sync/protocol'
import { checkBackup } from '../../src/server/adapters/backup-file'
import { fileKey } from '../../src/server/core/photo-files'
import type { Ports } from '../../src/server/core/ports'
import type { MerchantRecord } from '../../src/server/core/records'
import type { Kept } from '../../src/server/core/whole-store'
import { openPorts } from '../../src/server/open-ports'
import { readSettings } from '../../src/server/settings'
import { buildCommands, type Commands } from './support/commands'
import { newId } from './support/core'
import { temporaryFolder } from './support/folders'
import { loginPhone, type Phone } from './support/http-client'
import { jpegPhoto, sha256 } from './support/photos'
import { startPostgres, type PostgresServer } from './support/postgres-server'
import { runProgram, type Program } from './support/program'

jest.setTimeout(90_000)

const outdir = `.cache/test/backup-${process.pid}`
const masterKey = 'ab'.repeat(32)
const folder = temporaryFolder()
const at = (name: string) => path.join(folder.path, name)
let commands: Commands
let postgres: PostgresServer

beforeAll(async () => {
  ;[commands, postgres] = await Promise.all([buildCommands(outdir), startPostgres()])
})
afterAll(async () => {
  for (const server of servers) await server.stop('SIGKILL')
  await postgres?.stop()
  rmSync(outdir, { recursive: true, force: true })
  folder.remove()
})

type Env = Record<string, string>
let made = 0
const newSqlite = async (): Promise<Env> => ({ MASTER_KEY: masterKey, DATA_DIR: at(`data-${++made}`) })
const newPostgres = async (): Promise<Env> => ({ ...(await newSqlite()), DATABASE_URL: await postgres.newDatabase() })
const stores = [
  ['SQLite', newSqlite],
  ['PostgreSQL', newPostgres],
] as const

const servers: Program[] = []
async function serve(env: Env): Promise<Program> {
  const server = await runProgram(env)
  servers.push(server)
  return server
}

async function documentsIn(file: string): Promise<Map<string, Kept>> {
  const found = new Map<string, Kept>()
  await checkBackup(file, (document) => found.set(`${document.collection}/${document.id}`, document))
  return found
}
const merchantIn = (documents: ReadonlyMap<string, Kept>, id: string) =>
  documents.get(`merchants/${id}`)?.value as MerchantRecord | undefined

async function backup(env: Env, name: string): Promise<string> {
  const file = at(`${name}-${++made}.ktb`)
  expect(await commands.run('backup', [file], env)).toMatchObject({
    code: 0,
    output: expect.stringContaining('备份好了'),
  })
  return file
}
async function moveKeys(from: Env, to: Env): Promise<void> {
  const file = at(`keys-${++made}`)
  expect(await commands.run('keys', ['save', file], from)).toMatchObject({ code: 0 })
  expect(await commands.run('keys', ['load', file], to)).toMatchObject({ code: 0 })
}
const restore = (env: Env, ...args: string[]) => commands.run('restore', args, env)
/** What a store holds now, by another backup. */
const contents = async (env: Env) => documentsIn(await backup(env, 'look'))

/** A phone with the app's own sync core: what it shows, and one round trip. */
function createDevice(phone: Phone, dev: string) {
  let replica: Replica = emptyReplica(dev)
  const device = {
    set(key: string, value: string) {
      replica = edit(replica, key, value, Date.now())
    },
    async sync(): Promise<SyncReply> {
      const flight = makeRequest(replica, phone.id)
      const answer = await phone.call('sync', flight.request)
      expect(answer.status).toBe(200)
      const reply = answer.body as unknown as SyncReply
      replica = receive(replica, reply, flight, Date.now()).replica
      return reply
    },
    view: () => Object.fromEntries([...viewOf(replica)].filter(([key]) => !key.startsWith('v.'))),
    digest: () => digest(replica.base),
  }
  return device
}

describe.each(stores)('%s', (_name, newStore) => {
  test('yesterday’s backup: phones bring back what came after it; who was erased and what was ended stay so', async () => {
    const env = await newStore()
    const server = await serve(env)
    const rep = (await commands.run('rep', ['add', '林晓', '--company', '青禾软件'], env)).output
    const repId = /id: (\S+)/.exec(rep)?.[1] ?? ''
    const [kept, gone] = [await loginPhone(server.url), await loginPhone(server.url)]
    const [one, two] = [createDevice(kept, 'device0001'), createDevice(kept, 'device0002')]
    one.set('t.shop.name', '老王面馆')
    await one.sync()
    await two.sync()
    await gone.upload(await jpegPhoto())
    const photos = () => readdirSync(path.join(env.DATA_DIR ?? '', 'files'), { recursive: true }).length
    const before = await Promise.all([backup(env, 'yesterday'), busy(kept, 40)]).then(([file]) => file)

    one.set('t.shop.name', '老王牛肉面')
    two.set('t.contact.phone', '13800000000')
    await one.sync()
    await two.sync()
    await kept.call('consent', { kind: 'documents', granted: false, version: 'test' })
    const withPhotos = photos()
    await gone.call('erase-me')
    await commands.run('rep', ['revoke', repId], env)
    expect(await restore(env, before, '--yes')).toMatchObject({ code: 1, output: expect.stringContaining('先') })
    await server.stop('SIGTERM')

    expect(await restore(env, before)).toMatchObject({ code: 1, output: expect.stringContaining('--yes') })
    expect(await restore(env, before, '--yes')).toMatchObject({
      code: 0,
      output: expect.stringContaining('1 位商户没有回来'),
    })

    const now = await contents(env)
    expect(merchantIn(now, gone.id)).toBeUndefined()
    expect([...now.keys()].filter((key) => key.startsWith('identities/'))).toHaveLength(1)
    expect(now.get(`erased/${gone.id}`)).toBeDefined()
    expect(now.get(`reps/${repId}`)?.value).toMatchObject({ name: '林晓', revoked: expect.any(Number) as number })
    expect(merchantIn(now, kept.id)?.consents.documents).toMatchObject({ granted: false })
    expect(photos()).toBeLessThan(withPhotos)
    expect(merchantIn(now, kept.id)?.doc.entries.find(({ k }) => k === 't.shop.name')?.v).toBe('老王面馆')

    const again = await serve(env)
    Object.assign(kept, { call: (await loginPhone(again.url, kept.key)).call })
    for (const device of [one, two, one, two, one, two]) await device.sync()
    const all = { 't.shop.name': '老王牛肉面', 't.contact.phone': '13800000000' }
    expect(one.view()).toMatchObject(all)
    expect(two.view()).toMatchObject(all)
    expect(one.digest()).toBe(two.digest())
    expect((await gone.call('export-me').catch(() => ({ status: 0 }))).status).not.toBe(200)
    await again.stop('SIGTERM')
  })

  test('erased: a copy of the photographs made before cannot be opened, whatever is restored', async () => {
    const env = await newStore()
    const files = path.join(env.DATA_DIR ?? '', 'files')
    const server = await serve(env)
    const [kept, gone] = [await loginPhone(server.url), await loginPhone(server.url)]
    const [mine, theirs] = [newId(), newId()]
    await kept.upload(await jpegPhoto(), mine)
    await gone.upload(await jpegPhoto(1700, 1200), theirs)
    const [file, keys] = [await backup(env, 'before'), at(`keys-${++made}`)]
    expect(await commands.run('keys', ['save', keys], env)).toMatchObject({ code: 0 })
    cpSync(files, at(`copy-${made}`), { recursive: true })
    await gone.call('erase-me')
    await server.stop('SIGTERM')

    expect(await restore(env, file, '--yes')).toMatchObject({ code: 0 })
    cpSync(at(`copy-${made}`), files, { recursive: true })
    expect(await commands.run('keys', ['load', keys], env)).toMatchObject({ code: 0 })
    const ports = await portsOf(env)
    const open = async (merchant: string, photoId: string, photo: Buffer) =>
      ports.files.read(fileKey(ports, { merchant, photoId, sha256: sha256(photo) }, 'full'), merchant)
    expect((await open(kept.id, mine, await jpegPhoto()))?.length).toBeGreaterThan(1000)
    await expect(open(gone.id, theirs, await jpegPhoto(1700, 1200))).rejects.toThrow('gone')
    await ports.store.close()
  })

  test('killed in the middle of a restore: everything is as before, and the next one goes through', async () => {
    const env = await newStore()
    const server = await serve(env)
    const phone = await loginPhone(server.url)
    await busy(phone, 3)
    await server.stop('SIGTERM')
    const small = await backup(env, 'small')
    const large = at(`large-${++made}`)
    let was = await documentsIn(small)
    let many = 8000
    writeFileSync(large, largeBackup(many))
    // On a busy machine the kill may come too late: once more, with more to do.
    for (; !(await commands.kill('restore', [large, '--yes'], env, '恢复')) && many < 500_000; many *= 4) {
      expect(await restore(env, small, '--yes')).toMatchObject({ code: 0 })
      was = await contents(env)
      writeFileSync(large, largeBackup(many * 4))
    }
    const is = await contents(env)
    expect([...is.keys()].sort()).toEqual([...was.keys()].sort())
    expect(merchantIn(is, phone.id)?.doc.ep).toBe(merchantIn(was, phone.id)?.doc.ep)
    const once = await serve(env)
    expect((await loginPhone(once.url, phone.key)).id).toBe(phone.id)
    await once.stop('SIGTERM')
    expect(await restore(env, large, '--yes')).toMatchObject({ code: 0 })
    // What the store remembers of its keys: which master key, and which set.
    expect((await contents(env)).size).toBe(many + 2)
  })
})

test('a file that is not a whole backup of ours is refused, and the store is not touched', async () => {
  const env = await newSqlite()
  const server = await serve(env)
  await busy(await loginPhone(server.url), 5)
  const file = await backup(env, 'whole')
  await server.stop('SIGTERM')
  const bytes = readFileSync(file)
  const text = gunzipSync(bytes).toString()
  const flipped = text.replace('店 4', '店 9')
  const newer = text.replace('"version":1', '"version":2')
  const bad: Record<string, Buffer> = {
    empty: Buffer.alloc(0),
    text: Buffer.from('hello'),
    gzip: gzipSync('{"a":1}\n'),
    newer: gzipSync(newer),
    flipped: gzipSync(flipped),
    longer: gzipSync(`${text}{"c":"meta","id":"x","n":1,"d":{}}\n`),
    headless: gzipSync(text.slice(text.indexOf('\n') + 1)),
    tailless: gzipSync(text.slice(0, text.trimEnd().lastIndexOf('\n') + 1)),
  }
  for (const part of [0.3, 0.9, 0.99]) bad[`cut at ${part}`] = bytes.subarray(0, Math.floor(bytes.length * part))
  const names = Object.keys(bad)
  const ends = await Promise.all(
    names.slice(0, 3).map((name) => {
      writeFileSync(at(name), bad[name] ?? '')
      return restore(env, at(name), '--yes')
    }),
  )
  for (const { code, output } of ends) {
    expect(code).toBe(1)
    expect(output).toMatch(/^没有恢复，原来的都没动：.*\([a-z]/)
    expect(output).not.toContain('    at ')
  }
  for (const name of names) {
    writeFileSync(at(name), bad[name] ?? '')
    await expect(checkBackup(at(name), () => undefined)).rejects.toThrow(/[\u4e00-\u9fff].*\([a-z ]+/)
  }
  const [was, is] = [await documentsIn(file), await contents(env)]
  expect([...is.keys()].filter((key) => key.startsWith('merchants/'))).toEqual(
    [...was.keys()].filter((key) => key.startsWith('merchants/')),
  )
  expect(await restore({ ...env, MASTER_KEY: 'cd'.repeat(32) }, file, '--yes')).toMatchObject({
    code: 1,
    output: expect.stringContaining('MASTER_KEY'),
  })
})

test('from SQLite to PostgreSQL and back: every document, in its collection, in new epochs', async () => {
  const [from, to, back] = [await newSqlite(), await newPostgres(), await newSqlite()]
  const server = await serve(from)
  const phone = await loginPhone(server.url)
  await busy(phone, 3)
  await commands.run('rep', ['add', '林晓', '--company', '青禾软件'], from)
  await server.stop('SIGTERM')
  const first = await backup(from, 'move')
  expect(await restore(to, first)).toMatchObject({ code: 1, output: expect.stringContaining('npm run keys') })
  await moveKeys(from, to)
  expect(await restore(to, first)).toMatchObject({ code: 0 })
  const second = await backup(to, 'moved')
  await moveKeys(to, back)
  expect(await restore(back, second)).toMatchObject({ code: 0 })
  const [was, moved, again] = [await documentsIn(first), await documentsIn(second), await contents(back)]
  const plain = (documents: ReadonlyMap<string, Kept>) =>
    [...documents]
      .filter(([key]) => !key.startsWith('meta/health'))
      .map(([key, { value }]) => [key, JSON.stringify(value).replace(/"ep":"\w+"/, '')])
      .sort()
  expect(plain(moved)).toEqual(plain(was))
  expect(plain(again)).toEqual(plain(was))
  const epochs = [was, moved, again].map((documents) => merchantIn(documents, phone.id)?.doc.ep)
  expect(new Set(epochs).size).toBe(3)
})

test('the machine is gone: a later backup’s list of erasures keeps the erased away', async () => {
  const env = await newSqlite()
  const server = await serve(env)
  const [kept, gone] = [await loginPhone(server.url), await loginPhone(server.url)]
  const before = await backup(env, 'before')
  await gone.call('erase-me')
  const later = await backup(env, 'later')
  await server.stop('SIGTERM')
  const fresh = await newSqlite()
  await moveKeys(env, fresh)
  expect(await restore(fresh, before, '--erased', later)).toMatchObject({ code: 0 })
  const now = await contents(fresh)
  expect(merchantIn(now, kept.id)).toBeDefined()
  expect(merchantIn(now, gone.id)).toBeUndefined()
  expect(now.get(`erased/${gone.id}`)?.value).toMatchObject({ by: 'merchant' })
  expect(await restore(fresh, before, '--erased', at('none'), '--yes')).toMatchObject({ code: 1 })
})

test('a place with nothing in it makes no backup', async () => {
  expect(await commands.run('backup', [at('none')], { MASTER_KEY: masterKey, DATA_DIR: at('nothing') })).toMatchObject({
    code: 1,
    output: expect.stringContaining('没有备份成'),
  })
  expect(readdirSync(folder.path)).not.toContain('none')
})

/** Everything that an operator has, on what lies there now. */
async function portsOf(env: Env): Promise<Ports> {
  const read = readSettings(env)
  if (!read.ok) throw new Error(read.problems.join())
  return openPorts(read.settings, { info: () => undefined, error: () => undefined })
}

/** Pushes, one after another, while something else goes on. */
async function busy(phone: Phone, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    const s = `${Date.now()}-${String(i).padStart(4, '0')}-device0009`
    const ops = [{ k: `t.email-mini-program.address`, v: `店 ${i}`, s }]
    const sent = { p: 1, schema: 1, doc: phone.id, dev: 'device0009', ep: null, base: 0, ops }
    expect((await phone.call('sync', sent)).status).toBe(200)
  }
}

function largeBackup(merchants: number): Buffer {
  const documents = Array.from({ length: merchants }, (_, i) => {
    const id = `m${String(i).padStart(21, '0')}`
    const doc = { ep: 'e', ver: 0, gcBefore: 0, entries: [] }
    const d = {
      identity: `guest:${i}`,
      created: 1,
      active: 1,
      doc,
      consents: {},
      consentLog: [],
      rep: null,
      uploads: [],
    }
    return `${JSON.stringify({ c: 'merchants', id, n: 1, d: { ...d, scene: null, joined: null } })}\n`
  })
  const text = [`${JSON.stringify({ format: 'kaitong-backup', version: 1, made: 1 })}\n`, ...documents].join('')
  const sha256 = createHash('sha256').update(text).digest('hex')
  return gzipSync(`${text}${JSON.stringify({ end: true, documents: merchants, sha256 })}\n`)
}
