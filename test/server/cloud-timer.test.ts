/** CloudBase's hourly timer: its events carry no identity; a phone that imitates one does. */
import { createCloudMain } from '../../src/server/adapters/cloudbase/main'
import { refuse } from '../../src/server/core/reply'

const mainAs = (OPENID: string | undefined) => {
  let purges = 0
  const api = {
    companion: async () => refuse('bad-request'),
    health: async () => ({ ok: true }) as const,
    recount: async () => 0,
    purge: async () => (purges += 1),
    remind: async () => 2,
  }
  const context = () => (OPENID === undefined ? {} : { OPENID })
  return { main: createCloudMain({ getWXContext: context as never }, api), purges: () => purges }
}

test('a timer purges and reminds', async () => {
  const { main, purges } = mainAs(undefined)
  expect(await main({ Type: 'Timer', TriggerName: 'hourly' })).toEqual({
    ok: true,
    erased: 1,
    reminded: 2,
    recounted: 0,
  })
  expect(purges()).toBe(1)
})

test('a phone cannot', async () => {
  const { main, purges } = mainAs('o-somebody')
  expect(await main({ Type: 'Timer', TriggerName: 'hourly' })).toMatchObject({ error: 'bad-request' })
  expect(purges()).toBe(0)
})
