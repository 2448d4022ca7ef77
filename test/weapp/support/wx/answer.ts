/** How wx answers: by callbacks, or by a promise when none is given; never at once. */
import type { Timers } from '../timers'

export interface Callbacks {
  readonly success?: (reply: Record<string, unknown>) => void
  readonly fail?: (reply: { readonly errMsg: string }) => void
  readonly complete?: (reply: object) => void
}

export class Refused extends Error {}

export type Answer = <Options extends object>(
  name: string,
  options: (Options & Callbacks) | undefined,
  work: () => object | undefined | Promise<object | undefined>,
) => Promise<unknown>

export const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Only `Refused` becomes a failure of the call; anything else is a mistake of the fake or the app and is reported. */
export function createAnswer(timers: Timers, report: (error: unknown) => void): Answer {
  const guarded = (call: () => void) => {
    try {
      call()
    } catch (error) {
      report(error)
    }
  }
  return async (name, options, work) => {
    const over = timers.begin()
    const asked = options?.success ?? options?.fail ?? options?.complete
    try {
      await Promise.resolve()
      const reply = { errMsg: `${name}:ok`, ...(await work()) }
      guarded(() => options?.success?.(reply))
      guarded(() => options?.complete?.(reply))
      return reply
    } catch (error) {
      if (!(error instanceof Refused)) report(error)
      const reply = { errMsg: `${name}:fail ${messageOf(error)}` }
      guarded(() => options?.fail?.(reply))
      guarded(() => options?.complete?.(reply))
      if (asked === undefined) throw reply
      return undefined
    } finally {
      over()
    }
  }
}
