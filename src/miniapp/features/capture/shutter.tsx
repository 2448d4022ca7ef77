import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon'
import { Pressable } from '../../ui/pressable'
import type { Choosing } from './use-choose'

interface Props {
  readonly choosing: Choosing
  readonly onShoot: () => void
  /** On the shutter's face. */
  readonly face?: ReactNode
  /** To the right of it. */
  readonly children: ReactNode
}

/** Album, shutter, and one thing more; below, what the phone is doing. */
export function Shutter({ choosing: { busy, choose }, onShoot, face, children }: Props) {
  return (
    <>
      <View className='buttons'>
        <Pressable className='side' onTap={() => choose('album')}>
          <Icon name='album' className='s28' />
          <Text>从相册选</Text>
        </Pressable>
        <Pressable
          className={busy ? 'shutter is-busy' : 'shutter'}
          onTap={onShoot}
          aria={{ label: busy ? '正在处理照片' : '拍照' }}
        >
          <View className='button-face'>{busy ? null : face}</View>
        </Pressable>
        {children}
      </View>
      <View className='state-line'>{busy ? '正在处理照片，别退出' : ''}</View>
    </>
  )
}
