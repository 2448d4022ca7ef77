import { View } from '@tarojs/components'
import { Icon } from './icon'

export type Mark = 'todo' | 'done' | 'redo' | 'none' | 'now' | 'wait' | 'warn'

const icons: Partial<Record<Mark, string>> = {
  done: 'check-bold',
  redo: 'retake',
  none: 'minus',
  wait: 'clock',
  warn: 'caution',
}

export function StateMark({ mark, large }: { readonly mark: Mark; readonly large?: boolean }) {
  const icon = icons[mark]
  return <View className={`state ${mark}${large ? ' large' : ''}`}>{icon ? <Icon name={icon} /> : null}</View>
}
