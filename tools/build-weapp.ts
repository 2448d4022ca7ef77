/** Builds the WeChat mini-program into dist/weapp, unless what is there was made from the same sources. */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { hashOf, isFresh, markFresh } from './stamp'
import { runTaro } from './taro'
import { checkMainShare, checkWeappSizes } from './weapp-sizes'
import { emptyTwinSize } from './weapp-twin'

const sources = [
  'src/miniapp',
  'src/domain',
  'src/sync',
  'config',
  'project.config.json',
  'package.json',
  'package-lock.json',
]
const output = 'dist/weapp'
const stampFile = 'dist/weapp.stamp' // beside the folder: everything inside is the mini-program

/** Taro ends well with warnings, and webpack's are real faults: an export that does not exist, a style out of order. */
const warning = /\bwarn(ing)?s?\b|⚠/i

/** true when it was built now, false when it was still fresh. Throws with the build's last lines or its warnings. */
export async function buildWeapp(): Promise<boolean> {
  const hash = hashOf(sources, [
    process.env.API_URL ?? '',
    process.env.PUBLIC_URL ?? '',
    process.env.CLOUD_ENV ?? '',
    process.env.REMINDER_TEMPLATE ?? '',
    process.env.OPERATOR_BUILD ?? '',
  ])
  if (isFresh(stampFile, hash) && existsSync(path.join(output, 'app.json'))) return false
  rmSync(stampFile, { force: true })
  rmSync(output, { recursive: true, force: true })
  const lines = (await runTaro('weapp', { TARO_OUTPUT: output })).split('\n')
  const first = lines.findIndex((line) => warning.test(line))
  if (first >= 0)
    throw new Error(
      `编译小程序时有警告：\n${lines
        .slice(first, first + 20)
        .join('\n')
        .trim()}`,
    )
  if (!existsSync(path.join(output, 'app.json'))) throw new Error(`小程序没有编译出来：缺少 ${output}/app.json`)
  mkdirSync(path.dirname(stampFile), { recursive: true })
  markFresh(stampFile, hash)
  return true
}

export async function main(): Promise<void> {
  console.log((await buildWeapp()) ? `小程序在 ${output}` : '小程序没有变化，不用重新编译')
  checkWeappSizes(output)
  checkMainShare(output, await emptyTwinSize())
}
