/** A real PostgreSQL server of the test's own: made in the temporary folder, on a free port, gone afterwards. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { Client } from 'pg'
import { temporaryFolder, type TemporaryFolder } from './folders'
import { nobody, postgresPrograms } from './postgres-binaries'

export const password = 'a-password-that-must-not-be-logged'

export interface PostgresServer {
  /** A database of its own, empty; the address to reach it. */
  newDatabase(settings?: string): Promise<string>
  /** As a statement of the superuser. */
  run(sql: string, database?: string): Promise<void>
  /** SIGKILL for the server and everything it started. */
  kill(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

/** Throws with a clear cause when this machine cannot run one. About a second. */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = temporaryFolder()
  try {
    return await startIn(folder)
  } catch (error) {
    folder.remove()
    throw error
  }
}

async function startIn(folder: TemporaryFolder): Promise<PostgresServer> {
  chmodSync(folder.path, 0o755)
  const programs = postgresPrograms(folder.path)
  const data = path.join(folder.path, 'data')
  mkdirSync(data, { mode: 0o700 })
  if (nobody !== null) chownSync(data, nobody.uid, nobody.gid)
  initialise(path.join(programs, 'initdb'), data, folder.path)
  const port = await freePort()
  const addressOf = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
  let keeper: ChildProcess | null = null
  let made = 0

  async function start(): Promise<void> {
    const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', '-c', 'max_connections=60']
    keeper = spawn(
      process.execPath,
      [
        path.resolve('test/server/support/postgres-keeper.mjs'),
        String(nobody?.uid ?? -1),
        String(nobody?.gid ?? -1),
        path.join(programs, 'postgres'),
        ...args,
      ],
      { stdio: ['pipe', 'ignore', 'pipe'] },
    )
    await ready(keeper)
  }

  async function run(sql: string, database = 'postgres'): Promise<void> {
    const client = new Client({ connectionString: addressOf(database) })
    await client.connect()
    try {
      await client.query(sql)
    } finally {
      await client.end()
    }
  }

  await start()
  return {
    run,
    start,
    async newDatabase(settings = "TEMPLATE template0 ENCODING 'UTF8'") {
      const name = `test_${++made}`
      await run(`CREATE DATABASE ${name} ${settings}`)
      return addressOf(name)
    },
    async kill() {
      const server = Number(readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
      for (const pid of [server, ...childrenOf(server)]) process.kill(pid, 'SIGKILL')
      await ended(keeper)
    },
    async stop() {
      keeper?.stdin?.end()
      await ended(keeper)
      folder.remove()
    },
  }
}

function initialise(initdb: string, data: string, folder: string): void {
  const passwordFile = path.join(folder, 'password')
  writeFileSync(passwordFile, `${password}\n`)
  const auth = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--username=postgres']
  execFileSync(initdb, [`--pgdata=${data}`, ...auth, '--no-sync', '--locale=C', '--encoding=UTF8'], {
    ...nobody,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

function ready(keeper: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    keeper.stderr?.on('data', (chunk: Buffer) => {
      output += String(chunk)
      if (output.includes('ready to accept connections')) resolve()
    })
    keeper.on('close', () => reject(new Error(`PostgreSQL did not start: ${output}`)))
  })
}

const ended = (keeper: ChildProcess | null): Promise<void> =>
  keeper === null || keeper.exitCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => keeper.once('close', () => resolve()))

const childrenOf = (parent: number): number[] =>
  String(execFileSync('ps', ['-A', '-o', 'pid=,ppid=']))
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid = 0, ppid]) => (ppid === parent ? [pid] : []))

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
