/** Builds the web version into dist/h5, unless what is there was made from the same sources. */
import { existsSync, rmSync } from 'node:fs'
import { hashOf, isFresh, markFresh } from './stamp'
import { runTaro } from './taro'

const sources = ['src/miniapp', 'src/domain', 'src/sync', 'config/index.ts', 'package.json', 'package-lock.json']
const stampFile = 'dist/h5/.stamp'

/** true when it was built now, false when it was still fresh. Throws with the build's last lines. */
export async function buildWeb(): Promise<boolean> {
  const hash = hashOf(sources, [process.env.API_URL ?? ''])
  if (isFresh(stampFile, hash) && existsSync('dist/h5/index.html')) return false
  rmSync('dist/h5', { recursive: true, force: true })
  await runTaro('h5')
  if (!existsSync('dist/h5/index.html')) throw new Error('网页版没有编译出来：缺少 dist/h5/index.html')
  markFresh(stampFile, hash)
  return true
}

export async function main(): Promise<void> {
  console.log((await buildWeb()) ? '网页版在 dist/h5' : '网页版没有变化，不用重新编译')
}
