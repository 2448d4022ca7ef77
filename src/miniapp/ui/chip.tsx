import { Text, View } from '@tarojs/components'
import { memo } from 'react'
import { Icon } from './icon'
import { Pressable } from './pressable'

interface Props {
  readonly label: string
  readonly value: string
  readonly mono?: boolean
  /** A line under the value: what to watch when typing it. */
  readonly hint?: string | undefined
  /** The number of the frame on a picture that this belongs to. */
  readonly no?: number | null
  /** value: tap copies; empty: tap leads to where it is filled in; note: nothing to tap. */
  readonly kind: 'value' | 'copied' | 'empty' | 'note' | 'photo' | 'no-photo'
  /** What a tap does, where it is not what its kind says. */
  readonly go?: string | undefined
  /** Without the small picture beside what a tap does. */
  readonly quiet?: boolean
  readonly onTap?: (() => void) | undefined
}

const acts = {
  value: { icon: 'copy', words: '复制' },
  copied: { icon: 'check', words: '已复制' },
  empty: { icon: null, words: '去填' },
  photo: { icon: null, words: '去看' },
  'no-photo': { icon: null, words: '去拍' },
  note: null,
} as const

const looks = {
  value: '',
  copied: ' is-copied',
  empty: ' is-empty',
  note: ' is-note',
  photo: '',
  'no-photo': ' is-empty',
}

/** Its words are its name for a screen reader: a label of its own would send every value twice. */
export const Chip = memo(function Chip({ label, value, mono, hint, no, kind, go, quiet, onTap }: Props) {
  const act = acts[kind]
  const inside = (
    <>
      <Text className='label'>{label}</Text>
      <Text className={mono ? 'val mono' : 'val'}>{value}</Text>
      {hint ? <Text className='hint'>{hint}</Text> : null}
      {act ? (
        <View className='act'>
          {quiet || !act.icon ? null : <Icon name={act.icon} />}
          {go ?? act.words}
        </View>
      ) : null}
    </>
  )
  const className = `chip${looks[kind]}${no ? ` no-${no}` : ''}`
  return act ? (
    <Pressable className={className} onTap={onTap}>
      {inside}
    </Pressable>
  ) : (
    <View className={className}>{inside}</View>
  )
})
