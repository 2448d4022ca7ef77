import { Text, View } from '@tarojs/components'
import { Icon } from './icon'
import { Pressable } from './pressable'

interface Props {
  readonly label: string
  readonly value: string
  readonly mono?: boolean
  /** A line under the value: what to watch when typing it. */
  readonly hint?: string | undefined
  /** value: tap copies; empty: tap leads to where it is filled in; note: nothing to copy. */
  readonly kind: 'value' | 'copied' | 'empty' | 'note' | 'photo'
  readonly onTap?: (() => void) | undefined
}

const acts = {
  value: { icon: 'copy', words: '复制' },
  copied: { icon: 'check', words: '已复制' },
  empty: { icon: 'edit', words: '去填' },
  photo: { icon: 'eye', words: '去看' },
  note: null,
} as const

export function Chip({ label, value, mono, hint, kind, onTap }: Props) {
  const act = acts[kind]
  return (
    <Pressable
      className={`chip ${kind === 'value' ? '' : `is-${kind}`}`}
      onTap={onTap}
      aria={{ label: `${label}，${value}${act ? `，${act.words}` : ''}` }}
    >
      <View className='grow'>
        <Text className='label'>{label}</Text>
        <Text className={mono ? 'val mono' : 'val'}>{value}</Text>
        {hint ? <Text className='hint'>{hint}</Text> : null}
      </View>
      {act ? (
        <View className='act'>
          <Icon name={act.icon} />
          <Text>{act.words}</Text>
        </View>
      ) : null}
    </Pressable>
  )
}
