/** A sliding count per key, in memory. */
import type { Clock } from './ports'

export interface Window {
  /** null: counted. Otherwise the seconds to wait. */
  take(key: string): number | null
}

const maxKeys = 20_000

export function createWindow(clock: Clock, max: number, spanMs: number): Window {
  const seen = new Map<string, number[]>()
  const forgetIdle = (now: number) => {
    for (const [key, times] of seen) if ((times.at(-1) ?? 0) <= now - spanMs) seen.delete(key)
  }
  return {
    take(key) {
      const now = clock.now()
      if (seen.size >= maxKeys) forgetIdle(now)
      const times = recent(seen.get(key) ?? [], now, spanMs)
      const wait = waitFor(times, now, max, spanMs)
      seen.set(key, wait === null ? [...times, now] : times)
      return wait
    },
  }
}

/** The times within the span before `now` (ms). */
export const recent = (times: readonly number[], now: number, spanMs: number): number[] =>
  times.filter((at) => at > now - spanMs && at <= now)

/** Seconds until there is room for one more, or null when there is. `times` ascending. */
export function waitFor(times: readonly number[], now: number, max: number, spanMs: number): number | null {
  if (times.length < max) return null
  const frees = (times[times.length - max] ?? now) + spanMs
  return Math.max(1, Math.ceil((frees - now) / 1000))
}
