import { View } from '@tarojs/components'
import { useApp } from '../../stores/hooks'
import { Banner } from '../../ui/banner'

const titles = {
  erased: '云端的资料已在另一台设备上抹掉',
  expired: '办完满了期限，云端的资料已按约定删掉',
} as const

/** The function has erased the merchant; what becomes of the copy on this phone is the person's choice. */
export function LeftNotice({ why }: { readonly why: keyof typeof titles }) {
  const { device, session } = useApp()
  const choose = async () => {
    const again = await device.confirm({
      title: '手机里这份怎么办？',
      text: '可以接着用它重新开始：要存到云端时，会再问你一次同不同意。',
      yes: '接着用',
      no: '不要了',
    })
    if (again) return session.settleLeft(true)
    // 「不要了」 is also what closing the question means, so that deleting is asked for by itself.
    const gone = await device.confirm({
      title: '把这台手机里的也删掉？',
      text: '填过的内容和照片都会删掉，找不回来。',
      yes: '删掉',
      no: '再想想',
      danger: true,
    })
    if (gone) await session.settleLeft(false)
  }
  return (
    <View className='app-notice'>
      <Banner
        level='info'
        title={titles[why]}
        text='这台手机里还留着一份，点这里选怎么办。'
        onTap={() => void choose()}
      />
    </View>
  )
}
