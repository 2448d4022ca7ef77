/**
 * Compiles dist/weapp with WeChat's own miniprogram-ci, offline: app.json and page files against WeChat's
 * schemas, missing pages and components, icon sizes, permissions, syntax. The package is large, so it is
 * fetched once into .cache and is no dependency of the project.
 */
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildWeapp } from './build-weapp'
import { ciVersion, fetchMiniprogramCi } from './miniprogram-ci'

/** ms */
const longest = 5 * 60_000

interface Ended {
  readonly code: number | null
  readonly text: string
}

/** Runs it in a group of its own, which is ended as a whole; `label` counts the seconds meanwhile. */
function run(args: readonly string[], label: string): Promise<Ended> {
  const started = Date.now()
  const child = spawn(process.execPath, args, {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const seconds = () => `${label} … ${Math.round((Date.now() - started) / 1000)} 秒`
  const progress = setInterval(
    () => {
      if (process.stdout.isTTY) process.stdout.write(`\r${seconds()} `)
      else console.log(seconds())
    },
    process.stdout.isTTY ? 500 : 10_000,
  )
  const end = () => {
    if (child.pid === undefined) return
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // it has ended by itself
    }
  }
  const late = setTimeout(end, longest)
  return new Promise((resolve, reject) => {
    const over = (settle: () => void) => {
      clearInterval(progress)
      clearTimeout(late)
      if (process.stdout.isTTY) process.stdout.write('\n')
      settle()
    }
    child.on('error', (error) => over(() => reject(error)))
    child.on('exit', (code) => {
      end() // its helpers
      over(() => resolve({ code, text }))
    })
  })
}

/** A project of its own around a copy of the build, as the DevTools would open it. */
function projectOf(dir: string): string {
  const project = mkdtempSync(path.join(tmpdir(), 'check-weapp-'))
  cpSync(dir, path.join(project, 'app'), { recursive: true })
  const ours = JSON.parse(readFileSync('project.config.json', 'utf8')) as { readonly libVersion: string }
  const config = { appid: 'wx0123456789abcdef', compileType: 'miniprogram', miniprogramRoot: 'app/', setting: {} }
  writeFileSync(path.join(project, 'project.config.json'), JSON.stringify({ ...config, libVersion: ours.libVersion }))
  return project
}

/** How many files the compiler, installed in `home`, made of `dir`. Throws with its own words when it refuses the build. */
export async function compileOfficially(home: string, dir: string): Promise<number> {
  const project = projectOf(dir)
  try {
    const script = path.resolve('tools/check-weapp-compile.mjs')
    const compiler = path.join(home, 'node_modules', 'miniprogram-ci')
    const { text } = await run([script, compiler, project], '官方编译')
    const files = /^FILES (\d+)$/m.exec(text)?.[1]
    if (files !== undefined) return Number(files)
    const refused = /REFUSED ([^]*)/.exec(text)?.[1] ?? text.trim().split('\n').slice(-10).join('\n')
    throw new Error(`官方编译器不接受这份小程序：\n${refused.trim()}`)
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
}

/** `npm run check:weapp [-- folder]`: builds dist/weapp when it is stale, then compiles it (or the folder). */
export async function main([dir]: readonly string[]): Promise<void> {
  const home = path.resolve(await fetchMiniprogramCi())
  if (dir === undefined) await buildWeapp()
  const files = await compileOfficially(home, dir ?? 'dist/weapp')
  console.log(`miniprogram-ci ${ciVersion}：编译通过，${files} 个文件`)
}
