/** What travels and what is kept stays within the budgets of the design, on the real function and a phone's real core. */
import { measureBytes, type Bodies } from '../../bench/bytes'
import { deviceOf, merchantOf } from '../../bench/made-up'
import { sixtyEntries } from '../../bench/sixty-entries'
import { refusalOf } from '#sync/keys'
import { randomDevice } from '../../src/miniapp/stores/random-id'
import { newId } from '../../src/server/core/ids'
import { createSecrets } from '../../src/server/adapters/secrets'

const together = ({ request, reply }: Bodies) => request + reply

test('one tick, a full sync, a month offline, a thousand edits', async () => {
  const { tick, full, recovery, stored, after1000 } = await measureBytes()
  expect(together(tick)).toBeLessThanOrEqual(600)
  expect(together(full)).toBeLessThanOrEqual(6 * 1024)
  expect(recovery).toBeLessThanOrEqual(2)
  // The version in which an entry was changed grows by three digits, nothing else does.
  expect(after1000 - stored).toBeLessThanOrEqual(3 * sixtyEntries.length)
})

test('what is measured is what the product writes', () => {
  expect(new Set(sixtyEntries.map(([key]) => key)).size).toBe(60)
  for (const [key, value] of sixtyEntries) expect([key, refusalOf(key, value)]).toEqual([key, null])
  const random = (n: number) => new Uint8Array(n).fill(7)
  expect(deviceOf(1)).toHaveLength(randomDevice({ now: () => 0, after: () => () => undefined, random }).length)
  expect(merchantOf(1)).toHaveLength(newId(createSecrets(random(32))).length)
})
