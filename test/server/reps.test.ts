import { plainClaimCode } from '../../src/server/core/ids'
import { runRep } from '../../src/server/rep-command'
import { anyone, createTestCore, startTime } from './support/core'

const url = 'https://kaitong.example'

test('add, list, scene, revoke', async () => {
  const { ports, call } = createTestCore()
  const run = (...args: string[]) => runRep(ports, url, args)
  expect(await run('list')).toEqual({ lines: ['还没有业务员。'] })

  const [idLine = '', codeLine = ''] = (await run('add', '林晓', '--company', '青禾软件')).lines
  const id = idLine.split(' ').at(-1) ?? ''
  const code = codeLine.split(' ').at(-1) ?? ''
  expect(id).toMatch(/^[A-Za-z0-9]{22}$/)
  expect(code).toMatch(/^([A-Z2-9]{5}-){5}[A-Z2-9]$/)
  expect((await run('list')).lines).toEqual([`${id}\t林晓\t青禾软件\t未绑定`])

  const [scene = '', address] = (await run('scene', id, '--name', '展会')).lines
  expect(address).toBe(`${url}/?scene=${scene}`)
  expect(await call(anyone, 'invite', { scene })).toMatchObject({ ok: true })
  expect((await ports.store.get('scenes', scene))?.value).toMatchObject({ rep: id, name: '展会', count: 0 })

  expect((await run('revoke', id)).lines[0]).toContain('已停用')
  expect(await call(anyone, 'invite', { scene })).toMatchObject({ error: 'not-found' })
  expect((await run('list')).lines[0]).toContain('已停用')
  expect(await run('scene', id)).toMatchObject({ failed: true })
  expect(await ports.store.list('claims', { limit: 9 })).toEqual([])
})

test('a claim code is kept hashed, for 24 hours; how it is typed does not matter', async () => {
  const { ports } = createTestCore()
  const { lines } = await runRep(ports, url, ['add', '林晓', '--company', '青禾软件'])
  const code = lines[1]?.split(' ').at(-1) ?? ''
  const [claim] = await ports.store.list('claims', { limit: 9 })
  expect(claim?.id).toBe(ports.secrets.sha256(plainClaimCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)))
  expect(claim?.value).toMatchObject({ expires: startTime + 86_400_000, used: null })
  expect(JSON.stringify(claim)).not.toContain(code)
})

test.each([
  [[]],
  [['add', '林晓']],
  [['add']],
  [['revoke']],
  [['scene']],
  [['dance', 'x']],
  [['list', 'a', 'b']],
  [['add', '--colour', 'red']],
])('wrong usage %p', async (args) => {
  const { lines, failed } = await runRep(createTestCore().ports, url, args)
  expect(failed).toBe(true)
  expect(lines[0]).toContain('usage')
})

test('an unknown rep', async () => {
  const { ports } = createTestCore()
  for (const command of ['revoke', 'scene'])
    expect(await runRep(ports, url, [command, 'nobody'])).toMatchObject({ failed: true })
})
