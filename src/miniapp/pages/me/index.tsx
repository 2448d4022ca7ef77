import { showTabBar, useDidShow } from '@tarojs/taro'
import { MeView } from '../../features/me/me-view'

export default function MePage() {
  useDidShow(() => void showTabBar({}))
  return <MeView />
}
