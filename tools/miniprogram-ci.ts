/**
 * WeChat's official command line (miniprogram-ci). It is 280 MB with what it needs, so it is no dependency
 * of the project: it is fetched on first use, in exactly this version, into .cache, without install scripts.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export const ciVersion = '2.1.42'

/** Compile settings of miniprogram-ci; the build is compiled already, so `upload` switches all of them off. */
export interface CiSettings {
  readonly es6?: boolean
  readonly es7?: boolean
  readonly minify?: boolean
  readonly minifyJS?: boolean
  readonly minifyWXML?: boolean
  readonly minifyWXSS?: boolean
  readonly codeProtect?: boolean
  readonly autoPrefixWXSS?: boolean
  readonly ignoreUploadUnusedFiles?: boolean
}

export interface CiProjectOptions {
  readonly appid: string
  readonly type: 'miniProgram'
  readonly projectPath: string
  readonly privateKeyPath?: string
  /** PEM text, in place of the path. */
  readonly privateKey?: string
  readonly ignores?: readonly string[]
}

export interface CiProject {
  readonly appid: string
  attr(): Promise<object>
  attrSync?(): object
}

export interface CiTask {
  readonly _msg?: string
  readonly _status?: string
}

export interface CiUpload {
  readonly project: CiProject
  readonly version: string
  readonly desc: string
  /** 1–30: which of WeChat's robots the upload shows as. */
  readonly robot: number
  readonly setting: CiSettings
  readonly onProgressUpdate?: (task: CiTask | string) => void
}

export interface CiPreview extends CiUpload {
  readonly qrcodeFormat: 'terminal' | 'image' | 'base64'
  readonly qrcodeOutputDest?: string
  readonly pagePath?: string
  readonly searchQuery?: string
}

/** Sizes in bytes, the whole and each package (`__FULL__`, `__APP__`, the subpackages' roots). */
export interface CiResult {
  readonly subPackageInfo?: readonly { readonly name: string; readonly size: number }[]
}

/** The part of miniprogram-ci that our tools use. Its promises reject with Tencent's own messages and codes. */
export interface MiniprogramCi {
  readonly Project: new (options: CiProjectOptions) => CiProject
  upload(options: CiUpload): Promise<CiResult>
  preview(options: CiPreview): Promise<CiResult>
  /** The compiled files by path; nothing is sent once `project.attr` answers `DefaultProjectAttr`. */
  getCompiledResult(options: CiUpload): Promise<Readonly<Record<string, string | Uint8Array>>>
  readonly DefaultProjectAttr?: object
}

const cache = '.cache/miniprogram-ci'
/** A slow line takes minutes for 60 MB of downloads; what hangs longer than this never ends. */
const limitMs = 15 * 60_000

const packageIn = (home: string) => path.join(home, 'node_modules/miniprogram-ci/package.json')

function isComplete(home: string): boolean {
  if (!existsSync(packageIn(home))) return false
  return (JSON.parse(readFileSync(packageIn(home), 'utf8')) as { version?: string }).version === ciVersion
}

const noNetwork = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/

/** What npm said, in one sentence with what to do. */
export function fetchFailure(output: string): string {
  const code = noNetwork.exec(output)?.[0]
  if (code !== undefined)
    return `下载 miniprogram-ci ${ciVersion} 失败：连不上 npm 的下载地址（${code}）。请检查网络或 npm 的 registry、proxy 设置，再运行一次。`
  const disk = /ENOSPC/.test(output)
  if (disk) return `下载 miniprogram-ci ${ciVersion} 失败：磁盘满了，需要约 300 MB。`
  const last = output.trim().split('\n').slice(-6).join('\n')
  return `下载 miniprogram-ci ${ciVersion} 失败，npm 说：\n${last || '（没有输出）'}`
}

function ticking(label: string): () => void {
  const started = Date.now()
  console.log(`${label} …`)
  const timer = setInterval(() => console.log(`${label} … ${Math.round((Date.now() - started) / 1000)} 秒`), 10_000)
  return () => clearInterval(timer)
}

/** npm as a script of this Node, when we were started by npm; its command otherwise. */
function npm(args: readonly string[], cwd: string) {
  const script = process.env.npm_execpath
  const stdio: ['ignore', 'pipe', 'pipe'] = ['ignore', 'pipe', 'pipe']
  const options = { stdio, cwd, timeout: limitMs, env: process.env }
  if (script !== undefined && /npm-cli\.js$/.test(script)) return spawn(process.execPath, [script, ...args], options)
  const windows = process.platform === 'win32'
  return spawn(windows ? 'npm.cmd' : 'npm', args, { ...options, shell: windows })
}

/** Retried for some seconds, not for npm's two minutes: without network the person wants to know. */
const flags: readonly string[] = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  '--fetch-retries=3',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
]

async function install(home: string): Promise<void> {
  const over = ticking(`下载 miniprogram-ci ${ciVersion}（只有第一次需要，约 60 MB）`)
  const wanted = `miniprogram-ci@${ciVersion}`
  const child = npm(['install', ...flags, wanted], home)
  let output = ''
  const collect = (chunk: Buffer) => void (output += chunk.toString())
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const code = await new Promise<number | null>((resolve) => {
    child.on('error', (error) => {
      output += error.message
      resolve(null)
    })
    child.on('close', resolve)
  })
  over()
  if (code !== 0 || !isComplete(home)) throw new Error(fetchFailure(output))
}

/**
 * The folder it is installed in, fetched on first use. Installed aside and then renamed: two tools at a time
 * never see half of it, and a failure leaves nothing.
 */
export async function fetchMiniprogramCi(root = cache): Promise<string> {
  const home = path.resolve(root, ciVersion)
  if (isComplete(home)) return home
  mkdirSync(root, { recursive: true })
  const aside = mkdtempSync(path.resolve(root, 'fetching-'))
  try {
    writeFileSync(path.join(aside, 'package.json'), '{ "private": true }\n')
    await install(aside)
    rmSync(home, { recursive: true, force: true })
    renameSync(aside, home)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (!isComplete(home)) throw error
  }
  return home
}

/**
 * miniprogram-ci, fetched on first use. `root` is where versions are kept.
 * Throws one sentence on what to do when it cannot be fetched.
 */
export async function loadMiniprogramCi(root = cache): Promise<MiniprogramCi> {
  const home = await fetchMiniprogramCi(root)
  return createRequire(packageIn(home))('miniprogram-ci') as MiniprogramCi
}
