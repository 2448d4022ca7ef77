import { Image, Text, View } from '@tarojs/components'
import { useMemo, useState, type CSSProperties } from 'react'
import type { Point, Quad } from '#domain/photo/pixels'
import { Button } from '../../ui/button'
import { Dock } from '../../ui/dock'
import { Heading } from '../../ui/heading'
import { Page } from '../../ui/page'
import { Edge, Handle, Magnifier, type Size } from './corner-handle'
import { moved, type CornerMode } from './corner-moves'
import './corners.scss'
import { cornerNames, Nudge } from './nudge'

export interface Corners {
  readonly mode: CornerMode
  readonly path: string
  /** px of the photo; where the corners are to begin with, in parts of it. */
  readonly width: number
  readonly height: number
  readonly corners: Quad
}

interface Props {
  readonly from: Corners
  readonly busy: boolean
  readonly onUse: (corners: Quad) => void
  readonly onClose: () => void
}

/**
 * px: fits the narrowest phone, so that a finger's way is known without measuring the page; and the lowest,
 * where a page that scrolls would follow the finger.
 */
const stageWidth = 288
const stageHeight = 312

const words: Record<CornerMode, { readonly title: string; readonly text: string; readonly busy: string }> = {
  paper: {
    title: '把四个角拖到证件的角上',
    text: '圈里的会变成一张正着拍的照片',
    busy: '正在拉正',
  },
  crop: { title: '框住要留下的', text: '框外的裁掉，框里的不变形', busy: '正在裁' },
}

/** Four corners to drag; what is inside them becomes the photo. */
export function CornersView({ from, busy, onUse, onClose }: Props) {
  const { mode, path, width, height } = from
  const [corners, setCorners] = useState(from.corners)
  const [chosen, setChosen] = useState(0)
  const [held, setHeld] = useState(false)
  const k = Math.min(stageWidth / width, stageHeight / height)
  const size = useMemo(() => ({ width: Math.round(width * k), height: Math.round(height * k) }), [width, height, k])
  const stage = useMemo(() => ({ width: `${size.width}px`, height: `${size.height}px` }), [size])
  const place = (i: number, point: Point) => setCorners((all) => moved(all, i, point, mode))
  const at = corners[chosen] ?? corners[0]
  const say = words[mode]
  return (
    <Page
      className='corners'
      dock={<Controls words={busy ? say.busy : '用这个范围'} onUse={() => onUse(corners)} onClose={onClose} />}
    >
      <View className='corners-say'>
        <Heading level={2}>{say.title}</Heading>
        <Text className='under'>{say.text}</Text>
      </View>
      <View className='corners-stage' style={stage}>
        <Image className='corners-photo' src={path} mode='scaleToFill' />
        {mode === 'crop' ? <Outside corners={corners} size={size} /> : null}
        {corners.map((point, i) => (
          <Edge key={cornerNames[i]} from={point} to={corners[(i + 1) % 4] ?? point} size={size} />
        ))}
        {corners.map((point, i) => (
          <Handle
            key={cornerNames[i]}
            name={cornerNames[i] ?? ''}
            at={point}
            size={size}
            chosen={i === chosen}
            onHold={(on) => {
              setChosen(i)
              setHeld(on)
            }}
            onPlace={(next) => place(i, next)}
          />
        ))}
        {held ? <Magnifier path={path} at={at} size={size} /> : null}
      </View>
      <Nudge chosen={chosen} at={at} onChoose={setChosen} onPlace={(point) => place(chosen, point)} />
    </Page>
  )
}

/** What a crop leaves away, darkened. */
function Outside({ corners: [a, , c], size }: { readonly corners: Quad; readonly size: Size }) {
  const style: CSSProperties = {
    left: `${Math.round(a.x * size.width)}px`,
    top: `${Math.round(a.y * size.height)}px`,
    width: `${Math.round((c.x - a.x) * size.width)}px`,
    height: `${Math.round((c.y - a.y) * size.height)}px`,
  }
  return (
    <View className='corners-outside'>
      <View className='hole' style={style} />
    </View>
  )
}

interface ControlsProps {
  readonly words: string
  readonly onUse: () => void
  readonly onClose: () => void
}

function Controls({ words: use, onUse, onClose }: ControlsProps) {
  return (
    <Dock>
      <Button kind='secondary' className='aside half' words='不改了' onTap={onClose} />
      <Button words={use} onTap={onUse} />
    </Dock>
  )
}
