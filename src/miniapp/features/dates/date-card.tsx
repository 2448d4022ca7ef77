import { View } from '@tarojs/components'
import type { Deadline } from '#domain/clocks'
import { dayWords, deadlineWords } from '../../stores/words'
import { useApp } from '../../stores/hooks'
import { useRemembering, type Remembering } from '../../stores/use-remembering'
import { Button } from '../../ui/button'
import { DeadlineCard } from '../../ui/deadline-card'

/** One day: how long it is, what to do, and where it is remembered. */
export function DateCard({ deadline }: { readonly deadline: Deadline }) {
  const { clock, navigator } = useApp()
  const remembering = useRemembering(deadline)
  const words = deadlineWords(deadline, clock.now())
  const { material, guide, step } = deadline
  const open = () => (material === undefined ? navigator.step(guide, step) : navigator.material(material))
  return (
    <View className='dates-one'>
      <DeadlineCard {...words} onTap={open} />
      {deadline.passed ? null : (
        <View className='dates-more'>
          <View className='note'>{whenOf(deadline, clock.now(), remembering)}</View>
          <View className='dates-acts'>
            <Button
              kind='secondary'
              className='compact'
              icon={remembering.calendar === 'yes' ? 'check' : 'calendar'}
              words={calendarWords[remembering.calendar]}
              onTap={() => void remembering.toCalendar()}
            />
            {remembering.message === 'open' ? (
              <Button
                kind='secondary'
                className='compact'
                icon='bell'
                words='微信提醒我'
                onTap={() => void remembering.asMessage()}
              />
            ) : null}
          </View>
        </View>
      )}
    </View>
  )
}

const calendarWords = { no: '记到日历', yes: '再记一次', moved: '重新记到日历' } as const

/** 「截止 12 月 3 日周四 15:00。日历里记好了。」 */
function whenOf(deadline: Deadline, now: number, { calendar, message, messageDay }: Remembering): string {
  const day = dayWords(deadline, now)
  const sentences = [
    deadline.clock.kind === 'wait' ? `最晚等到\u00a0${day}` : `截止\u00a0${day}`,
    calendar === 'yes' ? '日历里记好了' : calendar === 'moved' ? '日子变了，日历里还是旧的' : null,
    message === 'planned' ? `${messageDay ?? ''}，微信提醒你一次` : message === 'asked' ? '联网后安排微信提醒' : null,
  ]
  return `${sentences.filter((one) => one !== null).join('。')}。`
}
