import type { Device } from '../../ports/device'
import { confirm, createToast } from './dialogs'
import { download } from './download'
import { fetchAhead } from './fetch-ahead'
import { icsOf } from './ics'
import { createViewer } from './viewer'
import { createWakeLock } from './wake-lock'

/** Copying by a selected text area works over plain HTTP, where navigator.clipboard does not exist. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea')
  area.value = text
  area.setAttribute('readonly', '')
  area.style.cssText = 'position:fixed;left:-999px;top:0'
  document.body.append(area)
  area.select()
  area.setSelectionRange(0, text.length)
  const copied = document.execCommand('copy')
  area.remove()
  return copied
}

async function written(text: string): Promise<boolean> {
  if (navigator.clipboard === undefined) return copyBySelection(text)
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

const copyFor =
  (toast: Device['toast']): Device['copy'] =>
  async (text) => {
    const copied = await written(text)
    if (!copied) toast('没能复制，长按文字自己复制')
    return copied
  }

/** A phone's browser offers to send it; a computer's saves it. */
async function shareImage(path: string, name: string): Promise<boolean> {
  const blob = await (await fetch(path)).blob()
  const files = [new File([blob], name, { type: 'image/jpeg' })]
  if (navigator.canShare?.({ files }) !== true) {
    download(name, blob)
    return true
  }
  try {
    await navigator.share({ files })
    return true
  } catch (error) {
    return error instanceof Error && error.name === 'AbortError' // they know
  }
}

function onOnline(listener: (online: boolean) => void): () => void {
  const up = () => listener(true)
  const down = () => listener(false)
  window.addEventListener('online', up)
  window.addEventListener('offline', down)
  return () => {
    window.removeEventListener('online', up)
    window.removeEventListener('offline', down)
  }
}

function onShow(listener: () => void): () => void {
  const shown = () => {
    if (document.visibilityState === 'visible') listener()
  }
  document.addEventListener('visibilitychange', shown)
  setTimeout(shown, 0) // the start counts as coming to the front
  return () => document.removeEventListener('visibilitychange', shown)
}

function onHide(listener: () => void): () => void {
  const hidden = () => {
    if (document.visibilityState === 'hidden') listener()
  }
  document.addEventListener('visibilitychange', hidden)
  window.addEventListener('pagehide', listener)
  return () => {
    document.removeEventListener('visibilitychange', hidden)
    window.removeEventListener('pagehide', listener)
  }
}

/** The web has no WeChat font setting; a browser's own minimum text size is respected instead. */
function fontScale(): number {
  const asked = Number(new URLSearchParams(location.search).get('font') ?? '1')
  return Number.isFinite(asked) ? Math.min(1.5, Math.max(0.94, asked)) : 1
}

export function createWebDevice(): Device {
  const toast = createToast()
  return {
    copy: copyFor(toast),
    copied: () => toast('已复制，到电脑上粘贴'),
    toast,
    confirm,
    tick: () => void navigator.vibrate?.(15),
    preview: createViewer(),
    fetchAhead,
    stayAwake: createWakeLock(),
    addToCalendar: async (event) => {
      const file = new Blob([icsOf(event, Date.now())], { type: 'text/calendar;charset=utf-8' })
      download(`${event.title}.ics`, file)
      return 'file'
    },
    askForMessage: async () => 'none',
    privacyContract: null, // the app's own pages say it all
    openSettings: () => undefined,
    online: () => navigator.onLine,
    onOnline,
    onShow,
    onHide,
    fontScale,
    scanCode: async () => null,
    shareImage,
    saveText: async (name, text) => {
      const kind = name.endsWith('.csv') ? 'text/csv' : 'application/json'
      download(name, new Blob([text], { type: `${kind};charset=utf-8` }))
      return true
    },
  }
}
