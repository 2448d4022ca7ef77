/** Four function processes on one PostgreSQL database and one bucket: any of them answers, none loses an edit. */
import { randomBytes } from 'node:crypto'
import { newId } from './support/core'
import { loginPhone, post, type HttpAnswer, type Phone } from './support/http-client'
import { jpegPhoto } from './support/photos'
import { startPostgres, type PostgresServer } from './support/postgres-server'
import { runProgram, runToEnd, type Program } from './support/program'
import { startS3, type S3Server } from './support/s3'

jest.setTimeout(90_000)

const masterKey = randomBytes(32).toString('hex')
let postgres: PostgresServer
let s3: S3Server
let env: Record<string, string>
let programs: Program[] = []

beforeAll(async () => {
  ;[postgres, s3] = await Promise.all([startPostgres(), startS3()])
  const { endpoint, bucket, accessKeyId, secretAccessKey } = s3.settings
  env = {
    DATABASE_URL: await postgres.newDatabase(),
    DATABASE_POOL: '5',
    MASTER_KEY: masterKey,
    S3_ENDPOINT: String(endpoint),
    S3_BUCKET: bucket,
    S3_ACCESS_KEY_ID: accessKeyId,
    S3_SECRET_ACCESS_KEY: secretAccessKey,
    // Nothing is kept on this machine, so that no folder is made.
    DATA_DIR: '/nowhere/at/all',
  }
  programs = await Promise.all(Array.from({ length: 4 }, () => runProgram(env)))
})
afterAll(async () => {
  await Promise.all(programs.map((program) => program.stop('SIGTERM')))
  await Promise.all([postgres?.stop(), s3?.stop()])
})

/** The same person's calls, at whichever process. */
const at = (phone: Phone, program: Program | undefined, action: string, body: object): Promise<HttpAnswer> =>
  post(`${program?.url}/api/${action}`, JSON.stringify(body), { authorization: `Bearer ${phone.token}` })

interface Op {
  readonly k: string
  readonly v: unknown
  readonly s: string
}
const body = (phone: Phone, dev: string, base: number, ops: readonly Op[]) => ({
  p: 1,
  schema: 1,
  doc: phone.id,
  dev,
  ep: null,
  base,
  ops,
})

interface Acknowledged {
  /** The newest acknowledged op of each key. */
  readonly ops: Map<string, Op>
  readonly versions: number[]
  refused: number
}

/** One device's edits, each at another process: keys of its own and keys that all devices write. */
async function edit(phone: Phone, device: number, times: number, seen: Acknowledged): Promise<void> {
  const dev = `device00${device}`
  for (let i = 0; i < times; i++) {
    const s = `${Date.now()}-${String(i).padStart(4, '0')}-${dev}`
    const ops = [
      { k: `s.register-standalone.step-${device}-${i % 7}`, v: Date.now(), s },
      { k: 't.shop.name', v: `店 ${device} ${i}`, s },
    ]
    const answer = await at(phone, programs[(device + i) % programs.length], 'sync', body(phone, dev, 0, ops)).catch(
      () => null,
    )
    if (answer?.status !== 200) {
      seen.refused++
      continue
    }
    seen.versions.push(Number(answer.body.ver))
    for (const op of ops) if ((seen.ops.get(op.k)?.s ?? '') < op.s) seen.ops.set(op.k, op)
  }
}

test('many devices of few merchants at all processes at once, and one process killed: no acknowledged edit is lost', async () => {
  const phones = await Promise.all([0, 1, 2, 3].map((i) => loginPhone(programs[i]?.url ?? '')))
  const seen = phones.map((): Acknowledged => ({ ops: new Map(), versions: [], refused: 0 }))
  const work = phones.flatMap((phone, i) =>
    [0, 1, 2, 3].map((device) => edit(phone, device, 24, seen[i] ?? { ops: new Map(), versions: [], refused: 0 })),
  )
  const killing = (async () => {
    await new Promise((resolve) => setTimeout(resolve, 300))
    await programs[3]?.stop('SIGKILL')
    programs[3] = await runProgram(env)
  })()
  await Promise.all([...work, killing])
  for (const [i, phone] of phones.entries()) {
    const { ops, versions, refused } = seen[i] ?? { ops: new Map<string, Op>(), versions: [], refused: 0 }
    const { body: view } = await at(phone, programs[0], 'sync', { ...body(phone, 'device009', 0, []), full: true })
    const { patch, ver } = view as unknown as { patch: Op[]; ver: number }
    const kept = new Map(patch.map((op) => [op.k, op]))
    for (const op of ops.values()) {
      const found = kept.get(op.k)
      expect((found?.s ?? '') >= op.s).toBe(true)
      if (found?.s === op.s) expect(found.v).toBe(op.v)
    }
    // Each acknowledged push found the document that the one before it had left.
    expect(new Set(versions).size).toBe(versions.length)
    expect(Math.max(...versions)).toBeLessThanOrEqual(ver)
    expect(versions.length).toBeGreaterThan(40)
    expect(refused + versions.length).toBe(96)
  }
})

test('one first login at four processes at once is one merchant', async () => {
  const key = randomBytes(32).toString('hex')
  const found = await Promise.all(programs.map(({ url }) => loginPhone(url, key)))
  expect(new Set(found.map(({ id }) => id)).size).toBe(1)
})

test('a ticket from one process, the upload at two others, the photo from the fourth', async () => {
  const [first = programs[0]] = programs
  const phone = await loginPhone(first?.url ?? '')
  const photo = await jpegPhoto()
  const photoId = newId()
  const uploads = await Promise.all(
    programs.map(({ url }) => loginPhone(url, phone.key).then((same) => same.upload(photo, photoId))),
  )
  expect(uploads.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  expect(new Set(uploads.map(({ body: reply }) => JSON.stringify(reply.photo))).size).toBe(1)
  const link = await at(phone, programs[1], 'photo-link', { photoId, variant: 'full' })
  const picture = await fetch(`${programs[2]?.url}${String(link.body.url)}`)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect((await picture.arrayBuffer()).byteLength).toBeGreaterThan(100)
})

test('all four are healthy; when the storage is away they say so, and take nothing', async () => {
  for (const { url } of programs) expect((await fetch(`${url}/healthz`)).status).toBe(200)
  s3.misbehave('reset')
  const phone = await loginPhone(programs[0]?.url ?? '')
  const answer = await phone.upload(await jpegPhoto())
  expect([answer.status, answer.body.error]).toEqual([503, 'unavailable'])
  const health = await fetch(`${programs[1]?.url}/healthz`)
  expect([health.status, await health.json()]).toMatchObject([503, { failing: ['files'] }])
  s3.misbehave('none')
  expect((await phone.upload(await jpegPhoto())).status).toBe(200)
  expect(programs[0]?.output()).toMatch(/ECONNRESET|socket hang up/)
})

test('a process with another master key does not start', async () => {
  const { code, output } = await runToEnd({ ...env, MASTER_KEY: randomBytes(32).toString('hex') })
  expect(code).toBe(1)
  expect(output).toMatch(/启动不了：MASTER_KEY.*not the master key/)
  expect(output).not.toContain('    at ')
})

test('nothing secret was written to the logs', () => {
  const written = programs.map((program) => program.output()).join('\n')
  for (const secret of [masterKey, new URL(env.DATABASE_URL ?? '').password, 'Bearer'])
    expect(written).not.toContain(secret)
})
