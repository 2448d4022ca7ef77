/** deploy:cloud with a stand-in of Tencent's command line and one of its API: what is asked, in which order, with what. */
import { execFile } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { authorization, canonicalHash } from '../../tools/cloud/api'
import { collectionsFile, collectionsText } from '../../tools/cloud-rules'
import { folderProblems } from '../../tools/build-cloud'
import { temporaryFolder, type TemporaryFolder } from './support/folders'

jest.setTimeout(60_000)

const fake = path.resolve('test/server/support/fake-tcb.mjs')
const masterKey = 'ab'.repeat(32)
const keys = { TENCENTCLOUD_SECRETID: 'AKIDxxxxxxxxxxxxxxxx', TENCENTCLOUD_SECRETKEY: 'keykeykeykeykeykeykey' }
const complete = { CLOUD_ENV: 'kaitong-1a2b3c', PUBLIC_URL: 'https://kaitong.example', MASTER_KEY: masterKey }

interface Call {
  readonly action: string
  readonly body: Readonly<Record<string, unknown>>
}
interface Recorded {
  readonly args: readonly string[]
  readonly home: string
  readonly homeThere: boolean
  readonly secrets: readonly string[]
  readonly config: { readonly functions: readonly Record<string, unknown>[] } | null
}

let folder: TemporaryFolder
let api: Server
let origin = ''
let calls: Call[] = []
let present: Map<string, string[]>
let refuse: string | null = null

