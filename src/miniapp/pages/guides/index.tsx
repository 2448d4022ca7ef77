import { showTabBar, stopPullDownRefresh, useDidShow, usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { FeeCard } from '../../features/fee/fee-card'
import { GuidesView } from '../../features/guides/guides-view'
import { useApp } from '../../stores/hooks'
import { useGo } from '../../stores/use-go'
import { useShareCard } from '../../stores/use-share-card'
import { useRefresh } from '../../stores/use-refresh'

const stopRefresh = () => void stopPullDownRefresh()

export default function GuidesPage() {
  useShareAppMessage(useShareCard({ title: '办小程序分几步，先做哪一步' }))
  usePullDownRefresh(useRefresh(stopRefresh))
  const { clock } = useApp()
  const go = useGo()
  useDidShow(() => void showTabBar({}))
  return (
    <GuidesView
      fee={(progress) => <FeeCard fee={progress.plan.fee} now={clock.now()} />}
      onNext={(progress) => go(progress.next)}
    />
  )
}
