import { View } from '@tarojs/components'
import type { Clock } from '#domain/content/types'
import { dateWords } from '../../stores/words'
import { useApp } from '../../stores/hooks'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'

interface Props {
  readonly clock: Clock
  readonly endsMs: number
  readonly onClose: () => void
}

const units = { day: '天', workday: '个工作日', hour: '小时' } as const

/** A clock has just started: until when, what happens otherwise, and the phone's calendar. */
export function ClockSheet({ clock, endsMs, onClose }: Props) {
  const { device, clock: time } = useApp()
  const title = `从现在起 ${clock.amount} ${units[clock.unit]}`
  const remember = async () => {
    const saved = await device.addToCalendar({
      title: clock.title,
      startMs: endsMs - 9 * 3_600_000,
      note: clock.consequence,
    })
    device.toast(saved ? '已记到日历' : '这台手机没能写进日历，这里也会提醒你')
    onClose()
  }
  return (
    <Sheet title={title} onClose={onClose}>
      <View className='lines'>
        <View className='note'>
          {dateWords(endsMs, time.now())}前：{clock.title}
        </View>
        <View className='note'>{clock.consequence}</View>
      </View>
      <Button icon='calendar' words='记到日历' onTap={() => void remember()} />
      <Button kind='text quiet' words='知道了' onTap={onClose} />
    </Sheet>
  )
}
