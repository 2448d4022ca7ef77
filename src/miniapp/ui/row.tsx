import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Aria } from './aria'
import { Icon } from './icon'
import { Pressable } from './pressable'

interface Props {
  readonly title: string
  readonly sub?: string | undefined
  readonly subClass?: string
  readonly value?: string | undefined
  readonly valueClass?: string
  /** An icon's name, or a mark of its own in `mark`. */
  readonly lead?: string
  readonly leadClass?: string
  readonly mark?: ReactNode
  readonly end?: ReactNode
  readonly go?: 'right' | 'down' | 'up' | 'none'
  readonly strong?: boolean
  readonly className?: string
  readonly titleClass?: string
  readonly onTap?: (() => void) | undefined
  readonly aria?: Aria | undefined
}

const arrows = { right: 'chevron-right', down: 'chevron-down', up: 'chevron-down up' } as const

/** A line of a list; the whole line is the target. */
export function Row(props: Props) {
  const { title, sub, value, lead, mark, end, onTap, go = onTap ? 'right' : 'none' } = props
  const led = lead || mark ? ' led' : ''
  const inside = (
    <>
      {mark ?? (lead ? <Icon name={lead} className={`lead ${props.leadClass ?? ''}`} /> : null)}
      <View className='grow'>
        <Text className={`title ${props.strong ? 'strong' : ''} ${props.titleClass ?? ''}`}>{title}</Text>
        {sub ? <Text className={`sub ${props.subClass ?? ''}`}>{sub}</Text> : null}
      </View>
      {value ? <Text className={`value ${props.valueClass ?? ''}`}>{value}</Text> : null}
      {end ?? null}
      {go === 'none' ? null : <Icon name={arrows[go]} className='go' />}
    </>
  )
  const className = `row${led} ${props.className ?? ''}`
  const spoken = { label: [title, sub, value].filter(Boolean).join('，'), ...props.aria }
  return onTap ? (
    <Pressable className={className} onTap={onTap} aria={spoken}>
      {inside}
    </Pressable>
  ) : (
    <View className={className}>{inside}</View>
  )
}
