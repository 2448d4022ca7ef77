import Taro from '@tarojs/taro'
import type { Device } from '../../ports/device'
import { confirm, toast } from '../taro-dialogs'
import { copy } from './copying'
import { createPreview } from './preview'
import { addToCalendar, askForMessage } from './reminding'

const wasCancelled = (error: unknown) => /cancel/.test(String((error as { readonly errMsg?: unknown } | null)?.errMsg))

async function saveText(name: string, text: string): Promise<boolean> {
  const path = `${Taro.env.USER_DATA_PATH}/${name}`
  try {
    Taro.getFileSystemManager().writeFileSync(path, text, 'utf8')
    await Taro.shareFileMessage({ filePath: path, fileName: name })
    return true
  } catch (error) {
    return wasCancelled(error) // they know
  }
}

/** To a friend, to the favourites, or into the album: all in WeChat's one panel, without a permission of ours. */
async function shareImage(path: string): Promise<boolean> {
  try {
    await Taro.showShareImageMenu({ path })
    return true
  } catch (error) {
    return wasCancelled(error)
  }
}

export function createWeappDevice(): Device {
  let online = true
  void Taro.getNetworkType().then((reply) => {
    online = reply.networkType !== 'none'
  })
  return {
    copy,
    copied: () => undefined, // WeChat has just said so
    toast,
    confirm,
    tick: () => void Taro.vibrateShort({ type: 'light' }).catch(() => undefined),
    preview: createPreview(),
    fetchAhead: () => undefined, // the pictures lie in the package that the page came with
    stayAwake: (on) => void Taro.setKeepScreenOn({ keepScreenOn: on }).catch(() => undefined), // then it dims as ever
    addToCalendar,
    askForMessage,
    privacyContract: () => void Taro.openPrivacyContract({ fail: () => toast('没能打开，等一会儿再点') }),
    openSettings: () => void Taro.openSetting().catch(() => undefined), // closed by the person
    online: () => online,
    onOnline(listener) {
      const changed = (reply: { isConnected: boolean }) => {
        online = reply.isConnected
        listener(online)
      }
      Taro.onNetworkStatusChange(changed)
      return () => Taro.offNetworkStatusChange(changed)
    },
    onShow(listener) {
      Taro.onAppShow(listener)
      return () => Taro.offAppShow(listener)
    },
    onHide(listener) {
      Taro.onAppHide(listener)
      return () => Taro.offAppHide(listener)
    },
    fontScale() {
      const factor = (Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }).fontSizeScaleFactor ?? 1
      return Math.min(1.5, Math.max(0.94, factor))
    },
    async scanCode() {
      try {
        return (await Taro.scanCode({ scanType: ['qrCode'] })).result
      } catch {
        return null // closed by the person
      }
    },
    saveText,
    shareImage,
  }
}
