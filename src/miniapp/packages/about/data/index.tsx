import { useShareAppMessage } from '@tarojs/taro'
import { DataView } from '../../../features/privacy/data-view'
import { useShareCard } from '../../../stores/use-share-card'

export default function DataPage() {
  useShareAppMessage(useShareCard({ title: '办小程序账号，照着一步一步来' }))
  return <DataView />
}
