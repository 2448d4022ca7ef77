import { showTabBar, useDidShow } from '@tarojs/taro'
import { FeeCard } from '../../features/fee/fee-card'
import { GuidesView } from '../../features/guides/guides-view'
import { useApp } from '../../stores/hooks'
import { useGo } from '../../stores/use-go'

export default function GuidesPage() {
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
