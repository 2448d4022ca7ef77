/** `npm run sim -- --real`: the real server process, real SQLite, real HTTP, a bad proxy in between, kill -9. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runRealFaults } from '../../test/faults/real'
import { buildServer } from '../bundles'
import { createProgressBar } from '../progress-bar'

export async function runReal(from: number, runs: number): Promise<void> {
  // Inside the project, so that the bundle finds the packages.
  const outdir = `.cache/sim/server-${process.pid}`
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kaitong-sim-'))
  const bar = createProgressBar()
  const started = performance.now()
  try {
    const [bundle = ''] = await buildServer(outdir)
    const { failures, kills, promised, faults } = await runRealFaults(bundle, dataDir, from, runs, {
      onProgress: (done) => bar.show('real runs', done, runs),
    })
    bar.end()
    const seconds = ((performance.now() - started) / 1_000).toFixed(0)
    const mischief = [...faults].map(([name, count]) => `${name} ${count}`).join(', ')
    console.log(`${runs} real runs, ${kills} × kill -9, ${promised} acknowledged entries checked; ${seconds} s`)
    console.log(`calls: ${mischief}`)
    if (failures.length > 0) throw new Error(`${failures.length} runs failed:\n${failures.join('\n')}`)
  } finally {
    rmSync(outdir, { recursive: true, force: true })
    rmSync(dataDir, { recursive: true, force: true })
  }
}
