/** The rep command through the function: only for who has the master key, only for five minutes. */
import { createCloudMain } from '../../src/server/adapters/cloudbase/main'
import { openOrder, sealOrder } from '../../src/server/adapters/cloudbase/operator'
import { runRep } from '../../src/server/rep-command'
import { linesIn } from '../../tools/rep-cloud'
import { createTestCore, startTime } from './support/core'

const key = new Uint8Array(32).fill(9)
const args = ['add', '林晓', '--company', '青禾软件']

test('an order opens with the key it was sealed with, unchanged, within five minutes', () => {
  const order = sealOrder(key, args, startTime)
  expect(openOrder(key, JSON.parse(JSON.stringify(order)), startTime + 300_000)).toEqual(args)
  expect(openOrder(key, order, startTime + 300_001)).toBeNull()
  expect(openOrder(key, order, startTime - 300_001)).toBeNull()
  expect(openOrder(new Uint8Array(32), order, startTime)).toBeNull()
  for (const changed of [
    { ...order, args: ['list'] },
    { ...order, at: startTime + 1 },
    { ...order, proof: 'x'.repeat(43) },
    { ...order, proof: '海'.repeat(43) },
    { ...order, proof: '' },
    { args, at: startTime },
    null,
    'order',
  ])
    expect(openOrder(key, changed, startTime)).toBeNull()
})

test('the function does it for the operator, and for nobody who comes as a phone or through the gateway', async () => {
  const { ports } = createTestCore()
  let openid: string | undefined
  const main = createCloudMain(
    { getWXContext: () => (openid === undefined ? {} : { OPENID: openid }) },
    {
      companion: async () => ({ ok: false, error: 'bad-request', message: '' }),
      health: async () => ({ ok: true }),
      recount: async () => 0,
      purge: async () => 0,
      remind: async () => 0,
      operator: async (order) => {
        const opened = openOrder(key, order, startTime)
        return opened === null ? null : (await runRep(ports, 'https://kaitong.example', opened)).lines
      },
    },
  )
  const reps = () => ports.store.list('reps', { limit: 10 })
  const operator = sealOrder(key, args, startTime)
  expect(await main({ operator: { ...operator, proof: 'x'.repeat(43) } })).toMatchObject({ error: 'bad-request' })
  expect(await main({ httpMethod: 'POST', path: '/rep', operator })).toMatchObject({ statusCode: 404 })
  openid = 'o-phone'
  expect(await main({ operator })).toMatchObject({ error: 'bad-request' })
  expect(await reps()).toHaveLength(0)
  openid = undefined
  const reply = await main({ operator })
  expect(reply).toMatchObject({
    ok: true,
    lines: expect.arrayContaining([expect.stringContaining('id'), expect.stringContaining('claim code')]) as string[],
  })
  expect(await reps()).toHaveLength(1)
  const printed = `返回结果：${JSON.stringify(reply)}\n运行日志：`
  expect(linesIn(printed)).toEqual((reply as unknown as { lines: string[] }).lines)
  expect(linesIn(JSON.stringify({ RetMsg: JSON.stringify(reply) }))).toEqual(
    (reply as unknown as { lines: string[] }).lines,
  )
  expect(linesIn('✖ timeout')).toBeNull()
})
