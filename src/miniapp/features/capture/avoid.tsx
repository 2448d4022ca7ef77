import { Text, View } from '@tarojs/components'
import { Icon } from '../../ui/icon'

const faults = [
  { id: 'covered', words: '不挡字' },
  { id: 'glare', words: '不反光' },
  { id: 'screen', words: '不拍屏幕' },
] as const

/** The three photos that come back most often, each as a small drawing of its fault. */
export function Avoid() {
  return (
    <View className='shoot-avoid'>
      {faults.map((fault) => (
        <View key={fault.id} className='fault'>
          <View className={`drawn ${fault.id}`}>
            <View className='sheet-of'>
              <View className='bit' />
              <View className='bit' />
              <View className='bit short' />
            </View>
            <View className='flaw' />
            <View className='no'>
              <Icon name='close' />
            </View>
          </View>
          <Text>{fault.words}</Text>
        </View>
      ))}
    </View>
  )
}
