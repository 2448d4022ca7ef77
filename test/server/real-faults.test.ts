/** The real server killed in the middle of a bad network; `npm run sim -- --real` does it five hundred times. */
import { rmSync } from 'node:fs'
import { buildServer } from '../../tools/bundles'
import { runRealFaults } from '../faults/real'
import { temporaryFolder } from './support/folders'

const outdir = `.cache/test/faults-${process.pid}`
const folder = temporaryFolder()
afterAll(() => {
  rmSync(outdir, { recursive: true, force: true })
  folder.remove()
})

test('twelve merchants with several phones each lose nothing that was acknowledged', async () => {
  const [bundle = ''] = await buildServer(outdir)
  const { failures, kills, promised } = await runRealFaults(bundle, folder.path, 1, 12, { atOnce: 12 })
  expect(failures).toEqual([])
  expect(kills).toBeGreaterThan(1)
  expect(promised).toBeGreaterThan(50)
}, 180_000)
