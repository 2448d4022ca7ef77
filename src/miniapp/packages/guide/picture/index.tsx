import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { WidePicture } from '../../../features/step/wide-picture'
import { useShareCard } from '../../../stores/use-share-card'
import { allPictures } from '../pictures-of'
import { useStayAwake } from '../use-stay-awake'

export default function PicturePage() {
  useShareAppMessage(useShareCard({ title: '办小程序账号，照着一步一步来' }))
  const { file = '' } = useRouter().params
  useStayAwake()
  // An address may name anything: only our own pictures are shown.
  return <WidePicture picture={allPictures.find((one) => one.file === decodeURIComponent(file)) ?? null} />
}
