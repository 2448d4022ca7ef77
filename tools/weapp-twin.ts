/**
 * The size of an empty Taro + React app (bench/weapp/empty), built with the same versions and targets as
 * ours: what the main package is measured by. Built again only when it, its settings or a version changed.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { hashOf, isFresh, markFresh } from './stamp'
import { runTaro } from './taro'
import { weappSizes } from './weapp-sizes'

const source = 'bench/weapp/empty'
const output = '.cache/weapp-empty'
const stampFile = '.cache/weapp-empty.stamp'

/** KB of its main package. Throws with the build's last lines. */
export async function emptyTwinSize(): Promise<number> {
  const hash = hashOf([`${source}/src`, `${source}/config`, `${source}/package.json`, 'package-lock.json'])
  if (!isFresh(stampFile, hash) || !existsSync(path.join(output, 'app.json'))) {
    rmSync(stampFile, { force: true })
    rmSync(output, { recursive: true, force: true })
    mkdirSync(path.dirname(stampFile), { recursive: true })
    await runTaro('weapp', { TARO_OUTPUT: path.relative(source, output) }, source)
    if (!existsSync(path.join(output, 'app.json')))
      throw new Error(`空的对照小程序没有编译出来：缺少 ${output}/app.json`)
    markFresh(stampFile, hash)
  }
  return weappSizes(output)[0]?.size ?? 0
}
