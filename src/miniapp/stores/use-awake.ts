import { useCallback } from 'react'
import { useStore } from 'zustand'
import { useApp } from './hooks'

/** Whether the screen stays lit on the steps, and the way to change it. */
export function useAwake(): { readonly on: boolean; readonly toggle: () => void } {
  const { awake } = useApp()
  const on = useStore(awake, (state) => state.on)
  const toggle = useCallback(() => awake.set(!awake.getState().on), [awake])
  return { on, toggle }
}
