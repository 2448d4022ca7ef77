import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createComputerStore, type ComputerStore } from './computer'
import type { ComputerState } from './computer-cell'
import { useApp } from './hooks'

/** The page's own store, at work as long as the page is there; null where there is no such page. */
export function useComputer(): ComputerStore | null {
  const { computer, clock, device } = useApp()
  const [store] = useState(() => (computer ? createComputerStore({ ...computer, clock, device }) : null))
  useEffect(() => {
    store?.start()
    return () => store?.stop()
  }, [store])
  return store
}

export const useComputerState = (store: ComputerStore): ComputerState => useStore(store)
