import { stopPullDownRefresh, usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { useCallback } from 'react'
import { MerchantsView } from '../../../features/rep/merchants-view'
import { useMerchants } from '../../../stores/rep/list-hooks'
import { useShareCard } from '../../../stores/use-share-card'
import { shared } from '../share'
import { ways } from '../ways'
import { useListWindow } from './use-list-window'

export default function MerchantsPage() {
  useShareAppMessage(useShareCard(shared))
  const merchants = useMerchants()
  const { list, state } = merchants
  const { question, rows } = state
  usePullDownRefresh(() => void list.refresh().finally(() => void stopPullDownRefresh()))
  const more = useCallback(() => void list.more(), [list])
  const window = useListWindow(rows.length, JSON.stringify(question), more)
  return <MerchantsView ways={ways} window={window} merchants={merchants} />
}
