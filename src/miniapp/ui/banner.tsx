import { Text, View } from '@tarojs/components'
import { Icon } from './icon'
import { Pressable } from './pressable'

interface Props {
  readonly level: 'info' | 'caution' | 'stop' | 'offline'
  readonly title: string
  readonly text: string
  readonly onTap?: () => void
}

/** The title says the rule, one sentence says what to do. */
export function Banner({ level, title, text, onTap }: Props) {
  const inside = (
    <>
      <Icon name={level} />
      <View className='grow'>
        <Text className='head'>{title}</Text>
        <Text>{text}</Text>
      </View>
    </>
  )
  return onTap ? (
    <Pressable className={`banner ${level}`} onTap={onTap} aria={{ label: `${title}，${text}` }}>
      {inside}
    </Pressable>
  ) : (
    <View className={`banner ${level}`}>{inside}</View>
  )
}
