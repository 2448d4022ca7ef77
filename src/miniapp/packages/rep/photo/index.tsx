import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { PhotoView } from '../../../features/rep/photo-view'
import { useMerchant } from '../../../stores/rep/merchant-hooks'
import { useShareCard } from '../../../stores/use-share-card'
import { shared } from '../share'
import { ways } from '../ways'

export default function PhotoPage() {
  useShareAppMessage(useShareCard(shared))
  const { id = '', photo = '' } = useRouter().params
  return <PhotoView ways={ways} merchant={id} photoId={photo} asked={useMerchant(id)} />
}
