import type { Clock } from '../ports/clock'

/** One thing to do, planned at most once at a time. */
export interface Plan {
  /** In `ms`, instead of whenever it was planned. */
  at(ms: number): void
  /** In `ms` at the latest. */
  by(ms: number): void
  cancel(): void
}

export function createPlan(clock: Clock, run: () => void): Plan {
  let due: number | null = null
  let clear = (): void => undefined

  function cancel(): void {
    clear()
    due = null
  }
  function at(ms: number): void {
    cancel()
    due = clock.now() + ms
    clear = clock.after(ms, () => {
      due = null
      run()
    })
  }
  return {
    at,
    by(ms) {
      if (due === null || clock.now() + ms < due) at(ms)
    },
    cancel,
  }
}
