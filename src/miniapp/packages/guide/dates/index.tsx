import { useShareAppMessage } from '@tarojs/taro'
import { DatesView } from '../../../features/dates/dates-view'
import { useShareCard } from '../../../stores/use-share-card'

export default function DatesPage() {
  useShareAppMessage(useShareCard({ title: '办小程序，这几个日子别错过' }))
  return <DatesView />
}
