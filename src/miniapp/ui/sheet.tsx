import { View, type ViewProps } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'
import { Heading } from './heading'
import { useModal } from './modal'
import { Pressable } from './pressable'

interface Props {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

const focusable = process.env.TARO_ENV === 'h5' ? { tabIndex: -1 } : {}
const away = { label: '关上' } as const

/** A panel from below; a tap above it closes it, which a screen reader offers last. */
export function Sheet({ title, onClose, children }: Props) {
  const layer = useModal(onClose)
  const props = {
    className: 'sheet',
    ...focusable,
    ...aria({ role: 'dialog', modal: true, label: title }),
  } as ViewProps
  return (
    <View className='sheet-scrim' ref={layer}>
      <View {...props}>
        <Heading level={2}>{title}</Heading>
        {children}
      </View>
      <Pressable className='sheet-away' onTap={onClose} aria={away} />
    </View>
  )
}
