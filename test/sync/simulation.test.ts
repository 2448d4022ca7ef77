/** Five thousand bad weeks, on all cores, by the same tool that runs a million: `npm run sim`. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { failureOf } from './world/failure'

const root = path.resolve(__dirname, '../..')
const sim = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['tools/run.mjs', 'tools/sim.ts', ...args], { cwd: root })

/**
 * Seeds that have found something stay here for ever. Where a changed world gave an old number another run, the
 * finding lives on as a case: the first simulation's (259, 564, 1077, 1067072, 1079667) in receive.test.ts and
 * slots.test.ts, those of the two tabs (8024, 8057, 164065) in tabs.test.ts; controls.test.ts proves each.
 */
const remembered: readonly (readonly [number, string])[] = [
  [4, 'a second tab changes what the first one wrote without having read it'],
  [200_176, 'an edit stamped by a wrong clock comes back from the other tab'],
]

test('5,000 seeds of 120 steps: all copies agree in the end, and nothing that was acknowledged is lost', async () => {
  const { stdout } = await sim('--seeds', '5000')
  expect(stdout).toMatch(/^5000 seeds × 120 steps from 1: nothing is wrong/)
}, 600_000)

test.each(remembered)('seed %d: %s', (seed) => expect(failureOf(seed, 120)).toBeNull())

test('the same seed is the same run', () => {
  const runs = [0, 1].map(() => {
    const lines: string[] = []
    failureOf(77, 120, (line) => lines.push(line))
    return lines.join('\n')
  })
  expect(runs[0]).toBe(runs[1])
  expect(runs[0]?.length).toBeGreaterThan(5_000)
})

test.each([
  [['--sedes', '4'], 'unknown argument "--sedes"'],
  [['--seeds', 'many'], '--seeds needs a whole number from 1 up, not "many"'],
  [['--seed', '0'], '--seed needs a whole number from 1 up, not "0"'],
  [['--workers'], '--workers needs a whole number from 1 up, not ""'],
])('%j is named', async (args, sentence) => {
  await expect(sim(...args)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(sentence) as string })
})
