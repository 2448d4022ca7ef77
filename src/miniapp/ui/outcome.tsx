import { View, type ViewProps } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from './aria'

interface Props {
  readonly className?: string
  readonly children: ReactNode
}

const spoken = aria({ role: 'alert' })

/** What did not work, when it did not: read out at once, wherever on the page it stands. */
export function Outcome({ className = '', children }: Props) {
  const props = { className, ...spoken } as ViewProps
  return <View {...props}>{children}</View>
}
