/** At most `size` at work, at most `queue` waiting: what bounds the memory of a heavy task. */
import { Unavailable } from '../core/ports'

export type Gate = <T>(run: () => Promise<T>) => Promise<T>

export function createGate(size: number, queue: number): Gate {
  const waiting: (() => void)[] = []
  let busy = 0
  return async (run) => {
    if (busy >= size) {
      if (waiting.length >= queue) throw new Unavailable('too many at once')
      await new Promise<void>((resolve) => waiting.push(resolve))
    } else busy++
    try {
      return await run()
    } finally {
      // The place is handed on without being free in between.
      const next = waiting.shift()
      if (next === undefined) busy--
      else next()
    }
  }
}
