import { useShareAppMessage } from '@tarojs/taro'
import { SourcesView } from '../../../features/sources/sources-view'
import { useShareCard } from '../../../stores/use-share-card'

export default function SourcesPage() {
  useShareAppMessage(
    useShareCard({ title: '办小程序的规定和费用，出处都在这里', page: 'packages/about/sources/index' }),
  )
  return <SourcesView />
}
