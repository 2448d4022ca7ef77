import type { Clock } from '../ports/clock'

const firstMs = 1_000
const capMs = 60_000

/** A number in [0, 1). */
export const chance = (clock: Clock): number => (clock.random(1)[0] ?? 0) / 256

/** ms to wait after the n-th failure in a row (1, 2, …): doubling, at most a minute, half of it by chance. */
export function backoffMs(failures: number, clock: Clock): number {
  const full = Math.min(capMs, firstMs * 2 ** (failures - 1))
  return full / 2 + (full / 2) * chance(clock)
}

/** Settles with `late` when `work` has not settled after `ms`: a suspended app may never get its reply. */
export function within<T>(clock: Clock, ms: number, work: Promise<T>, late: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => resolve(late))
    work.then(resolve, reject).finally(cancel)
  })
}
