import { View } from '@tarojs/components'
import { useApp } from '../../stores/hooks'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'

const titles = {
  erased: '云端的资料已在另一台设备上删掉',
  expired: '办完满了期限，云端的资料已按约定删掉',
} as const

/** The function has erased the merchant; what becomes of the copy on this phone is the person's choice. */
export function LeftNotice({ why }: { readonly why: keyof typeof titles }) {
  const { device, session } = useApp()
  const forget = async () => {
    const sure = await device.confirm({
      title: '把这台手机里的也删掉？',
      text: '填过的内容和照片都会删掉，找不回来。',
      yes: '删掉',
      no: '再想想',
      danger: true,
    })
    if (sure) await session.settleLeft(false)
  }
  return (
    <View className='app-notice notice-left'>
      <Banner
        level='info'
        title={titles[why]}
        text='这台手机里还留着一份。接着用，也先只留在手机里，要存到云端会再问你。'
      />
      <View className='acts'>
        <Button kind='secondary' className='compact' words='接着用' onTap={() => void session.settleLeft(true)} />
        <Button kind='danger' className='compact' words='不要了，删掉' onTap={() => void forget()} />
      </View>
    </View>
  )
}
