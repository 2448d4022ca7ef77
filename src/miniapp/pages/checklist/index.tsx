import { showTabBar, useDidShow } from '@tarojs/taro'
import { ChecklistView } from '../../features/checklist/checklist-view'

export default function ChecklistPage() {
  useDidShow(() => void showTabBar({}))
  return <ChecklistView />
}
