import type { AbortSignalLike } from '../ports/backend'

export interface Abort {
  readonly signal: AbortSignalLike
  abort(): void
}

export function createAbort(): Abort {
  const listeners: (() => void)[] = []
  let aborted = false
  return {
    signal: {
      get aborted() {
        return aborted
      },
      onAbort(listener) {
        if (aborted) listener()
        else listeners.push(listener)
      },
    },
    abort() {
      if (aborted) return
      aborted = true
      for (const listener of listeners) listener()
    },
  }
}
