/** Every history of up to six events, by the tool that goes on to eight: `npm run sim -- --exhaustive 8`. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const root = path.resolve(__dirname, '../..')

test('whatever happens in six events to two phones and two keys, all agree and nothing is lost', async () => {
  const args = ['tools/run.mjs', 'tools/sim.ts', '--exhaustive', '6']
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root })
  expect(stdout.match(/: \d+ states .*nothing is wrong/g)).toHaveLength(4)
}, 300_000)
