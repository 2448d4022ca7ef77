import { useEffect, useState } from 'react'
import { useApp } from '../../stores/hooks'

const secondMs = 1000

/** Whole seconds until then, at least 0. `until`: ms on this computer's clock. */
export function useSeconds(until: number): number {
  const { clock } = useApp()
  const [now, setNow] = useState(() => clock.now())
  useEffect(() => clock.after(secondMs - (clock.now() % secondMs), () => setNow(clock.now())), [clock, now])
  return Math.max(0, Math.ceil((until - Math.max(now, clock.now())) / secondMs))
}
