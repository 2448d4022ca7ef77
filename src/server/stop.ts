/**
 * Stopping: what has been taken in is finished and answered, nothing new is taken. Whoever starts the program
 * (systemd, Docker) waits longer than this does: 30 s in deploy/.
 */
import type { FastifyInstance } from 'fastify'

/** Requests that take longer lose their connection; they were not acknowledged, so nothing is lost. */
export const drainMs = 15_000
/** Then the program ends, whatever still runs. */
export const stopMs = 25_000

/** Settles when every request is answered (or cut off), the timers have stopped and the store is closed. */
export async function drain(app: FastifyInstance, afterMs = drainMs): Promise<void> {
  const late = setTimeout(() => {
    app.log.warn({}, 'requests cut off')
    app.server.closeAllConnections()
  }, afterMs)
  try {
    await app.close()
  } finally {
    clearTimeout(late)
  }
}

interface Stoppable {
  close(): Promise<void>
}
interface Process {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
  exit(code: number): void
}

/** Exit code 0: all finished. 1: it took too long, could not be closed, or was told a second time. */
export function stopOnSignals(server: Stoppable, program: Process = process, limitMs = stopMs): void {
  let stopping = false
  const stop = () => {
    if (stopping) return program.exit(1)
    stopping = true
    setTimeout(() => program.exit(1), limitMs).unref()
    server.close().then(
      () => program.exit(0),
      () => program.exit(1),
    )
  }
  program.on('SIGINT', stop)
  program.on('SIGTERM', stop)
}
