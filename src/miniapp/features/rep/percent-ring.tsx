import { Text, View, type ViewProps } from '@tarojs/components'
import { useMemo, type CSSProperties } from 'react'
import { aria } from '../../ui/aria'

/** A merchant's ring at the head of their page: how much is done, as a figure. */
export function PercentRing({ done, total }: { readonly done: number; readonly total: number }) {
  const part = total === 0 ? 0 : done / total
  const style = useMemo(
    () => ({ '--size': '64px', '--width': '6px', '--part': part.toFixed(4) }) as CSSProperties,
    [part],
  )
  const props = {
    className: done > 0 ? 'ring rep-hero-ring' : 'ring none rep-hero-ring',
    style,
    ...aria({ role: 'img', label: `办好 ${done} 步，共 ${total} 步` }),
  } as ViewProps
  return (
    <View {...props}>
      <View className='arc' />
      <View className='cap' />
      <View className='cap end' />
      <View className='word'>
        <Text>{Math.floor(part * 100)}%</Text>
      </View>
    </View>
  )
}
