import { useShareAppMessage } from '@tarojs/taro'
import { FinishView } from '../../../features/finish/finish-view'
import { useGo } from '../../../stores/use-go'
import { useShareCard } from '../../../stores/use-share-card'

export default function FinishPage() {
  useShareAppMessage(useShareCard({ title: '小程序账号办好了，下一个就是你' }))
  const go = useGo()
  return <FinishView onGo={(progress) => go(progress.next)} />
}
