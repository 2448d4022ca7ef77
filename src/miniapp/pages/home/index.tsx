import {
  hideTabBar,
  showTabBar,
  stopPullDownRefresh,
  useDidHide,
  useDidShow,
  usePullDownRefresh,
  useReady,
  useRouter,
  useShareAppMessage,
  useShareTimeline,
} from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { HomeView } from '../../features/home/home-view'
import { deskIn } from '#domain/desk-code'
import { useApp, useProgress } from '../../stores/hooks'
import { forMoments, useShareCard } from '../../stores/use-share-card'
import { useRefresh } from '../../stores/use-refresh'

const stopRefresh = () => void stopPullDownRefresh()

/** The first visit is a page of its own: no tab bar before there is a route. Behind another page it leaves the bar alone. */
export default function HomePage() {
  const card = useShareCard({ title: '办小程序账号，照着一步一步来' })
  useShareAppMessage(card)
  useShareTimeline(() => forMoments(card()))
  usePullDownRefresh(useRefresh(stopRefresh))
  const { q = '' } = useRouter().params
  const { navigator } = useApp()
  // WeChat opened a computer's code as a plain link.
  useReady(() => {
    const desk = deskIn(q)
    if (desk !== null) navigator.desk(desk)
  })
  const { next } = useProgress()
  const fresh = next.kind === 'questions' || next.kind === 'not-eligible'
  const shown = useRef(false)
  const setTabs = () => {
    if (shown.current) void (fresh ? hideTabBar({}) : showTabBar({}))
  }
  useDidShow(() => {
    shown.current = true
    setTabs()
  })
  useDidHide(() => {
    shown.current = false
  })
  useEffect(setTabs, [fresh])
  return <HomeView />
}
