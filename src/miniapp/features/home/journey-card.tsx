import { Text, View } from '@tarojs/components'
import type { GuideState } from '#domain/guide-state'
import { Pressable } from '../../ui/pressable'
import { StateMark, type Mark } from '../../ui/state-mark'

const marks: Record<GuideState['state'], Mark> = { passed: 'done', now: 'now', wait: 'wait', later: 'todo' }

interface Props {
  readonly guides: readonly GuideState[]
  readonly onTap: () => void
}

/** The whole way, a stop a guide. */
export function JourneyCard({ guides, onTap }: Props) {
  return (
    <Pressable className='card journey' onTap={onTap}>
      {guides.map((state, i) => (
        <View key={state.guide.id} className={`stop-row ${state.state}`}>
          <StateMark mark={marks[state.state]} />
          {i < guides.length - 1 ? <View className='line' /> : null}
          <View className='grow'>
            <Text className={state.state === 'now' ? 'title strong' : 'title'}>{state.guide.title}</Text>
            {state.state === 'now' && state.done > 0 ? <Text className='sub'>进行到第 {state.done + 1} 步</Text> : null}
          </View>
          <Text className='home-count'>
            {state.state === 'later' ? `${state.total} 步` : `${state.done} / ${state.total}`}
          </Text>
        </View>
      ))}
    </Pressable>
  )
}
