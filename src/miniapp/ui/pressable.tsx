/**
 * Everything that can be tapped. In WeChat the pressed look is `hover-class` (`:active` costs 8 points
 * of the official score), which stands in the template (config/lean-weapp.cjs); the web uses `:active` (web.scss) and gets keyboard access.
 */
import { View, type ViewProps } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria, type Aria } from './aria'

interface Props {
  readonly className: string
  readonly onTap?: (() => void) | undefined
  readonly aria?: Aria | undefined
  readonly id?: string
  readonly children?: ReactNode
}

const inWeb = process.env.TARO_ENV === 'h5'

const keyboard = (onTap: () => void) => ({
  tabIndex: 0,
  onKeyDown: (event: { key: string; preventDefault: () => void; target: unknown; currentTarget: unknown }) => {
    if ((event.key !== 'Enter' && event.key !== ' ') || event.target !== event.currentTarget) return
    event.preventDefault()
    onTap()
  },
})

export function Pressable({ className, onTap, aria: spoken, id, children }: Props) {
  const platform = inWeb && onTap ? keyboard(onTap) : {}
  const props = {
    className: `pressable ${className}`,
    ...aria(onTap ? { role: 'button', ...spoken } : { ...spoken }),
    ...platform,
    ...(id === undefined ? {} : { id }),
    ...(onTap ? { onClick: onTap } : {}),
  } as ViewProps
  return <View {...props}>{children}</View>
}
