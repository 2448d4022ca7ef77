import { Text, View, type ViewProps } from '@tarojs/components'
import type { Point } from '#domain/photo/pixels'
import { aria } from '../../ui/aria'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'

interface Props {
  /** Of `cornerNames`. */
  readonly chosen: number
  /** Where it is, in parts of the photo. */
  readonly at: Point
  readonly onChoose: (corner: number) => void
  readonly onPlace: (point: Point) => void
}

export const cornerNames = ['左上角', '右上角', '右下角', '左下角'] as const
/** Parts of the photo that one tap or one key moves a corner. */
export const step = 0.01

const announced = aria({ live: 'polite' }) as ViewProps
const percent = (part: number) => `${Math.round(part * 100)}%`

/** Moves a corner by small steps: for hands that tremble, and for who drags nothing. */
export function Nudge({ chosen, at, onChoose, onPlace }: Props) {
  const name = cornerNames[chosen] ?? cornerNames[0]
  const by = (x: number, y: number) => onPlace({ x: at.x + x * step, y: at.y + y * step })
  return (
    <View className='nudge'>
      <View className='nudge-row'>
        <Pressable className='which' onTap={() => onChoose((chosen + 1) % 4)} aria={{ label: `${name}，点了换一个角` }}>
          <Text>{name}</Text>
          <Icon name='retake' className='s16' />
        </Pressable>
        <Way icon='chevron-left' label='往左一点' onTap={() => by(-1, 0)} />
        <Way icon='chevron-down' turned label='往上一点' onTap={() => by(0, -1)} />
        <Way icon='chevron-down' label='往下一点' onTap={() => by(0, 1)} />
        <Way icon='chevron-right' label='往右一点' onTap={() => by(1, 0)} />
      </View>
      <View className='nudge-at' {...announced}>
        <Text>{`${name}离左边 ${percent(at.x)}，离上边 ${percent(at.y)}`}</Text>
      </View>
    </View>
  )
}

interface WayProps {
  readonly icon: string
  readonly turned?: boolean
  readonly label: string
  readonly onTap: () => void
}

function Way({ icon, turned = false, label, onTap }: WayProps) {
  return (
    <Pressable className='way' onTap={onTap} aria={{ label }}>
      <Icon name={icon} className={turned ? 's20 turned' : 's20'} />
    </Pressable>
  )
}
