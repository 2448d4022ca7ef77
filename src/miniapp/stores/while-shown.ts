/**
 * Pages behind others stay alive, up to ten of them. What changes in a store is rendered by the page that
 * is in front; the others catch up when they are shown again, so a tick is not sent ten times to the view.
 */
import { useCallback, useContext, useRef, useState, useSyncExternalStore } from 'react'
import { AppContext, type App } from './app-context'

export function useApp(): App {
  const app = useContext(AppContext)
  if (app === null) throw new Error('useApp outside of the app')
  return app
}

interface ReadableStore<S> {
  getState(): S
  subscribe(listener: () => void): () => void
}

interface Front {
  readonly inFront: () => boolean
  readonly set: (inFront: boolean) => void
  readonly subscribe: (listener: () => void) => () => void
}

function createFront(): Front {
  const listeners = new Set<() => void>()
  let front = true
  return {
    inFront: () => front,
    set(now) {
      front = now
      if (now) for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Whether the page of this component is in front: at first it is. */
export function useFront(): Front {
  const [front] = useState(createFront)
  useApp().usePageLife(
    () => front.set(true),
    () => front.set(false),
  )
  return front
}

/** As zustand's useStore, for the page in front. `select` answers the same object as long as nothing changed. */
export function useStoreInFront<S, T>(store: ReadableStore<S>, select: (state: S) => T): T {
  const front = useFront()
  const kept = useRef<{ readonly value: T } | null>(null)
  const subscribe = useCallback(
    (listener: () => void) => {
      const offs = [store.subscribe(() => front.inFront() && listener()), front.subscribe(listener)]
      return () => offs.forEach((off) => off())
    },
    [store, front],
  )
  const snapshot = (): T => {
    if (kept.current === null || front.inFront()) kept.current = { value: select(store.getState()) }
    return kept.current.value
  }
  return useSyncExternalStore(subscribe, snapshot)
}
