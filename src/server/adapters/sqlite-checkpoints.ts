/**
 * SQLite's log, moved into its file by a thread of its own. Left to SQLite, the writer who makes the log a thousand
 * pages long moves them all before anybody goes on: 20 ms in which the server answers nobody (bench/README.md).
 * A passive checkpoint holds neither readers nor writers up: https://www.sqlite.org/wal.html#ckpt
 */
import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Log } from '../core/ports'
import { connect, type Db } from './sqlite-open'

export interface Checkpoints {
  /** Settles when the thread has let go of the file. */
  close(): Promise<void>
}
export type StartCheckpoints = (file: string) => Checkpoints

/** From that many pages on (64 MB) the writers do it after all: the thread does not keep up, or is lost. */
export const writersFrom = 16_384

/** `entry`: the bundled src/server/main.checkpoints.ts. */
export const checkpointsIn =
  (entry: string, log: Log): StartCheckpoints =>
  (file) => {
    const thread = new Worker(entry, { workerData: file, env: {} })
    const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()))
    thread.once('error', (error) => log.error('checkpoint thread lost', error))
    thread.unref()
    return {
      async close() {
        // Waited for, also where nothing else is left to do.
        thread.ref()
        thread.postMessage('close')
        await ended
      },
    }
  }

const everyMs = 250
const maxPasses = 5

/** The thread's own part, until the signal. Throws when the file cannot be written. */
export async function keepCheckpointed(file: string, stop: AbortSignal): Promise<void> {
  const db = connect(file)
  while (!stop.aborted) {
    checkpoint(db)
    await wait(everyMs, undefined, { signal: stop }).catch(() => undefined)
  }
  db.close()
}

/**
 * The next write begins the log anew only if all of it has been moved by then: what came meanwhile is moved at once,
 * in passes that get shorter.
 */
function checkpoint(db: Db): void {
  let before: number | null = null
  for (let pass = 0; pass < maxPasses; pass++) {
    const [row] = db.pragma('wal_checkpoint(PASSIVE)') as readonly { readonly log: number }[]
    if (row === undefined || row.log === before) return
    before = row.log
  }
}
