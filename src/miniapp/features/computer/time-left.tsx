import { Text } from '@tarojs/components'
import { useSeconds } from './use-seconds'

interface Props {
  /** ms on this computer's clock. */
  readonly until: number
}

/** 「4 分 32 秒」; it says nothing to a screen reader by itself. */
export function CodeLeft({ until }: Props) {
  const seconds = useSeconds(until)
  const minutes = Math.floor(seconds / 60)
  return (
    <Text className='left'>
      {minutes > 0 ? `${minutes}\u00a0分\u00a0` : ''}
      {seconds % 60}
      {'\u00a0秒'}
    </Text>
  )
}

const lastMinute = 60

/** 「9:42」, red in the last minute. */
export function OpenLeft({ until }: Props) {
  const seconds = useSeconds(until)
  return (
    <Text className={seconds < lastMinute ? 'pc-left red' : 'pc-left'}>
      还剩 <Text className='figure'>{`${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`}</Text>
    </Text>
  )
}
