/** The camera in the page: whether it is there, why not, its light, the frame over it. */
import { useState } from 'react'
import type { Camera } from '../../ports/camera'
import { useApp } from '../../stores/hooks'

/** `denied`: by the person or the phone. `privacy`: the privacy statement was not agreed to. */
export type Trouble = 'denied' | 'privacy'

export interface Finder {
  /** Each number is another camera: one that was refused does not come back by itself. */
  readonly round: number
  /** It is on the page; not while something covers the page, so that it is neither lit nor warm. */
  readonly on: boolean
  /** It shows a picture. */
  readonly ready: boolean
  readonly trouble: Trouble | null
  readonly torch: boolean
  readonly setTorch: (on: boolean) => void
  readonly onReady: () => void
  /** `message`: WeChat's own. */
  readonly onError: (message: string) => void
  readonly again: () => void
  readonly toSettings: () => void
}

export function useFinder(camera: Camera): Finder {
  const { usePageLife } = useApp()
  const [round, setRound] = useState(0)
  const [on, setOn] = useState(true)
  const [ready, setReady] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [torch, setTorch] = useState(false)
  const again = () => {
    setRound((before) => before + 1)
    setReady(false)
    setTrouble(null)
    setOn(true)
  }
  usePageLife(
    () => {
      // The privacy statement is asked again by the person only: it would come up at every return.
      if (!on && trouble !== 'privacy') again()
    },
    () => {
      setOn(false)
      setReady(false)
      setTorch(false)
    },
  )
  return {
    round,
    on,
    ready,
    trouble,
    torch,
    setTorch,
    onReady: () => setReady(true),
    onError: (message) => setTrouble(/privacy/.test(message) ? 'privacy' : 'denied'),
    again,
    toSettings: () => void camera.allow().then(again),
  }
}
