/**
 * SQLite's log, moved into its file by a thread of its own. Left to SQLite, the writer who makes the log a thousand
 * pages long moves them all before anybody goes on: 20 ms in which the server answers nobody (bench/README.md).
 * A passive checkpoint holds neither readers nor writers up: https://www.sqlite.org/wal.html#ckpt
 */
import { Worker, type MessagePort } from 'node:worker_threads'
import type { Log } from '../core/ports'
import { connect, type Db } from './sqlite-open'

export interface Checkpoints {
  /**
   * A group has just been committed: until the next one is ready, nobody waits for the disk. A checkpoint at any
   * other moment meets a commit now and then, which takes 10 ms then instead of 1 (bench/README.md).
   */
  committed(): void
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
    let last = -everyMs
    return {
      committed() {
        const now = performance.now()
        if (now - last < everyMs) return
        last = now
        thread.postMessage('move')
      },
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

/** The thread's own part: a checkpoint at each `move`, until `close`. Throws when the file cannot be written. */
export function keepCheckpointed(file: string, port: MessagePort): void {
  const db = connect(file)
  checkpoint(db)
  port.on('message', (word: 'move' | 'close') => {
    if (word === 'move') return checkpoint(db)
    db.close()
    port.close()
  })
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
