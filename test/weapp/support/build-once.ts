/** Before the tests: the build they look at, made anew only when a source changed (tools/build-weapp.ts). */
import { spawnSync } from 'node:child_process'

export default function buildOnce(): void {
  if (process.env.WEAPP_DIST) return // somebody's own build
  const { status } = spawnSync(process.execPath, ['tools/run.mjs', 'tools/build-weapp.ts'], { stdio: 'inherit' })
  if (status !== 0) throw new Error('the WeChat build failed')
}
