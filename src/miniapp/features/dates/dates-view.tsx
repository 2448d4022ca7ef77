import { View } from '@tarojs/components'
import type { Deadline } from '#domain/clocks'
import { useApp, useProgress } from '../../stores/hooks'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { DateCard } from './date-card'
import './dates.scss'

/** Every day that must not be missed, the nearest first, each for the phone's calendar and a message. */
export function DatesView() {
  const { navigator } = useApp()
  const { deadlines } = useProgress()
  if (deadlines.length === 0) {
    return (
      <Page>
        <Empty
          icon='calendar'
          title='现在没有要记的日子'
          text='勾到有期限的步骤，日子会自己出现在这里。'
          action={{ words: '看全部步骤', onTap: navigator.guides }}
        />
      </Page>
    )
  }
  return (
    <Page>
      {deadlines.map((deadline) => (
        <DateCard key={deadline.id} deadline={deadline} />
      ))}
      <View className='small dates-foot'>{footOf(deadlines)}</View>
    </Page>
  )
}

/** What the dates are counted by; which of them may still move. */
function footOf(deadlines: readonly Deadline[]): string {
  const counted = '日子都按北京时间算。'
  if (deadlines.some((one) => one.approximate)) return `${counted}那一年的放假安排还没公布，写着「约」的只是大概。`
  return deadlines.some((one) => one.clock.unit === 'workday')
    ? `${counted}工作日已经避开法定节假日，算上了调休。`
    : counted
}
