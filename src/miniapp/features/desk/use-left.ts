import { useEffect, useRef, useState } from 'react'
import { useApp } from '../../stores/hooks'

const secondMs = 1000

/** Whole seconds until then, counted down; `onEnd` is called once when none is left. `until`: ms on this device's clock. */
export function useLeft(until: number, onEnd: () => void): number {
  const { clock } = useApp()
  const [now, setNow] = useState(() => clock.now())
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  }, [onEnd])
  const over = now >= until
  useEffect(() => {
    if (over) return end.current()
    return clock.after(secondMs, () => setNow(clock.now()))
  }, [clock, now, over])
  return Math.max(0, Math.ceil((until - now) / secondMs))
}
