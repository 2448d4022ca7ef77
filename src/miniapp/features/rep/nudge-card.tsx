import { View } from '@tarojs/components'
import type { Nudge } from '../../stores/rep/merchant-detail'
import { Section } from '../../ui/section'

interface Props {
  readonly nudge: Nudge
  /** null: there is only one. */
  readonly onOther: (() => void) | null
}

const shareHint =
  process.env.TARO_ENV === 'weapp'
    ? '也可以点右上角 ··· 转发给他，点开就到这一步。'
    : '复制时会带上链接，点开就到这一步。'

/** A ready-made message: the rep copies it, or sends the page as a card. */
export function NudgeCard({ nudge, onOther }: Props) {
  return (
    <View>
      <Section title='可以这样提醒' {...(onOther === null ? {} : { link: '换一句', onLink: onOther })} />
      <View className='card rep-say'>
        <View>{nudge.text}</View>
        <View className='small rep-say-how'>{shareHint}</View>
      </View>
    </View>
  )
}
