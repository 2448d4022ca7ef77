/** A corner that is moved by keyboard on the web. In WeChat the buttons below the photo do it (nudge.tsx). */
import type { ViewProps } from '@tarojs/components'
import type { Point } from '#domain/photo/pixels'
import { aria } from '../../ui/aria'
import { step } from './nudge'

interface KeyLike {
  readonly key: string
  preventDefault(): void
}

const ways: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
}

export function useArrowKeys(name: string, at: Point, onPlace: (point: Point) => void): ViewProps {
  if (process.env.TARO_ENV !== 'h5') return aria({ hidden: true }) as ViewProps
  return {
    ...aria({ role: 'button', label: `${name}，用方向键移动` }),
    tabIndex: 0,
    onKeyDown: (event: KeyLike) => {
      const way = ways[event.key]
      if (!way) return
      event.preventDefault()
      onPlace({ x: at.x + way.x, y: at.y + way.y })
    },
  } as ViewProps
}
