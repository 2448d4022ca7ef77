import { useShareAppMessage } from '@tarojs/taro'
import { NotEligibleView } from '../../../features/not-eligible/not-eligible-view'
import { useShareCard } from '../../../stores/use-share-card'

export default function NotEligiblePage() {
  useShareAppMessage(useShareCard({ title: '办小程序要什么执照，先看这里' }))
  return <NotEligibleView />
}
