import { useShareAppMessage } from '@tarojs/taro'
import { OverviewView } from '../../../features/rep/overview-view'
import { useShareCard } from '../../../stores/use-share-card'
import { shared } from '../share'
import { ways } from '../ways'

export default function OverviewPage() {
  useShareAppMessage(useShareCard(shared))
  return <OverviewView ways={ways} />
}
