import { Image, Text, View } from '@tarojs/components'
import { useMemo, useRef, useState, type CSSProperties } from 'react'
import type { Point, Quad } from '#domain/photo/pixels'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Heading } from '../../ui/heading'
import { Page } from '../../ui/page'
import { useDrag } from './use-drag'

interface Props {
  readonly path: string
  /** px of the photo; where the corners are to begin with, in parts of it. */
  readonly width: number
  readonly height: number
  readonly corners: Quad
  readonly busy: boolean
  readonly onUse: (corners: Quad) => void
  readonly onClose: () => void
}

/** px: fits the narrowest phone, so that a finger's way is known without measuring the page. */
const stageWidth = 288
const stageHeight = 400
/** px of the magnifier, and how many times it magnifies. */
const glass = 112
const times = 2.5
const names = ['左上角', '右上角', '右下角', '左下角'] as const
/** ms between two drawings while a finger moves. */
const pause = 32

const clamp = (value: number) => Math.max(0, Math.min(1, value))

/** Four corners to drag; what is inside them becomes the photo, seen from straight above. */
export function CornersView({ path, width, height, corners: begun, busy, onUse, onClose }: Props) {
  const [corners, setCorners] = useState<Quad>(begun)
  const [held, setHeld] = useState<number | null>(null)
  const k = Math.min(stageWidth / width, stageHeight / height)
  const size = useMemo(() => ({ width: Math.round(width * k), height: Math.round(height * k) }), [width, height, k])
  const stage = useMemo(() => ({ width: `${size.width}px`, height: `${size.height}px` }), [size])
  const place = (i: number, point: Point) =>
    setCorners((all) => all.map((one, j) => (j === i ? point : one)) as unknown as Quad)
  return (
    <Page className='corners' dock={<Controls busy={busy} onUse={() => onUse(corners)} onClose={onClose} />}>
      <View className='corners-say'>
        <Heading level={2}>把四个角拖到证件的角上</Heading>
        <Text className='under'>圈里的会变成一张正着拍的照片</Text>
      </View>
      <View className='corners-stage' style={stage}>
        <Image className='corners-photo' src={path} mode='scaleToFill' />
        {corners.map((point, i) => (
          <Edge key={names[i]} from={point} to={corners[(i + 1) % 4] ?? point} size={size} />
        ))}
        {corners.map((point, i) => (
          <Handle
            key={names[i]}
            name={names[i] ?? ''}
            at={point}
            size={size}
            onHold={(on) => setHeld(on ? i : null)}
            onPlace={(next) => place(i, next)}
          />
        ))}
        {held === null ? null : <Magnifier path={path} at={corners[held] ?? { x: 0, y: 0 }} size={size} />}
      </View>
    </Page>
  )
}

interface Sized {
  readonly size: { readonly width: number; readonly height: number }
}

function Edge({ from, to, size }: Sized & { readonly from: Point; readonly to: Point }) {
  const [dx, dy] = [(to.x - from.x) * size.width, (to.y - from.y) * size.height]
  const style: CSSProperties = {
    left: `${Math.round(from.x * size.width)}px`,
    top: `${Math.round(from.y * size.height)}px`,
    width: `${Math.round(Math.hypot(dx, dy))}px`,
    transform: `rotate(${((Math.atan2(dy, dx) * 180) / Math.PI).toFixed(1)}deg)`,
  }
  return <View className='corners-edge' style={style} />
}

interface HandleProps extends Sized {
  readonly name: string
  readonly at: Point
  readonly onHold: (on: boolean) => void
  readonly onPlace: (point: Point) => void
}

/** 52 px to take hold of. What the finger hides is in the magnifier. */
function Handle({ name, at, size, onHold, onPlace }: HandleProps) {
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
      last.current = { x: clamp(begun.current.x + dx / size.width), y: clamp(begun.current.y + dy / size.height) }
      if (Date.now() - drawn.current < pause) return
      drawn.current = Date.now()
      onPlace(last.current)
    },
    onEnd: () => {
      onPlace(last.current)
      onHold(false)
    },
  })
  const style = { left: `${Math.round(at.x * size.width)}px`, top: `${Math.round(at.y * size.height)}px` }
  return (
    <View className='corners-handle' style={style} {...drag} ariaLabel={name}>
      <View className='dot' />
    </View>
  )
}

function Magnifier({ path, at, size }: Sized & { readonly path: string; readonly at: Point }) {
  const side = at.x < 0.5 ? 'right' : 'left'
  const style = {
    width: `${size.width * times}px`,
    height: `${size.height * times}px`,
    transform: `translate(${Math.round(glass / 2 - at.x * size.width * times)}px,${Math.round(glass / 2 - at.y * size.height * times)}px)`,
  }
  return (
    <View className={`corners-glass ${side}`}>
      <Image className='large' src={path} mode='scaleToFill' style={style} />
      <View className='cross' />
    </View>
  )
}

function Controls({
  busy,
  onUse,
  onClose,
}: {
  readonly busy: boolean
  readonly onUse: () => void
  readonly onClose: () => void
}) {
  return (
    <Dock>
      <Button kind='secondary' className='aside half' words='不改了' onTap={onClose} />
      <Button words={busy ? '正在拉正' : '用这个范围'} onTap={onUse} />
    </Dock>
  )
}
