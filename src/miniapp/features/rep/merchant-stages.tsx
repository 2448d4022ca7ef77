import { Text, View } from '@tarojs/components'
import { useMinute } from '../../stores/hooks'
import type { Stage } from '../../stores/rep/merchant-detail'
import { dateWords } from '../../stores/words'
import { Section } from '../../ui/section'
import { StateMark } from '../../ui/state-mark'

/** When each stage of the way was reached. */
export function MerchantStages({ stages }: { readonly stages: readonly Stage[] }) {
  const now = useMinute()
  const furthest = stages.reduce((last, { at }, i) => (at === null ? last : i), -1)
  if (furthest < 0) return null
  return (
    <View>
      <Section title='走到哪了' />
      <View className='card journey'>
        {stages.map(({ id, title, at }, i) => (
          <View key={id} className={i < furthest ? 'stop-row passed' : i === furthest ? 'stop-row' : 'stop-row later'}>
            {i === stages.length - 1 ? null : <View className='line' />}
            <StateMark mark={at !== null ? 'done' : 'todo'} />
            <View className='grow'>
              <Text className='title'>{title}</Text>
              {at === null ? null : <Text className='sub'>{dateWords(at, now)}</Text>}
            </View>
          </View>
        ))}
      </View>
    </View>
  )
}