beforeEach(async () => {
  folder = temporaryFolder()
  calls = []
  refuse = null
  present = new Map([['merchants', ['rep_1']]])
  api = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const action = String(request.headers['x-tc-action'])
      const text = Buffer.concat(chunks).toString()
      const signed = authorization(
        { id: keys.TENCENTCLOUD_SECRETID, key: keys.TENCENTCLOUD_SECRETKEY },
        {
          service: String(request.url).slice(1),
          host: `${String(request.url).slice(1)}.tencentcloudapi.com`,
          payload: text,
          seconds: Number(request.headers['x-tc-timestamp']),
        },
      )
      const body = JSON.parse(text) as Call['body']
      calls.push({ action, body })
      const answer =
        signed === request.headers.authorization ? answerTo(action, body) : failure('AuthFailure.SignatureFailure')
      response.end(JSON.stringify({ Response: { RequestId: 'r', ...answer } }))
    })
  })
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(api.address() as AddressInfo).port}`
})
afterEach(async () => {
  await new Promise((resolve) => api.close(resolve))
  folder.remove()
})

const failure = (Code: string) => ({ Error: { Code, Message: 'made to fail' } })
function answerTo(action: string, body: Call['body']): object {
  if (action === refuse) return failure('UnauthorizedOperation')
  const table = String(body.TableName)
  if (action === 'DescribeEnvs')
    return {
      EnvList: [{ EnvId: complete.CLOUD_ENV, Databases: [{ InstanceId: 'tnt-1' }], Storages: [{ Bucket: 'b-1' }] }],
    }
  if (action === 'DescribeTable') {
    const indexes = present.get(table)
    return indexes === undefined ? failure('ResourceNotFound') : { Indexes: indexes.map((Name) => ({ Name })) }
  }
  if (action === 'CreateTable') present.set(table, [])
  if (action === 'UpdateTable')
    present.set(table, [
      ...(present.get(table) ?? []),
      ...(body.CreateIndexes as { IndexName: string }[]).map((i) => i.IndexName),
    ])
  return {}
}

function deploy(env: Readonly<Record<string, string>>, ...args: string[]): Promise<{ code: number; output: string }> {
  const record = path.join(folder.path, 'record')
  const all = {
    PATH: process.env.PATH ?? '',
    HOME: folder.path,
    TCB_CLI: fake,
    TCB_RECORD: record,
    TENCENT_API_ORIGIN: origin,
    ...env,
  }
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      ['tools/run.mjs', 'tools/deploy-cloud.ts', ...args],
      { env: all },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr }),
    ),
  )
}
function recorded(): readonly Recorded[] {
  const file = path.join(folder.path, 'record')
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Recorded)
}
const leftConfigs = () => (existsSync('.cache/cloud') ? readdirSync('.cache/cloud') : [])

test('not configured: every missing variable and where it is found, and nothing is started', async () => {
  const { code, output } = await deploy({ TENCENTCLOUD_SECRETID: 'x', RATE_PER_MINUTE: 'many' })
  expect(code).toBe(1)
  for (const name of ['CLOUD_ENV', 'TENCENTCLOUD_SECRETKEY', 'PUBLIC_URL', 'MASTER_KEY', 'RATE_PER_MINUTE'])
    expect(output).toContain(name)
  expect(output).toMatch(/访问管理.*\n?[^]*openssl rand -hex 32/)
  expect(output).not.toMatch(/\n\s+at /)
  expect([recorded(), calls]).toEqual([[], []])
})

test('a dry run prints the commands without the secrets and starts nothing', async () => {
  const { code, output } = await deploy({ ...complete, ...keys }, '--dry-run')
  expect(code).toBe(0)
  expect(output).toContain('tcb fn deploy companion --force --yes -e kaitong-1a2b3c --config-file')
  expect(output).toContain('"runtime": "Nodejs20.19"')
  for (const secret of [masterKey, keys.TENCENTCLOUD_SECRETID, keys.TENCENTCLOUD_SECRETKEY])
    expect(output).not.toContain(secret)
  expect([recorded(), calls]).toEqual([[], []])
  expect((await deploy(complete, '--dry-ruin')).code).toBe(1)
})

test('with keys: its own login, rules before code, the function with its timer, and a question at the end', async () => {
  const { code, output } = await deploy({ ...complete, ...keys, REMINDER_TEMPLATE: 'T'.repeat(43), SOMETHING: 'else' })
  expect(output).toContain('部署好了')
  expect(code).toBe(0)
  const [login, upload, ask] = recorded()
  expect(recorded()).toHaveLength(3)
  expect(login?.args.slice(0, 5)).toEqual([
    'login',
    '--apiKeyId',
    keys.TENCENTCLOUD_SECRETID,
    '--apiKey',
    keys.TENCENTCLOUD_SECRETKEY,
  ])
  expect(upload?.args.slice(0, 7)).toEqual(['fn', 'deploy', 'companion', '--force', '--yes', '-e', complete.CLOUD_ENV])
  expect(ask?.args.slice(0, 3)).toEqual(['fn', 'invoke', 'companion'])
  expect(upload?.config?.functions[0]).toMatchObject({
    name: 'companion',
    handler: 'index.main',
    runtime: 'Nodejs20.19',
    timeout: 60,
    installDependency: true,
    envVariables: { PUBLIC_URL: complete.PUBLIC_URL, MASTER_KEY: masterKey, REMINDER_TEMPLATE: 'T'.repeat(43) },
    triggers: [{ type: 'timer', config: '0 0 * * * * *' }],
  })
  expect(Object.keys((upload?.config?.functions[0]?.envVariables ?? {}) as object)).toHaveLength(3)
  for (const { home, homeThere, secrets } of recorded()) {
    expect([home === folder.path, homeThere, secrets]).toEqual([false, true, []])
    expect(existsSync(home)).toBe(false)
  }
  expect(leftConfigs()).toEqual([])
  expect(output).not.toMatch(new RegExp(`${masterKey}|${keys.TENCENTCLOUD_SECRETKEY}`))
})

test('the rules: every collection for administrators alone, missing indexes made, the storage unreadable; twice is once', async () => {
  await deploy({ ...complete, ...keys })
  const of = (action: string) => calls.filter((call) => call.action === action).map(({ body }) => body)
  const names = (JSON.parse(collectionsText()) as { name: string; indexes: string[] }[]).map(({ name }) => name)
  expect(of('ModifyDatabaseACL')).toEqual(
    names.map((CollectionName) => ({ EnvId: complete.CLOUD_ENV, CollectionName, AclTag: 'ADMINONLY' })),
  )
  expect(of('CreateTable').map(({ TableName }) => TableName)).toEqual(names.filter((name) => name !== 'merchants'))
  expect(of('UpdateTable').find(({ TableName }) => TableName === 'tokens')).toEqual({
    Tag: 'tnt-1',
    TableName: 'tokens',
    CreateIndexes: [
      {
        IndexName: 'merchant_1',
        MgoKeySchema: { MgoIndexKeys: [{ Name: 'merchant', Direction: '1' }], MgoIsUnique: false },
      },
    ],
  })
  const [storage] = of('ModifyStorageSafeRule') as { AclTag: string; Bucket: string; Rule: string }[]
  expect(storage).toMatchObject({ AclTag: 'CUSTOM', Bucket: 'b-1' })
  expect(JSON.parse(storage?.Rule ?? '')).toEqual(
    JSON.parse(readFileSync('deploy/cloudbase/storage-rules.json', 'utf8')),
  )
  calls = []
  await deploy({ ...complete, ...keys })
  expect(calls.filter(({ action }) => /Create|Update/.test(action))).toEqual([])
})

test('without keys: the login of this machine, and what is to be done by hand', async () => {
  const { code, output } = await deploy(complete)
  expect(code).toBe(0)
  expect(recorded().map(({ args }) => args.slice(0, 2).join(' '))).toEqual(['env list', 'fn deploy', 'fn invoke'])
  expect(recorded()[0]?.home).toBe(folder.path)
  expect(output).toContain('仅管理员可读写')
  expect(calls).toEqual([])
})

test.each([
  ['login', keys, '登录'],
  ['env', {}, '没有登录云开发'],
  ['deploy', keys, 'InvalidParameterValue.Runtime'],
  ['invoke', keys, '问云函数好不好'],
])('when %s fails it stops there and says so, also where the command line says 0', async (failing, more, said) => {
  const { code, output } = await deploy({ ...complete, ...more, TCB_FAILS: failing })
  expect(code).toBe(1)
  expect(output).toContain(said)
  expect(output).not.toContain('部署好了')
  expect(output).not.toMatch(new RegExp(`${masterKey}|${keys.TENCENTCLOUD_SECRETKEY}`))
  expect(recorded().at(-1)?.args).toContain(failing)
  expect(leftConfigs()).toEqual([])
})

test('when the rules cannot be set, no code goes up', async () => {
  refuse = 'ModifyDatabaseACL'
  const { code, output } = await deploy({ ...complete, ...keys })
  expect([code, output.includes('UnauthorizedOperation')]).toEqual([1, true])
  expect(recorded().map(({ args }) => args[0])).toEqual(['login'])
})

test('the signature is the one of Tencent’s own example', () => {
  const payload = '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}'
  expect(canonicalHash('cvm.tencentcloudapi.com', payload)).toBe(
    '5ffe6a04c0664d6b969fab9a13bdab201d63ee709638e2749d62a09ca18d7031',
  )
  const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const signing = ['cvm', 'tc3_request'].reduce((key, part) => mac(key, part), mac('TC3k', '2019-02-25'))
  const text = `TC3-HMAC-SHA256\n1551113065\n2019-02-25/cvm/tc3_request\n${canonicalHash('cvm.tencentcloudapi.com', payload)}`
  expect(
    authorization(
      { id: 'i', key: 'k' },
      { service: 'cvm', host: 'cvm.tencentcloudapi.com', payload, seconds: 1551113065 },
    ),
  ).toBe(
    `TC3-HMAC-SHA256 Credential=i/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=${mac(signing, text).toString('hex')}`,
  )
})

test('deploy/cloudbase names the function’s own collections, and nobody may read the storage', () => {
  expect(readFileSync(collectionsFile, 'utf8')).toBe(collectionsText())
  const { read, write } = JSON.parse(readFileSync('deploy/cloudbase/storage-rules.json', 'utf8')) as {
    read: boolean
    write: string
  }
  expect(read).toBe(false)
  const [, source = ''] = /\/(\^.*\$)\//.exec(write) ?? []
  const pattern = new RegExp(source)
  expect(pattern.test('quarantine/Ab3Ab3Ab3Ab3Ab3Ab3Ab3A')).toBe(true)
  for (const other of [
    'companion/photos/x',
    'quarantine/',
    'quarantine/../companion/x',
    'x/quarantine/Ab3Ab3Ab3Ab3Ab3Ab3Ab3A',
  ])
    expect(pattern.test(other)).toBe(false)
})

test('build:cloud refuses a folder that the cloud would stumble over', () => {
  const good = { main: 'index.js', dependencies: { sharp: '0.35.5' } }
  const config = {
    permissions: { openapi: ['subscribeMessage.send', 'ocr.businessLicense'] },
    triggers: [{ name: 'h', type: 'timer', config: '0 0 * * * * *' }],
  }
  const root = { dependencies: { sharp: '0.35.5' } }
  expect(folderProblems(good, config, root)).toEqual([])
  expect(folderProblems({ ...good, main: 'main.js' }, config, root)).toHaveLength(1)
  expect(folderProblems({ ...good, dependencies: { sharp: '^0.35.5' } }, config, root)).toHaveLength(1)
  expect(folderProblems({ ...good, dependencies: { sharp: '0.30.0', left: '1.0.0' } }, config, root)).toHaveLength(2)
  expect(
    folderProblems(good, { ...config, triggers: [{ name: 'h', type: 'timer', config: '0 * * * *' }] }, root),
  ).toHaveLength(1)
  expect(folderProblems(good, { triggers: [] }, root)).toHaveLength(2)
})
