import { View } from '@tarojs/components'
import type { Deadline } from '#domain/clocks'
import { beforeWords, dayWords } from '../../stores/words'
import { useApp } from '../../stores/hooks'
import { useRemembering } from '../../stores/use-remembering'
import { Button } from '../../ui/button'
import { Sheet } from '../../ui/sheet'

interface Props {
  readonly deadline: Deadline
  readonly onClose: () => void
}

const units = { day: '天', workday: '个工作日', hour: '小时' } as const

/** A clock has just started: until when, what happens otherwise, the phone's calendar and a message. */
export function ClockSheet({ deadline, onClose }: Props) {
  const { clock: time } = useApp()
  const { clock } = deadline
  const { calendar, message, messageDay, toCalendar, asMessage } = useRemembering(deadline)
  const added = calendar === 'yes'
  const day = dayWords(deadline, time.now())
  return (
    <Sheet title={`从现在起 ${clock.amount}\u00a0${units[clock.unit]}`} onClose={onClose}>
      <View className='lines'>
        <View className='note'>
          {clock.kind === 'wait' ? day : beforeWords(day)}：{clock.title}
        </View>
        <View className='note'>{clock.consequence}</View>
      </View>
      <Button
        kind={added ? 'secondary' : 'primary'}
        icon={added ? 'check' : 'calendar'}
        words={calendarWords[calendar]}
        onTap={() => void toCalendar()}
      />
      {message === 'open' ? (
        <Button kind='secondary' icon='bell' words='到时候微信提醒我' onTap={() => void asMessage()} />
      ) : null}
      {message === 'asked' || message === 'planned' ? (
        <View className='note'>{messageDay ? `${messageDay}，微信会提醒你一次。` : '联网后就安排微信提醒。'}</View>
      ) : null}
      <Button kind={added ? 'primary' : 'text quiet'} words='知道了' onTap={onClose} />
    </Sheet>
  )
}

const calendarWords = { no: '记到日历', yes: '日历里记好了', moved: '日子变了，重新记到日历' } as const
