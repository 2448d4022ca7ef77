import type { Log } from '../core/ports'
import { described, redacted } from './redact'
import { currentRequest } from './request-id'

type Members = Readonly<Record<string, unknown>>

/** A line of JSON an event, where no server's log is at hand. Everything goes through the redactor. */
export function createJsonLog(write: (line: string) => void): Log {
  const line = (level: string, event: string, details: Members, error: Members) =>
    write(JSON.stringify({ level, event, ...currentRequest(), ...(redacted(details) as Members), ...error }))
  return {
    info: (event, details) => line('info', event, details, {}),
    error: (event, error, details = {}) =>
      line('error', event, details, error === null || error === undefined ? {} : { err: described(error) }),
  }
}
