/**
 * Tencent's official command line, fetched in exactly this version into .cache on first use: 34 MB, and no
 * dependency of the project. It keeps its login in the home folder; with keys it gets one of its own that is
 * deleted afterwards.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export const cliVersion = '2.12.10'
const folder = `.cache/cloudbase-cli-${cliVersion}`
const limitMs = 15 * 60_000

export interface Ran {
  readonly code: number | null
  readonly output: string
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  return new Promise((resolve) => {
    // No terminal: a question would wait for ever.
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMs })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    const end = (code: number | null) => resolve({ code, output: Buffer.concat(chunks).toString() })
    child.on('error', (error) => resolve({ code: null, output: String(error) }))
    child.on('close', end)
  })
}

/** The script of the command line. `TCB_CLI` names another one, for tests. Throws one sentence. */
export async function fetchCli(env: NodeJS.ProcessEnv): Promise<string> {
  if (env.TCB_CLI) return path.resolve(env.TCB_CLI)
  const script = path.resolve(folder, 'node_modules/@cloudbase/cli/bin/tcb')
  if (existsSync(script)) return script
  console.log(`下载 @cloudbase/cli ${cliVersion}（34 MB）…`)
  mkdirSync('.cache', { recursive: true })
  const fresh = mkdtempSync(path.resolve('.cache/cloudbase-cli-'))
  const wanted = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-save', `@cloudbase/cli@${cliVersion}`]
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { code, output } = await run(npm, ['install', '--prefix', fresh, ...wanted], env)
  if (code !== 0) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Error(
      `下载 @cloudbase/cli ${cliVersion} 失败，请检查网络或 npm 的 registry、proxy 设置。npm 说：\n${output.trim().split('\n').slice(-6).join('\n')}`,
    )
  }
  rmSync(folder, { recursive: true, force: true })
  renameSync(fresh, folder)
  return script
}

export interface CommandLine {
  run(args: readonly string[]): Promise<Ran>
  end(): void
}

/** `ownHome`: log in for this run only. */
export function openCli(script: string, ownHome: boolean, env: NodeJS.ProcessEnv): CommandLine {
  const home = ownHome ? mkdtempSync(path.join(os.tmpdir(), 'kaitong-tcb-')) : null
  const { TENCENTCLOUD_SECRETID: _id, TENCENTCLOUD_SECRETKEY: _key, MASTER_KEY: _master, ...rest } = env
  const own = home === null ? {} : { HOME: home, USERPROFILE: home, XDG_CONFIG_HOME: path.join(home, '.config') }
  return {
    run: (args) => run(process.execPath, [script, ...args], { ...rest, ...own, TCB_NO_BROWSER: '1' }),
    end: () => {
      if (home !== null) rmSync(home, { recursive: true, force: true })
    },
  }
}
