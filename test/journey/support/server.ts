/** The real function in a process of its own, with its own data folder and a free port. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

export interface RunningServer {
  /** Where a browser on this machine finds it. */
  readonly url: string
  readonly dataDir: string
  /** What it has printed so far. */
  readonly log: () => string
  kill(signal?: NodeJS.Signals): Promise<void>
  /** The same data on the same port again. */
  restart(): Promise<void>
  /** Stops it and removes its data. */
  dispose(): Promise<void>
  /** A new rep, and the one-time code with which somebody becomes them. */
  newRep(name: string, company: string): Promise<{ rep: string; claim: string }>
  /** A new rep's scene token. */
  newScene(name: string, company: string): Promise<{ scene: string; rep: string }>
  revoke(rep: string): Promise<void>
}

type Env = Readonly<Record<string, string | undefined>>

interface Start {
  /** Of Node: what to run. */
  readonly args: readonly string[]
  readonly env: Env
  readonly port: number
  readonly dataDir: string
}

const startMs = 30_000
const main = 'dist/server/main.js'

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

async function untilHealthy(url: string, child: ChildProcess, log: () => string): Promise<void> {
  const late = Date.now() + startMs
  while (Date.now() < late) {
    if (child.exitCode !== null) throw new Error(`the server stopped at its start:\n${log()}`)
    const healthy = await fetch(`${url}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the server did not become healthy in ${startMs / 1000} s:\n${log()}`)
}

function command(args: readonly string[], env: Env): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk))
    child.stderr.on('data', (chunk: Buffer) => (out += chunk))
    child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(out))))
  })
}

/** Runs a server until `dispose`. */
export async function run({ args, env, port, dataDir }: Start): Promise<RunningServer> {
  const url = `http://127.0.0.1:${port}`
  let output = ''
  const log = () => output
  let child: ChildProcess
  const begin = async () => {
    child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk))
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk))
    await untilHealthy(url, child, log)
  }
  const kill = (signal: NodeJS.Signals = 'SIGTERM') =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve()
      child.on('close', () => resolve())
      child.kill(signal)
    })
  await begin()
  const rep = (...words: string[]) => command(['dist/server/rep.js', ...words], env)
  const newRep = async (name: string, company: string) => {
    const added = await rep('add', name, '--company', company)
    const id = /\b([A-Za-z0-9]{16,22})\b/.exec(added)?.[1]
    const claim = /\b([A-Z0-9]{5}(?:-[A-Z0-9]{1,5}){5})\b/.exec(added)?.[1]
    if (id === undefined || claim === undefined) throw new Error(`no rep in: ${added}`)
    return { rep: id, claim }
  }
  return {
    url,
    dataDir,
    log,
    kill,
    restart: async () => {
      await kill()
      await begin()
    },
    dispose: async () => {
      await kill('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    },
    newRep,
    async newScene(name, company) {
      const { rep: id } = await newRep(name, company)
      const printed = await rep('scene', id)
      const scene = /\bscene=([A-Za-z0-9_-]{22})/.exec(printed)?.[1]
      if (scene === undefined) throw new Error(`no scene in: ${printed}`)
      return { scene, rep: id }
    },
    revoke: async (id) => void (await rep('revoke', id)),
  }
}

export const newDataDir = () => mkdtempSync(path.join(tmpdir(), 'kaitong-journey-'))

/** The built server. `preload`: a module that Node runs before it. */
export async function startServer(
  extra: Readonly<Record<string, string>> = {},
  preload?: string,
): Promise<RunningServer> {
  if (!existsSync(main)) throw new Error(`${main} is missing: node tools/run.mjs tools/build-server.ts`)
  const port = await freePort()
  const dataDir = newDataDir()
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    ALLOW_GUESTS: 'true',
    LOG_LEVEL: 'warn',
    RATE_PER_MINUTE: '100000',
    RATE_SENSITIVE_PER_MINUTE: '100000',
    ...extra,
  }
  return run({
    args: [...(preload === undefined ? [] : ['--import', pathToFileURL(preload).href]), main],
    env,
    port,
    dataDir,
  })
}
