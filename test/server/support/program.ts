/** The server as an operator runs it: the bundle, a process of its own, a folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { buildServer } from '../../../tools/bundles'

const outdir = `.cache/test/server-${process.pid}`
afterAll(() => rmSync(outdir, { recursive: true, force: true }))
let bundle: Promise<string> | null = null
/** Inside the project, so that the bundle finds the packages. */
const built = (): Promise<string> => (bundle ??= buildServer(outdir).then(([main = '']) => path.resolve(main)))

export interface Program {
  readonly url: string
  /** The program of the processes that look at pictures. */
  readonly imageProcess: string
  /** Everything it wrote. */
  output(): string
  /** Answers the exit code, null for a signal. */
  stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

const quick = {
  PORT: '0',
  HOST: '127.0.0.1',
  RATE_PER_MINUTE: '100000',
  RATE_SYNCS_PER_MINUTE: '100000',
  RATE_SENSITIVE_PER_MINUTE: '100000',
}

export async function runProgram(env: Readonly<Record<string, string>>): Promise<Program> {
  const { child, output, ended } = await launch({ ...quick, ...env })
  const url = await Promise.race([
    listening(child, output),
    ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${output()}`))),
  ])
  return {
    url,
    imageProcess: path.join(path.dirname(await built()), 'images.js'),
    output,
    stop: (signal) => {
      child.kill(signal)
      return ended
    },
  }
}

/** Runs until it ends by itself. */
export async function runToEnd(
  env: Readonly<Record<string, string>>,
): Promise<{ code: number | null; output: string }> {
  const { output, ended } = await launch({ ...quick, ...env })
  return { code: await ended, output: output() }
}

async function launch(env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [await built()], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  const output = () => Buffer.concat(chunks).toString()
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  return { child, output, ended }
}

function listening(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((resolve) => {
    const look = () => {
      const url = /已启动：(http:\S+?)（/.exec(output())?.[1]
      if (url !== undefined) resolve(url)
    }
    child.stdout?.on('data', look)
  })
}
