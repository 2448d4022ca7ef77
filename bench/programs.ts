/** The programs that are measured, each a process of its own, and what the system says of them. */
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { buildServer } from '../tools/bundles'

/** Everything the bench makes is in here, and goes with it. */
export interface Workshop {
  /** An empty folder of its own. */
  folder(): string
  /** Node's programs, bundled: the server as `npm run build:weapp` makes it, and the load. */
  readonly server: string
  readonly load: string
  readonly phones: string
  start(command: readonly string[], env: Readonly<Record<string, string>>): ChildProcess
  /** Ends what still runs and removes every file. */
  close(): void
}

export async function openWorkshop(): Promise<Workshop> {
  // Inside the project, so that the bundles find their packages.
  const bundles = path.resolve('.cache', 'bench', String(process.pid))
  mkdirSync(bundles, { recursive: true })
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'kaitong-bench-'))
  // A database server may run as somebody else, who has to get in; and whatever is made as a temporary file is in here.
  chmodSync(scratch, 0o755)
  process.env.TMPDIR = scratch
  const running = new Set<ChildProcess>()
  const close = () => {
    for (const child of running) child.kill('SIGKILL')
    for (const folder of [scratch, bundles]) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  process.once('exit', close)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
  const [server = ''] = await buildServer(bundles)
  await build({
    entryPoints: { load: 'bench/load/main.ts', phones: 'bench/load/phones.ts' },
    outdir: bundles,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  })
  return {
    server: path.resolve(server),
    load: path.join(bundles, 'load.mjs'),
    phones: path.join(bundles, 'phones.mjs'),
    folder: () => mkdtempSync(path.join(scratch, 'data-')),
    start(command, env) {
      const child = spawn(process.execPath, [...command], {
        env: { PATH: process.env.PATH ?? '', ...env },
        stdio: ['pipe', 'pipe', 'pipe'],
      })
      running.add(child)
      child.once('close', () => running.delete(child))
      return child
    },
    close,
  }
}

export interface RunningServer {
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

/**
 * The server with its own settings but for one: everything comes from one address here, so that the limit per
 * address is raised. Its log goes where an operator's would, to a reader.
 */
export async function startServer(
  shop: Workshop,
  env: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<RunningServer> {
  const settings = { PORT: '0', HOST: '127.0.0.1', RATE_PER_MINUTE: '100000000', ALLOW_GUESTS: 'true' }
  const child = shop.start([...flags, shop.server], { ...settings, ...env })
  const url = await firstMatch(child, /已启动：(http:\S+?)（/)
  return { url, pid: child.pid ?? 0, stop: () => stopped(child) }
}

export async function stopped(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('close', resolve))
  child.kill('SIGTERM')
  await ended
}

/** Waits for a line; throws with everything that was said when the program ends without it. */
export function firstMatch(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    let found = false
    const read = (chunk: Buffer) => {
      if (found) return
      output += String(chunk)
      const match = pattern.exec(output)?.[1]
      if (match === undefined) return
      found = true
      resolve(match)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('close', () => reject(new Error(`a program ended early:\n${output}`)))
  })
}

/** Far beyond what any of them takes (ms). */
const patience = 120_000

/** Runs to its end; answers the JSON that it printed. */
export function runJson<T>(child: ChildProcess): Promise<T> {
  const stuck = setTimeout(() => child.kill('SIGKILL'), patience)
  return new Promise((resolve, reject) => {
    const [out, err]: [Buffer[], Buffer[]] = [[], []]
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => err.push(chunk))
    child.once('close', (code) => {
      clearTimeout(stuck)
      if (code === 0) resolve(JSON.parse(Buffer.concat(out).toString()) as T)
      else
        reject(new Error(`a program failed (${code ?? 'ended after two minutes'}): ${Buffer.concat(err).toString()}`))
    })
  })
}

/** Bytes of its own in memory, without files that it has mapped; null where the system has no /proc. */
export function memoryOf(pid: number): number | null {
  try {
    const kilobytes = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) * 1024
  } catch {
    return null
  }
}

/** Seconds of processor time that it has used, its own and the system's for it; null where there is no /proc. */
export function cpuOf(pid: number): number | null {
  try {
    // Behind the name, which may hold anything, the 12th and 13th field are in ticks of 10 ms.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return null
  }
}
