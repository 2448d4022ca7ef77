import { View } from '@tarojs/components'

/** One segment a step. */
export function BarProgress({ done, total }: { readonly done: number; readonly total: number }) {
  return (
    <View className='bar-progress'>
      {Array.from({ length: total }, (_, i) => (
        <View key={i} className={i < done ? 'segment on' : 'segment'} />
      ))}
    </View>
  )
}
