/** The server as an operator runs it, a process of its own that can be killed at any moment and started again. */
import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

export interface ServerProcess {
  /** Starts it (again) on the same data; answers its address. */
  start(): Promise<string>
  /** kill -9. */
  kill(): Promise<void>
}

const startMs = 60_000
/** Limits protect against many calls from one address, which is what this is. */
const unlimited = {
  RATE_PER_MINUTE: '1000000',
  RATE_SYNCS_PER_MINUTE: '1000000',
  RATE_SENSITIVE_PER_MINUTE: '1000000',
}

/** `bundle`: the built server's file. `dataDir`: its SQLite database and files. */
export function createServerProcess(bundle: string, dataDir: string): ServerProcess {
  let child: ChildProcess | null = null
  const env = { PATH: process.env.PATH ?? '', PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...unlimited }
  return {
    start() {
      const running = spawn(process.execPath, [path.resolve(bundle)], { env, stdio: ['ignore', 'pipe', 'pipe'] })
      child = running
      return addressOf(running)
    },
    async kill() {
      const running = child
      child = null
      if (running === null || running.exitCode !== null || running.signalCode !== null) return
      const ended = new Promise((resolve) => running.once('close', resolve))
      running.kill('SIGKILL')
      await ended
    },
  }
}

function addressOf(running: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const late = setTimeout(() => reject(new Error(`the server did not start: ${output}`)), startMs)
    const look = (chunk: Buffer) => {
      if (output.length < 100_000) output += chunk.toString()
      const url = /已启动：(http:\S+?)（/.exec(output)?.[1]
      if (url === undefined) return
      clearTimeout(late)
      resolve(url)
    }
    running.stdout?.on('data', look)
    running.stderr?.on('data', look)
    running.once('close', (code, signal) => {
      clearTimeout(late)
      reject(new Error(`the server ended with ${code ?? signal}: ${output.slice(-400)}`))
    })
  })
}
