import {
  setNavigationBarTitle,
  stopPullDownRefresh,
  usePullDownRefresh,
  useRouter,
  useShareAppMessage,
} from '@tarojs/taro'
import { useEffect } from 'react'
import { MerchantView } from '../../../features/rep/merchant-view'
import { useApp } from '../../../stores/hooks'
import { useAgainInFront } from '../../../stores/rep/hooks'
import { useMerchant, useNudges } from '../../../stores/rep/merchant-hooks'
import { useShareCard } from '../../../stores/use-share-card'
import { shared } from '../share'
import { linkTo, pathTo } from '../nudge-path'
import { ways } from '../ways'

const noNudges = [] as const

export default function MerchantPage() {
  const { device } = useApp()
  const { id = '' } = useRouter().params
  const asked = useMerchant(id)
  const { value, again } = asked
  const { nudge, onOther } = useNudges(value?.nudges ?? noNudges)
  const usual = useShareCard(shared)
  useAgainInFront(again)
  usePullDownRefresh(() => {
    again()
    void stopPullDownRefresh()
  })
  useShareAppMessage(() => (nudge === null ? usual() : { ...usual(), title: nudge.text, path: pathTo(nudge) }))
  const shop = value?.row.shop ?? null
  useEffect(() => {
    if (shop !== null) void setNavigationBarTitle({ title: shop })
  }, [shop])
  const copy = async () => {
    if (nudge === null) return
    const link = linkTo(nudge)
    if (await device.copy(link === null ? nudge.text : `${nudge.text}\n${link}`)) device.toast('已复制，发给他就行')
  }
  return <MerchantView ways={ways} id={id} asked={asked} nudge={nudge} onOther={onOther} onCopy={() => void copy()} />
}
