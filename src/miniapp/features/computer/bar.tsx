import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { brand } from '#domain/content/operator'
import { Icon } from '../../ui/icon'

const banner: object = { role: 'banner' }

/** The page's own bar: whose page this is, and what stands beside it. */
export function Bar({ raised, children }: { readonly raised?: boolean; readonly children?: ReactNode }) {
  return (
    <View className={raised ? 'pc-bar raised' : 'pc-bar'} {...banner}>
      <View className='pc-brand'>
        <Icon name='mark' className='s28' />
        <Text>{brand.name}</Text>
      </View>
      {children}
    </View>
  )
}
