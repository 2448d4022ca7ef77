import type { Log } from '../core/ports'

/** A line of JSON an event, where no server's log is at hand. */
export function createJsonLog(write: (line: string) => void): Log {
  return {
    info: (event, details) => write(JSON.stringify({ level: 'info', event, ...details })),
    error: (event, error, details) => write(JSON.stringify({ level: 'error', event, ...details, ...described(error) })),
  }
}

function described(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return {}
  const { code, cause, message, stack } = error as Error & { code?: unknown }
  return { message, code, stack, ...(cause instanceof Error && { cause: cause.message }) }
}
