import { useDidHide, useDidShow } from '@tarojs/taro'
import type { UsePageLife } from '../ports/page-life'

export const usePageLife: UsePageLife = (onShow, onHide) => {
  useDidShow(onShow)
  useDidHide(onHide)
}
