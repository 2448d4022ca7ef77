import { View } from '@tarojs/components'

/** The boxes of a list while it loads. */
export function SkeletonList({ rows }: { readonly rows: number }) {
  return (
    <View className='list'>
      {Array.from({ length: rows }, (_, i) => (
        <View key={i} className='row'>
          <View className='state none' />
          <View className='grow'>
            <View className='bone short' />
            <View className='bone long' />
          </View>
        </View>
      ))}
    </View>
  )
}
