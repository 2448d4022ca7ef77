import { Text, View, type ViewProps } from '@tarojs/components'
import { useMemo, type CSSProperties } from 'react'
import { aria } from './aria'

interface Props {
  readonly size: number // px
  readonly width: number // px
  readonly done: number
  readonly total: number
  readonly showTotal?: boolean
  readonly label: string
}

export function Ring({ size, width, done, total, showTotal, label }: Props) {
  const part = total === 0 ? 0 : done / total
  const style = useMemo(
    () => ({ '--size': `${size}px`, '--width': `${width}px`, '--part': part.toFixed(4) }) as CSSProperties,
    [size, width, part],
  )
  const props = { className: done > 0 ? 'ring' : 'ring none', style, ...aria({ role: 'img', label }) } as ViewProps
  return (
    <View {...props}>
      <View className='arc' />
      <View className='cap' />
      <View className='cap end' />
      <View className='word'>
        <Text>{done}</Text>
        {showTotal ? <Text className='of'>/{total}</Text> : null}
      </View>
    </View>
  )
}
