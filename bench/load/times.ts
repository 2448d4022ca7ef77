/** Durations (ms) and what is said of them. */
export interface Summary {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly max: number
  readonly count: number
}

/** `seconds`: how long all of it took. */
export function summarise(durations: readonly number[], seconds: number): Summary {
  const sorted = Float64Array.from(durations).sort()
  const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
  return { perSecond: sorted.length / seconds, p50: at(0.5), p99: at(0.99), max: at(1), count: sorted.length }
}

/** Runs `workers` loops side by side until the time is over; what ran in the first fifth is not counted. */
export async function inLoops(
  workers: number,
  seconds: number,
  step: (worker: number) => Promise<void>,
): Promise<Summary> {
  const durations: number[] = []
  const begin = performance.now()
  const counted = begin + seconds * 200
  const end = begin + seconds * 1000
  const loop = async (worker: number) => {
    for (;;) {
      const from = performance.now()
      if (from >= end) return
      await step(worker)
      const now = performance.now()
      if (from >= counted && now <= end) durations.push(now - from)
    }
  }
  await Promise.all(Array.from({ length: workers }, (_each, worker) => loop(worker)))
  return summarise(durations, seconds * 0.8)
}
