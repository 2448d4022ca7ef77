import { View, type ViewProps } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'

interface Props {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

const keepOpen = (event: { stopPropagation: () => void }) => event.stopPropagation()

/** A panel from below; a tap outside closes it. */
export function Sheet({ title, onClose, children }: Props) {
  const props = { className: 'sheet', onClick: keepOpen, ...aria({ role: 'dialog', label: title }) } as ViewProps
  return (
    <View className='sheet-scrim' onClick={onClose}>
      <View {...props}>
        <View className='title-2'>{title}</View>
        {children}
      </View>
    </View>
  )
}
