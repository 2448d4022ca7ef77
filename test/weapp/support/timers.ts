/** The app's timers: counted, so that a test can wait until nothing is due soon, and gone when it is killed. */
export interface Timers {
  setTimeout(run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): number
  clearTimeout(id: number): void
  setInterval(run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): number
  clearInterval(id: number): void
  /** Something under way that is no timer (a render, a fake reply): call the result when it is over. */
  begin(): () => void
  /** Until nothing is under way and no timer is due within `soon` ms. Throws after 5 s. */
  settle(soon?: number): Promise<void>
  stop(): void
}

const rounds = 3
const limit = 5000 // ms

export function createTimers(onError: (error: unknown) => void): Timers {
  const due = new Map<number, number>()
  const intervals = new Set<number>()
  let running = 0
  let stopped = false

  const guarded = (run: (...args: unknown[]) => void, args: unknown[]) => {
    try {
      run(...args)
    } catch (error) {
      onError(error)
    }
  }
  const busy = (soon: number) => running > 0 || [...due.values()].some((at) => at - Date.now() <= soon)

  return {
    setTimeout(run, ms = 0, ...args) {
      if (stopped) return 0
      const id = window.setTimeout(() => {
        due.delete(id)
        guarded(run, args)
      }, ms)
      due.set(id, Date.now() + ms)
      return id
    },
    clearTimeout(id) {
      window.clearTimeout(id)
      due.delete(id)
    },
    setInterval(run, ms = 0, ...args) {
      if (stopped) return 0
      const id = window.setInterval(() => guarded(run, args), ms)
      intervals.add(id)
      return id
    },
    clearInterval(id) {
      window.clearInterval(id)
      intervals.delete(id)
    },
    begin() {
      running += 1
      let over = false
      return () => {
        if (!over) running -= 1
        over = true
      }
    },
    async settle(soon = 60) {
      const started = Date.now()
      for (let quiet = 0; quiet < rounds;) {
        await new Promise((resolve) => window.setTimeout(resolve, 4))
        quiet = busy(soon) ? 0 : quiet + 1
        if (Date.now() - started > limit) throw new Error(`the app was not quiet after ${limit} ms`)
      }
    },
    stop() {
      stopped = true
      for (const id of due.keys()) window.clearTimeout(id)
      for (const id of intervals) window.clearInterval(id)
      due.clear()
    },
  }
}
