/** What is deployed is the bundle: each is built, and run by a process of its own. */
import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { buildCloudFunction, buildServer } from '../../tools/bundles'
import { startCloudBase } from './support/cloudbase-stand-in'
import { temporaryFolder } from './support/folders'
import { post } from './support/http-client'
import { runProgram } from './support/program'

jest.setTimeout(60_000)

const run = promisify(execFile)
// Inside the project, so that the bundles find the packages.
const outdir = `.cache/test/bundles-${process.pid}`
afterAll(() => rmSync(outdir, { recursive: true, force: true }))

test('the cloud function: its folder names every package that its bundle leaves out, and it answers', async () => {
  const [file = ''] = await buildCloudFunction(path.join(outdir, 'companion', 'index.js'))
  const { dependencies } = JSON.parse(readFileSync('cloudfunctions/companion/package.json', 'utf8')) as {
    dependencies: Record<string, string>
  }
  const root = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
  for (const [name, version] of Object.entries(dependencies)) expect(root.dependencies[name]).toBe(version)
  const cloud = await startCloudBase()
  const script = `
    const { main } = require(${JSON.stringify(path.resolve(file))})
    main({ action: 'login', provider: 'wechat' }).then((reply) => {
      process.stdout.write('REPLY' + JSON.stringify(reply) + '\\n')
      process.exit(0)
    })`
  const env = { PATH: process.env.PATH ?? '', ...cloud.env, WX_OPENID: 'openid-1' }
  const { stdout } = await run(process.execPath, ['-e', script], { env })
  expect(JSON.parse(/REPLY(.*)/.exec(stdout)?.[1] ?? 'null')).toMatchObject({ ok: true, token: null, invitedBy: null })
  expect([...(cloud.collections.get('merchants') ?? [])]).toHaveLength(1)
  await cloud.close()
})

test("the operator's rep command works on the store of a running server", async () => {
  const [, rep = ''] = await buildServer(outdir)
  const folder = temporaryFolder()
  const server = await runProgram({ DATA_DIR: folder.path })
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: folder.path, PUBLIC_URL: 'https://kaitong.example' }
  const command = async (...args: string[]) =>
    (await run(process.execPath, [rep, ...args], { env })).stdout.trim().split('\n')
  const [added = ''] = await command('add', '林晓', '--company', '青禾软件')
  const id = added.split(' ').at(-1) ?? ''
  const [scene = '', address] = await command('scene', id)
  expect(address).toBe(`https://kaitong.example/?scene=${scene}`)
  const invite = () => post(`${server.url}/api/invite`, JSON.stringify({ scene }))
  expect(await invite()).toMatchObject({ status: 200, body: { rep: { name: '林晓', company: '青禾软件' } } })
  await command('revoke', id)
  expect(await invite()).toMatchObject({ status: 404 })
  await expect(command('scene', id)).rejects.toMatchObject({ code: 1 })
  await expect(command('dance')).rejects.toMatchObject({ code: 1 })
  await server.stop('SIGTERM')
  folder.remove()
})
