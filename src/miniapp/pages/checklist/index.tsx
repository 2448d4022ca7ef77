import { showTabBar, stopPullDownRefresh, useDidShow, usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { ChecklistView } from '../../features/checklist/checklist-view'
import { useShareCard } from '../../stores/use-share-card'
import { useRefresh } from '../../stores/use-refresh'

const stopRefresh = () => void stopPullDownRefresh()

export default function ChecklistPage() {
  useShareAppMessage(useShareCard({ title: '办小程序要准备的材料，一样一样列好了' }))
  usePullDownRefresh(useRefresh(stopRefresh))
  useDidShow(() => void showTabBar({}))
  return <ChecklistView />
}
