import { Image, View } from '@tarojs/components'
import { useRef, type CSSProperties } from 'react'
import type { Point } from '#domain/photo/pixels'
import { useDrag } from './use-drag'
import { useArrowKeys } from './use-arrow-keys'

/** px of the photo as it is shown. */
export interface Size {
  readonly width: number
  readonly height: number
}

interface Sized {
  readonly size: Size
}

/** px of the magnifier, and how many times it magnifies. */
const glass = 112
const times = 2.5
/** ms between two drawings while a finger moves. */
const pause = 32

const px = (value: number) => `${Math.round(value)}px`

export function Edge({ from, to, size }: Sized & { readonly from: Point; readonly to: Point }) {
  const [dx, dy] = [(to.x - from.x) * size.width, (to.y - from.y) * size.height]
  const style: CSSProperties = {
    left: px(from.x * size.width),
    top: px(from.y * size.height),
    width: px(Math.hypot(dx, dy)),
    transform: `rotate(${((Math.atan2(dy, dx) * 180) / Math.PI).toFixed(1)}deg)`,
  }
  return <View className='corners-edge' style={style} />
}

interface HandleProps extends Sized {
  readonly name: string
  readonly at: Point
  /** The one that the buttons move. */
  readonly chosen: boolean
  readonly onHold: (on: boolean) => void
  readonly onPlace: (point: Point) => void
}

/** 52 px to take hold of. What the finger hides is in the magnifier. */
export function Handle({ name, at, size, chosen, onHold, onPlace }: HandleProps) {
  const begun = useRef(at)
  const drawn = useRef(0)
  const last = useRef(at)
  const drag = useDrag({
    onStart: () => {
      begun.current = at
      last.current = at
      onHold(true)
    },
    onMove: (dx, dy) => {
      last.current = { x: begun.current.x + dx / size.width, y: begun.current.y + dy / size.height }
      if (Date.now() - drawn.current < pause) return
      drawn.current = Date.now()
      onPlace(last.current)
    },
    onEnd: () => {
      onPlace(last.current)
      onHold(false)
    },
  })
  const keys = useArrowKeys(name, at, onPlace)
  const style = { left: px(at.x * size.width), top: px(at.y * size.height) }
  return (
    <View className={chosen ? 'corners-handle is-chosen' : 'corners-handle'} style={style} {...drag} {...keys}>
      <View className='dot' />
    </View>
  )
}

export function Magnifier({ path, at, size }: Sized & { readonly path: string; readonly at: Point }) {
  const side = at.x < 0.5 ? 'right' : 'left'
  const [width, height] = [size.width * times, size.height * times]
  const style = {
    width: px(width),
    height: px(height),
    transform: `translate(${px(glass / 2 - at.x * width)},${px(glass / 2 - at.y * height)})`,
  }
  return (
    <View className={`corners-glass ${side}`}>
      <Image className='large' src={path} mode='scaleToFill' style={style} />
      <View className='cross' />
    </View>
  )
}
