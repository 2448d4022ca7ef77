import { View } from '@tarojs/components'
import { useMemo, type CSSProperties } from 'react'

/** One segment a step, drawn by the style alone: eleven boxes would cost more than all the words beside them. */
export function BarProgress({ done, total }: { readonly done: number; readonly total: number }) {
  const style = useMemo(() => ({ '--done': done, '--total': total }) as CSSProperties, [done, total])
  return <View className='bar-progress' style={style} />
}
