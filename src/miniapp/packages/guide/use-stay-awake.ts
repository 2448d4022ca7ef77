import { getCurrentPages, useDidHide, useDidShow, useUnload } from '@tarojs/taro'
import { useState } from 'react'
import { useApp } from '../../stores/hooks'

/** ms: until then the page that has come instead is on top. */
const turnMs = 400

const topPage = () => getCurrentPages().slice(-1)[0]

/**
 * The screen stays lit while this page is on top. WeChat hides a page under its picture viewer as well:
 * that is no reason to let the screen go dark, so what counts is which page is on top a moment later.
 */
export function useStayAwake(): void {
  const { awake, clock } = useApp()
  const [me] = useState(() => ({ page: topPage() }))
  useDidShow(() => {
    me.page = topPage()
    awake.hold(me, true)
  })
  useDidHide(() => {
    clock.after(turnMs, () => {
      if (topPage() !== me.page) awake.hold(me, false)
    })
  })
  useUnload(() => awake.hold(me, false))
}
