/** The authorization matrix: complete by construction, asked of the real core, and printed in the guide. */
import { readFileSync } from 'node:fs'
import { actionNames, ask, rows } from './support/authorization/matrix'
import { printMatrix } from './support/authorization/print'
import { callers, createWorld } from './support/authorization/world'

jest.setTimeout(60_000)

test('every action of the function has a row, and no row is left over', () => {
  expect(Object.keys(rows).sort()).toEqual([...actionNames()].sort())
})

test('there is something to protect: texts, a photo with its file, a live token and a stale one', async () => {
  const { core, owner, ownersData, canaries } = await createWorld()
  const data = await ownersData()
  for (const canary of canaries) expect(data).toContain(canary)
  expect(JSON.parse(data)).toMatchObject({ sizes: [expect.any(Number)], tokens: [expect.any(String)] })
  const where = { field: 'merchant', equals: owner }
  expect(await core.ports.store.list('tokens', { where, limit: 10 })).toHaveLength(2)
})

test.each(actionNames().flatMap((action) => callers.map((caller) => [action, caller] as const)))(
  '%s, asked by: %s',
  async (action, caller) => {
    const { outcome, harmless } = await ask(action, caller)
    expect(outcome).toBe(rows[action]?.expect[caller])
    expect(harmless).toBe(true)
  },
)

test('docs/operator/authorization.md is this table (npm run authorization writes it)', () => {
  expect(readFileSync('docs/operator/authorization.md', 'utf8')).toBe(printMatrix(rows))
})
