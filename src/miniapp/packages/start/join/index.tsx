import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { JoinView } from '../../../features/privacy/join-view'
import { useShareCard } from '../../../stores/use-share-card'

export default function JoinPage() {
  useShareAppMessage(useShareCard({ title: '办小程序账号，照着一步一步来' }))
  const { scene = '' } = useRouter().params
  return <JoinView scene={decodeURIComponent(scene)} />
}
