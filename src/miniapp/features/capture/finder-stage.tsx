import { Camera, Text, View, type ViewProps } from '@tarojs/components'
import type { Level } from '#domain/photo/level'
import { aria } from '../../ui/aria'
import { Heading } from '../../ui/heading'
import type { Finder } from './use-finder'

interface Props {
  readonly finder: Finder
  readonly level: Level
  readonly portrait: boolean
}

const words: Record<Level, string> = { level: '', flat: '手机放平', upright: '手机竖直' }
const announced = aria({ live: 'polite' }) as ViewProps

interface CameraError {
  readonly detail: { readonly errMsg?: string }
}

/**
 * The camera and what is drawn over it. Plain views lie over a native component (base library 2.16 and
 * later, https://developers.weixin.qq.com/miniprogram/dev/component/native-component.md); where that fails
 * only the frame is missing: nothing to be tapped is up here.
 */
export function FinderStage({ finder, level, portrait }: Props) {
  return (
    <View className='finder-stage'>
      {finder.on ? (
        <Camera
          key={finder.round}
          className='finder-camera'
          devicePosition='back'
          resolution='high'
          flash={finder.torch ? 'torch' : 'off'}
          onInitDone={finder.onReady}
          onError={(event: CameraError) => finder.onError(event.detail.errMsg ?? '')}
        />
      ) : null}
      <View className='finder-over'>
        <View className='shoot-say'>
          <Heading level={2}>四个角都放进框里</Heading>
          <View className='under'>拍原件，放平，手机端正</View>
        </View>
        <View className={portrait ? 'finder-frame portrait' : 'finder-frame'}>
          <View className='corner a' />
          <View className='corner b' />
          <View className='corner c' />
          <View className='corner d' />
          <View className='finder-level' {...announced}>
            {level === 'level' ? null : <Text className='word'>{words[level]}</Text>}
          </View>
        </View>
        <View className='finder-dont'>
          <Text>不挡字</Text>
          <View className='bar' />
          <Text>不反光</Text>
          <View className='bar' />
          <Text>不拍屏幕</Text>
        </View>
      </View>
    </View>
  )
}
