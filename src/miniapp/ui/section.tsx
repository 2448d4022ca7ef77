import { Text, View } from '@tarojs/components'
import { Pressable } from './pressable'

interface Props {
  readonly title: string
  readonly note?: string
  readonly link?: string
  readonly onLink?: () => void
}

export function Section({ title, note, link, onLink }: Props) {
  return (
    <View className='section'>
      <Text>{title}</Text>
      {note ? <Text>{note}</Text> : null}
      {link && onLink ? (
        <Pressable className='link' onTap={onLink}>
          {link}
        </Pressable>
      ) : null}
    </View>
  )
}
