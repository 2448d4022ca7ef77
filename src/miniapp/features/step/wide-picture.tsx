import { Image, View, type ViewProps } from '@tarojs/components'
import { useApp } from '../../stores/hooks'
import { aria } from '../../ui/aria'
import { Empty } from '../../ui/empty'
import { Icon } from '../../ui/icon'
import { Page } from '../../ui/page'
import { Pressable } from '../../ui/pressable'
import './step.scss'
import type { StepPicture } from './step-pictures'

/** A whole page across the turned screen; a tap opens the viewer to zoom, a long press saves or forwards. */
export function WidePicture({ picture }: { readonly picture: StepPicture | null }) {
  const { device, navigator } = useApp()
  if (!picture) {
    const action = { words: '回去', onTap: navigator.back }
    return (
      <Page>
        <Empty icon='guide' title='没找到这张图' text='内容可能更新过。' action={action} />
      </Page>
    )
  }
  const zoom = () => void device.preview([picture.file], picture.file)
  const props = {
    className: 'wide',
    onClick: zoom,
    ...aria({ role: 'button', label: `${picture.alt}点一下放大。` }),
  } as ViewProps
  return (
    <View className='wide-page'>
      <View {...props}>
        <Image className='wide-image' src={picture.file} mode='aspectFit' showMenuByLongpress />
      </View>
      <Pressable className='wide-back' onTap={navigator.back} aria={{ label: '回到这一步' }}>
        <Icon name='close' />
      </Pressable>
    </View>
  )
}
