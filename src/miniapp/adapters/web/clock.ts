import type { Clock } from '../../ports/clock'

/** getRandomValues exists over plain HTTP too, unlike crypto.subtle. */
export function createWebClock(): Clock {
  return {
    now: () => Date.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    random: (n) => crypto.getRandomValues(new Uint8Array(n)),
  }
}
