import { hideTabBar, showTabBar, useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { HomeView } from '../../features/home/home-view'
import { useProgress } from '../../stores/hooks'

/** The first visit is a page of its own: no tab bar before there is a route. Behind another page it leaves the bar alone. */
export default function HomePage() {
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
