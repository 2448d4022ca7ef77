import { hideTabBar, showTabBar, useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { HomeView } from '../../features/home/home-view'
import { useProgress } from '../../stores/hooks'

/** The first visit is a page of its own: no tab bar before there is a route. */
export default function HomePage() {
  const { next } = useProgress()
  const fresh = next.kind === 'questions' || next.kind === 'not-eligible'
  const setTabs = () => void (fresh ? hideTabBar({}) : showTabBar({}))
  useDidShow(setTabs)
  useEffect(setTabs, [fresh])
  return <HomeView />
}
