import { Text, View } from '@tarojs/components'
import { Icon } from './icon'
import { Pressable } from './pressable'

interface Props {
  readonly figure: string
  readonly unit: string
  /** Two clauses: when, what. */
  readonly when: string
  readonly what: string
  readonly sub: string
  readonly urgent: boolean
  readonly onTap?: () => void
}

/** Its words are its name for a screen reader, as a chip's are. */
export function DeadlineCard({ figure, unit, when, what, sub, urgent, onTap }: Props) {
  return (
    <Pressable className={`deadline ${urgent ? 'stop' : ''}`} onTap={onTap}>
      <View className='left'>
        <Text className='figure'>{figure}</Text>
        <Text className='unit'>{unit}</Text>
      </View>
      <View className='bar' />
      <View className='what'>
        <View className='strong'>
          <Text className='clause'>{when}</Text>
          <Text className='clause'>{what}</Text>
        </View>
        <Text className='sub'>{sub}</Text>
      </View>
      {onTap ? <Icon name='chevron-right' className='s18' /> : null}
    </Pressable>
  )
}
