/**
 * WeChat's own picture viewer: pinch, swipe, long press to save or forward. It cannot read a file of the
 * package, so pictures are copied out first. A copy serves until the app is started again: only then can
 * the package be another version, and the old copies are thrown away.
 */
import Taro from '@tarojs/taro'
import type { Device } from '../../ports/device'

const inPackage = (path: string) => !/^(https?|wxfile):/.test(path)

/** fs calls answer through callbacks; Taro does not wrap them. */
const call = <T>(run: (done: { success: (value: T) => void; fail: () => void }) => void, failed: T): Promise<T> =>
  new Promise((resolve) => run({ success: resolve, fail: () => resolve(failed) }))

function createCopies(): (path: string) => Promise<string | null> {
  const fs = Taro.getFileSystemManager()
  const folder = `${Taro.env.USER_DATA_PATH}/pictures`
  const copied = new Map<string, Promise<string | null>>()
  let ready: Promise<unknown> | undefined

  const sweep = async () => {
    await call<unknown>((done) => fs.rmdir({ dirPath: folder, recursive: true, ...done }), null) // none yet: fails
    await call<unknown>((done) => fs.mkdir({ dirPath: folder, recursive: true, ...done }), null)
  }
  const copy = async (path: string): Promise<string | null> => {
    const target = `${folder}/${path.replace(/^\/+/, '').replace(/\//g, '-')}`
    ready ??= sweep()
    await ready
    const kept = await call<unknown>((done) => fs.copyFile({ srcPath: path, destPath: target, ...done }), null)
    if (kept !== null) return target
    copied.delete(path) // the next tap tries again
    return null
  }
  return (path) => {
    if (!inPackage(path)) return Promise.resolve(path)
    const known = copied.get(path) ?? copy(path)
    copied.set(path, known)
    return known
  }
}

/** A picture that lies along the screen: WeChat turns pages, not its viewer (`pageOrientation`). */
const widePage = (path: string) => `/packages/guide/picture/index?file=${encodeURIComponent(path)}`

export function createPreview(): Device['preview'] {
  const copyOf = createCopies()
  async function show(urls: readonly string[], current: string): Promise<boolean> {
    const files = await Promise.all(urls.map(copyOf))
    const first = files[urls.indexOf(current)]
    if (!first) return false
    await Taro.previewImage({ urls: files.filter((file) => file !== null), current: first, showmenu: true })
    return true
  }

  return async (urls, current, { turned = false } = {}) => {
    try {
      if (!turned) return await show(urls, current)
      await Taro.navigateTo({ url: widePage(current) })
      return true
    } catch {
      return false
    }
  }
}
