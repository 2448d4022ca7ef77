import { View } from '@tarojs/components'
import type { Deadline } from '#domain/clocks'
import { deadlineWords } from '../../stores/words'
import { useApp, useProgress } from '../../stores/hooks'
import { Button } from '../../ui/button'
import { DeadlineCard } from '../../ui/deadline-card'
import { Dock } from '../../ui/dock'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import './dates.scss'

const nineHours = 9 * 3_600_000

/** Every day that must not be missed, the nearest first, each for the phone's calendar. */
export function DatesView() {
  const { clock, device, navigator } = useApp()
  const { deadlines } = useProgress()
  const remember = async (deadline: Deadline) => {
    const { title, consequence } = deadline.clock
    const saved = await device.addToCalendar({ title, startMs: deadline.endsMs - nineHours, note: consequence })
    device.toast(saved ? '已记到日历' : '这台手机没能写进日历，这里也会提醒你')
  }
  const rememberAll = async () => {
    for (const deadline of open) await remember(deadline)
  }
  const open = deadlines.filter((one) => !one.passed)
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
    <Page
      dock={
        open.length > 0 ? (
          <Dock hint='日历里会提前一天提醒'>
            <Button
              icon='calendar'
              words={open.length > 1 ? '全部记到日历' : '记到日历'}
              onTap={() => void rememberAll()}
            />
          </Dock>
        ) : null
      }
    >
      <View className='stack'>
        {deadlines.map((deadline) => (
          <View key={deadline.id}>
            <DeadlineCard
              {...deadlineWords(deadline, clock.now())}
              onTap={() => navigator.step(deadline.guide, deadline.step)}
            />
            {deadline.passed || open.length < 2 ? null : (
              <Button kind='text' icon='calendar' words='记到日历' onTap={() => void remember(deadline)} />
            )}
          </View>
        ))}
      </View>
      {deadlines.some((one) => one.approximate) ? (
        <View className='small dates-foot'>按工作日算的日子没有扣掉节假日，只能估个大概。</View>
      ) : null}
    </Page>
  )
}
