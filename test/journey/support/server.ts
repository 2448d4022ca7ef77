/** The real function, as `npm run serve` runs it: its own process, its own data folder, a free port. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface RunningServer {
  readonly url: string
  readonly dataDir: string
  /** What it has printed so far. */
  readonly log: () => string
  kill(signal?: NodeJS.Signals): Promise<void>
  /** The same data on the same port again. */
  restart(): Promise<void>
  /** Stops it and removes its data. */
  dispose(): Promise<void>
  /** A new rep's scene token. */
  newScene(name: string, company: string): Promise<{ scene: string; rep: string }>
  revoke(rep: string): Promise<void>
}

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
  for (let i = 0; i < 150; i += 1) {
    if (child.exitCode !== null) throw new Error(`the server stopped at its start:\n${log()}`)
    const healthy = await fetch(`${url}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (healthy) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the server did not become healthy in 15 s:\n${log()}`)
}

function command(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk))
    child.stderr.on('data', (chunk: Buffer) => (out += chunk))
    child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(out))))
  })
}

export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<RunningServer> {
  const port = await freePort()
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kaitong-journey-'))
  const url = `http://127.0.0.1:${port}`
  const full = { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, PUBLIC_URL: url, ALLOW_GUESTS: 'true', LOG_LEVEL: 'warn', RATE_PER_MINUTE: '100000', RATE_SENSITIVE_PER_MINUTE: '100000', ...env }
  let output = ''
  const log = () => output
  let child: ChildProcess
  const begin = async () => {
    child = spawn(process.execPath, ['dist/server/main.js'], { env: full, stdio: ['ignore', 'pipe', 'pipe'] })
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
  const rep = (...args: string[]) => command(['dist/server/rep.js', ...args], full)
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
    async newScene(name, company) {
      const added = await rep('add', name, '--company', company)
      const id = /\b([A-Za-z0-9]{16,22})\b/.exec(added)?.[1]
      if (id === undefined) throw new Error(`no rep id in: ${added}`)
      const scene = /\b([A-Za-z0-9_-]{22})\b/.exec(await rep('scene', id))?.[1]
      if (scene === undefined) throw new Error('no scene')
      return { scene, rep: id }
    },
    revoke: async (id) => void (await rep('revoke', id)),
  }
}
