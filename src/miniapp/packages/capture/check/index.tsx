import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { CheckView } from '../../../features/capture/check-view'
import { useShareCard } from '../../../stores/use-share-card'

export default function CheckPage() {
  useShareAppMessage(useShareCard({ title: '证照照片怎么拍，官方才收' }))
  const { material = '', slot = '', photo } = useRouter().params
  return <CheckView materialId={material} slotId={slot} replacing={photo} />
}
