import type { Clock } from '../ports/clock'

/**
 * A stretch of time. People set their phone's clock: a moment to wait for could end up years away, so
 * what is remembered is the beginning and the length, and a clock that was set back ends the wait.
 */
export interface Wait {
  readonly since: number
  readonly ms: number
}

/** ms; 0 when it is over. */
export function leftOf({ since, ms }: Wait, now: number): number {
  const gone = now - since
  return gone < 0 || gone >= ms ? 0 : ms - gone
}

/** One thing to do, planned at most once at a time. */
export interface Plan {
  /** In `ms`, instead of whenever it was planned. */
  at(ms: number): void
  /** In `ms` at the latest. */
  by(ms: number): void
  cancel(): void
}

export function createPlan(clock: Clock, run: () => void): Plan {
  let wait: Wait | null = null
  let clear = (): void => undefined

  function cancel(): void {
    clear()
    wait = null
  }
  function at(ms: number): void {
    cancel()
    wait = { since: clock.now(), ms }
    clear = clock.after(ms, () => {
      wait = null
      run()
    })
  }
  return {
    at,
    by(ms) {
      const left = wait === null ? 0 : leftOf(wait, clock.now())
      if (left === 0 || left > ms) at(ms)
    },
    cancel,
  }
}
