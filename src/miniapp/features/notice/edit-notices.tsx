import { View } from '@tarojs/components'
import type { Outline } from '#domain/content/types'
import { useApp } from '../../stores/hooks'
import { Banner } from '../../ui/banner'

/** 「店名」 for `t.shop.name`; entries without a field of their own are just 「一项内容」. */
function nameOf(content: Outline, key: string): string {
  const [, materialId, fieldId] = key.split('.')
  const material = content.materials.find(({ id }) => id === materialId)
  const field = material?.fields?.find(({ id }) => id === fieldId)
  return field ? `「${field.label}」` : '一项内容'
}

interface Conflict {
  readonly k: string
  readonly text: string
}

/** Two devices wrote the same text at the same time: the one that lost is offered back. */
export function ConflictNotice({ conflict }: { readonly conflict: Conflict }) {
  const { content, device, entries } = useApp()
  const choose = async () => {
    const kept = entries.getState().entries.get(conflict.k)
    const mine = await device.confirm({
      title: '留哪一个？',
      text: `现在是：${String(kept ?? '空的')}\n另一个是：${conflict.text}`,
      yes: '换成另一个',
      no: '就用现在的',
    })
    if (mine) entries.takeBack(conflict)
    else entries.dismissConflict(conflict)
  }
  return (
    <View className='app-notice'>
      <Banner
        level='info'
        title={`${nameOf(content, conflict.k)}两台设备写得不一样`}
        text='两个都还在，点这里选一个。'
        onTap={() => void choose()}
      />
    </View>
  )
}

/** The cloud did not take something: it is still on this phone. */
export function RefusedNotice({ refused }: { readonly refused: { readonly k: string; readonly code: string } }) {
  const { content, entries } = useApp()
  if (refused.code === 'limit') {
    return (
      <View className='app-notice'>
        <Banner level='caution' title='云端存满了' text='新填的先留在手机里，删掉几张不用的照片就能接着存。' />
      </View>
    )
  }
  return (
    <View className='app-notice'>
      <Banner
        level='caution'
        title={`${nameOf(content, refused.k)}没能存到云端`}
        text='手机里的还在。点一下不再提醒。'
        onTap={() => entries.dismissRejected(refused.k)}
      />
    </View>
  )
}
