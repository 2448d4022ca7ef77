/** The web's side of every port (WeChat's is platform.ts). */
import type { Platform } from '../ports/platform'
import { createHttpBackend } from './http-backend'
import { createTaroNavigator } from './taro-navigator'
import { usePageLife } from './taro-page-life'
import { createTaroStorage } from './taro-storage'
import { createWebClock } from './web/clock'
import { createComputer } from './web/computer'
import { createWebDevice } from './web/device'
import { createWebFiles } from './web/files'
import { watchFrame } from './web/frame'
import { createWebIdentity } from './web/identity'
import { recoverMissingCode } from './web/missing-code'
import { stopScriptLinks } from './web/no-script-links'
import { fetchPagesAhead } from './web/pages-ahead'
import './web/web.scss'

export function createPlatform(): Platform {
  fetchPagesAhead()
  stopScriptLinks()
  watchFrame()
  const device = createWebDevice()
  recoverMissingCode(device.toast)
  // what lies outside the pages: navigation bar, questions, notices
  document.documentElement.style.setProperty('--font-scale', String(device.fontScale()))
  const backend = createHttpBackend(API_URL === '' ? location.origin : API_URL)
  return {
    storage: createTaroStorage(),
    clock: createWebClock(),
    device,
    files: createWebFiles(),
    identity: createWebIdentity(),
    backend,
    computer: createComputer(backend),
    navigator: createTaroNavigator(),
    reminderTemplate: '',
    usePageLife,
  }
}
