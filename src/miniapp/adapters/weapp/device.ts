import Taro from '@tarojs/taro'
import type { Device } from '../../ports/device'
import { confirm, toast } from '../taro-dialogs'

/** WeChat shows its own toast when it has copied: no second one. */
async function copy(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text })
    return true
  } catch {
    return false // privacy refused
  }
}

/** previewImage wants a file, not a path inside the package: copied out once, then reused. */
async function asFile(path: string): Promise<string> {
  if (/^(https?|wxfile|http:\/\/tmp)/.test(path) || path.startsWith(Taro.env.USER_DATA_PATH ?? 'wxfile://')) return path
  const target = `${Taro.env.USER_DATA_PATH}/${path.replace(/^\/+/, '').replace(/\//g, '-')}`
  const fs = Taro.getFileSystemManager()
  try {
    fs.accessSync(target)
  } catch {
    fs.copyFileSync(path, target)
  }
  return target
}

async function addToCalendar(event: { title: string; startMs: number; note: string }): Promise<boolean> {
  try {
    await Taro.addPhoneCalendar({
      title: event.title,
      startTime: Math.round(event.startMs / 1000),
      description: event.note,
      alarm: true,
      alarmOffset: 24 * 3600,
    })
    return true
  } catch {
    return false
  }
}

async function saveText(name: string, text: string): Promise<boolean> {
  const path = `${Taro.env.USER_DATA_PATH}/${name}`
  try {
    Taro.getFileSystemManager().writeFileSync(path, text, 'utf8')
    await Taro.shareFileMessage({ filePath: path, fileName: name })
    return true
  } catch {
    return false
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
    async preview(urls, current) {
      const files = await Promise.all(urls.map(asFile))
      await Taro.previewImage({ urls: files, current: files[urls.indexOf(current)] ?? files[0] ?? '' })
    },
    addToCalendar,
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
  }
}
