import { Text, View } from '@tarojs/components'
import { Icon } from './icon'

/** A word with a meaning, never a button. */
export function Tag({
  words,
  icon,
  tone = '',
}: {
  readonly words: string
  readonly icon?: string
  readonly tone?: '' | 'accent' | 'amber' | 'red'
}) {
  return (
    <View className={`tag ${tone}`}>
      {icon ? <Icon name={icon} /> : null}
      <Text>{words}</Text>
    </View>
  )
}
