import { Text, View, type ViewProps } from '@tarojs/components'
import { aria } from '../../ui/aria'
import { Icon } from '../../ui/icon'
import type { SlotShape } from '../../ui/photo-slot'

interface Props {
  readonly shape: SlotShape
  /** Printed on the drawn paper. */
  readonly title: string
  readonly licence: boolean
}

/** What a good photo looks like: the whole paper, flat, inside the four corners. Drawn, made up, no real document. */
export function Example({ shape, title, licence }: Props) {
  const frame = {
    className: `shoot-frame ${shape}`,
    ...aria({ role: 'img', label: `示例：${title}，四个角都在框里` }),
  } as ViewProps
  return (
    <View {...frame}>
      {shape === 'square' ? <Sign /> : <Paper title={title} licence={licence} />}
      <View className='corner a' />
      <View className='corner b' />
      <View className='corner c' />
      <View className='corner d' />
    </View>
  )
}

function Paper({ title, licence }: { readonly title: string; readonly licence: boolean }) {
  return (
    <View className='shoot-paper'>
      <View className='edge' />
      <Text className={title.length > 9 ? 'name long' : 'name'}>{title}</Text>
      {licence ? <Icon name='qr' className='code' /> : null}
      <View className='lines'>
        <View className='line' />
        <View className='line middle' />
        <View className='line' />
        <View className='line short' />
      </View>
      <Text className='seal'>样章</Text>
      <Text className='sample'>样例，非真实证照</Text>
    </View>
  )
}

function Sign() {
  return (
    <View className='shoot-sign'>
      <Icon name='store' />
      <Text>你的标志</Text>
    </View>
  )
}
