/** Runs the measures of bench/weapp in the harness and answers what they found. */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { figuresFile, type Figures } from '../bench/weapp/figures'

/** `dir`: a WeChat build. Throws with jest's last lines. */
export function measureWeapp(dir: string): Figures {
  rmSync(figuresFile, { force: true })
  const jest = 'node_modules/jest/bin/jest.js'
  const { status, stderr } = spawnSync(process.execPath, [jest, '-c', 'bench/weapp/jest.config.mjs', '-i'], {
    env: { ...process.env, WEAPP_DIST: dir },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`没能在模拟环境里量：\n${stderr.trim().split('\n').slice(-30).join('\n')}`)
  return JSON.parse(readFileSync(figuresFile, 'utf8')) as Figures
}
