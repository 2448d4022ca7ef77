import { View } from '@tarojs/components'
import type { ReactNode } from 'react'

interface Props {
  readonly hint?: string | undefined
  readonly stacked?: boolean
  /** Below the actions instead of above: the first page's quiet line. */
  readonly foot?: string
  readonly children: ReactNode
}

/** The one next action, above the tab bar or the safe area. The primary button comes last. */
export function Dock({ hint, stacked, foot, children }: Props) {
  return (
    <View className='dock'>
      {hint ? <View className='hint'>{hint}</View> : null}
      <View className={stacked ? 'actions stacked' : 'actions'}>{children}</View>
      {foot ? <View className='hint foot'>{foot}</View> : null}
      <View className='safe' />
    </View>
  )
}
