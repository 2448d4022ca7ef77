import { showTabBar, useDidShow, useShareAppMessage } from '@tarojs/taro'
import { MeView } from '../../features/me/me-view'
import { useShareCard } from '../../stores/use-share-card'

export default function MePage() {
  useShareAppMessage(useShareCard({ title: '办小程序账号，照着一步一步来' }))
  useDidShow(() => void showTabBar({}))
  return <MeView />
}
