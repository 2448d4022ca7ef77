/**
 * WeChat fetches a new version while the old one runs, and takes it at the next cold start. Whoever is
 * here now is asked once, but never while they are typing or have a photo in hand: a restart would take it.
 * A version that could not be fetched needs nothing: WeChat tries again by itself.
 */
import Taro from '@tarojs/taro'
import type { Device } from '../../ports/device'

/** ms between two looks at whether the person can be asked. */
const againMs = 15_000

/** What is in hand on these pages is not kept yet. */
const inHand = /^\/?packages\/capture\//

const question = {
  title: '新版本准备好了',
  text: '重启一下就能用，填过的都在。',
  yes: '重启',
  no: '稍后',
} as const

/** `confirm` asks the person. */
export function watchUpdates(confirm: Device['confirm']): void {
  const manager = Taro.getUpdateManager()
  let keyboard = false
  Taro.onKeyboardHeightChange(({ height }) => {
    keyboard = height > 0
  })
  const busy = () => keyboard || inHand.test(Taro.getCurrentPages().slice(-1)[0]?.route ?? '')
  const ask = async () => {
    if (busy()) return void setTimeout(() => void ask(), againMs)
    if (await confirm(question)) manager.applyUpdate()
  }
  manager.onUpdateReady(() => void ask())
}
