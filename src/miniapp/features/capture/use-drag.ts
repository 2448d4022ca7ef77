/** Dragging something by touch in WeChat, by any pointer on the web. */
import { useRef } from 'react'
import type { ViewProps } from '@tarojs/components'

interface Spot {
  readonly clientX: number
  readonly clientY: number
}
interface TouchLike {
  readonly touches?: readonly Spot[]
  preventDefault?: () => void
}
interface PointerLike extends Spot {
  readonly pointerId: number
  readonly currentTarget: { setPointerCapture(id: number): void }
}

const inWeb = process.env.TARO_ENV === 'h5'

/** `onMove` hears px from where the drag began. */
export interface Drag {
  readonly onStart: () => void
  readonly onMove: (dx: number, dy: number) => void
  readonly onEnd: () => void
}

export function useDrag({ onStart, onMove, onEnd }: Drag): ViewProps {
  const from = useRef<Spot | null>(null)
  const start = ({ clientX, clientY }: Spot) => {
    from.current = { clientX, clientY }
    onStart()
  }
  const move = ({ clientX, clientY }: Spot) => {
    if (from.current) onMove(clientX - from.current.clientX, clientY - from.current.clientY)
  }
  const end = () => {
    from.current = null
    onEnd()
  }
  const touch = (act: (spot: Spot) => void) => (event: TouchLike) => {
    const [spot] = event.touches ?? []
    if (spot) act(spot)
  }
  if (!inWeb) return { onTouchStart: touch(start), onTouchMove: touch(move), onTouchEnd: end } as unknown as ViewProps
  return {
    onPointerDown: (event: PointerLike) => {
      event.currentTarget.setPointerCapture(event.pointerId)
      start(event)
    },
    onPointerMove: move,
    onPointerUp: end,
    onPointerCancel: end,
  } as unknown as ViewProps
}
