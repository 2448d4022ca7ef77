import { View, type ViewProps } from '@tarojs/components'
import type { ReactNode } from 'react'
import { headed } from './aria'

interface Props {
  /** 1: one per page; 2: a card's. The navigation bar's words stand above both. */
  readonly level: 1 | 2
  readonly className?: string
  readonly children: ReactNode
}

/** A title that a screen reader can jump to. */
export function Heading({ level, className, children }: Props) {
  const props = { className: `title-${level}${className ? ` ${className}` : ''}`, ...headed } as ViewProps
  return <View {...props}>{children}</View>
}
