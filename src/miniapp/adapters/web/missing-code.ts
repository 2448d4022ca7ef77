/**
 * A page whose code cannot be fetched: Taro shows nothing and the tap seems to do nothing. Either there is
 * no network, which is said, or the operator has put up a new version, whose files have new names: then
 * the app is loaded anew, on the page that was asked for.
 */
import Taro from '@tarojs/taro'
import type { Device } from '../../ports/device'

const noted = 'kaitong-reloaded'
/** ms: what is not there right after a reload is not there at all. */
const soonMs = 30_000

const isAboutCode = (reason: unknown) => reason instanceof Error && reason.name === 'ChunkLoadError'

async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch('/', { method: 'HEAD', cache: 'no-store' })).ok
  } catch {
    return false // no network, or the server is down
  }
}

async function recover(toast: Device['toast']): Promise<void> {
  const reloaded = Number(sessionStorage.getItem(noted) ?? '0')
  if (Date.now() - reloaded > soonMs && (await serverAnswers())) {
    sessionStorage.setItem(noted, String(Date.now()))
    location.reload()
    return
  }
  toast('现在连不上网，等一会儿再点')
  // The address is already that of the missing page.
  if (Taro.getCurrentPages().length > 0) window.history.back()
}

export function recoverMissingCode(toast: Device['toast']): void {
  window.addEventListener('unhandledrejection', (event) => {
    if (!isAboutCode(event.reason)) return
    event.preventDefault()
    void recover(toast)
  })
}
