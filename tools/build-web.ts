/** Builds the web version into dist/h5 (or WEB_DIR), unless what is there was made from the same sources. */
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { hashOf, isFresh, markFresh } from './stamp'
import { runTaro } from './taro'

const sources = ['src/miniapp', 'src/domain', 'src/sync', 'config/index.ts', 'package.json', 'package-lock.json']
/** Where the server looks for it too. */
const output = process.env.WEB_DIR ?? 'dist/h5'
const stampFile = path.join(output, '.stamp')
const page = path.join(output, 'index.html')

/** true when it was built now, false when it was still fresh. Throws with the build's last lines. */
export async function buildWeb(): Promise<boolean> {
  const hash = hashOf(sources, [process.env.API_URL ?? '', process.env.OPERATOR_BUILD ?? ''])
  if (isFresh(stampFile, hash) && existsSync(page)) return false
  rmSync(output, { recursive: true, force: true })
  await runTaro('h5', { TARO_OUTPUT: output })
  if (!existsSync(page)) throw new Error(`网页版没有编译出来：缺少 ${page}`)
  markFresh(stampFile, hash)
  return true
}

export async function main(): Promise<void> {
  console.log((await buildWeb()) ? `网页版在 ${output}` : '网页版没有变化，不用重新编译')
}
