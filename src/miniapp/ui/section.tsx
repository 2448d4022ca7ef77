import { Text, View, type TextProps } from '@tarojs/components'
import { headed } from './aria'
import { Pressable } from './pressable'

interface Props {
  readonly title: string
  readonly note?: string | undefined
  readonly link?: string
  readonly onLink?: () => void
}

const heading: TextProps = headed

export function Section({ title, note, link, onLink }: Props) {
  return (
    <View className='section'>
      <Text {...heading}>{title}</Text>
      {note ? <Text>{note}</Text> : null}
      {link && onLink ? (
        <Pressable className='link' onTap={onLink}>
          {link}
        </Pressable>
      ) : null}
    </View>
  )
}
