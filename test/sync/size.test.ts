/** The phone downloads the sync core before anything else works: its size is a budget, not a hope. */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const root = path.resolve(__dirname, '../..')
const budget = 3 * 1024

/** What the phone imports: stamp, merge, replica, receive. */
const core = `
  export { edit, emptyReplica, entryAt, hasWork, makeRequest, viewOf } from '#sync/replica'
  export { heard, receive } from '#sync/receive'
  export { join, joinOps } from '#sync/merge'
  export { isStamp, nextStamp } from '#sync/stamp'
`

function bundle(source: string): Buffer {
  const flags = [
    '--bundle',
    '--minify',
    '--format=esm',
    '--target=es2019',
    '--loader=ts',
    `--sourcefile=${root}/src/core.ts`,
  ]
  return execFileSync(path.join(root, 'node_modules/.bin/esbuild'), flags, { input: source, cwd: root })
}

test('the phone core fits in 3 KB, minified and gzipped', () => {
  const bytes = gzipSync(bundle(core), { level: 9 }).length
  expect(bytes).toBeLessThanOrEqual(budget)
})
