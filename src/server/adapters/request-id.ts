/** Which request a line of the log belongs to, without handing an id through everything that is called. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

const current = new AsyncLocalStorage<string>()

/** 16 hex digits. A UUID's: Node draws those in stock, for a fifth of what drawing each costs. */
export const newRequestId = (): string => randomUUID().replaceAll('-', '').slice(16)

/** Everything that `run` starts is part of the request. */
export const inRequest = <T>(id: string, run: () => T): T => current.run(id, run)

/** For a line of the log; empty outside of requests. */
export function currentRequest(): { readonly request?: string } {
  const request = current.getStore()
  return request === undefined ? {} : { request }
}
