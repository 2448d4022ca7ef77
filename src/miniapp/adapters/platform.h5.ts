/** The web's side of every port (WeChat's is platform.ts). */
import { createHttpBackend } from './http-backend'
import type { Platform } from './platform'
import { createTaroNavigator } from './taro-navigator'
import { createTaroStorage } from './taro-storage'
import { createWebClock } from './web/clock'
import { createWebDevice } from './web/device'
import { createWebFiles } from './web/files'
import { createWebIdentity } from './web/identity'
import './web/web.scss'

export function createPlatform(): Platform {
  return {
    storage: createTaroStorage(),
    clock: createWebClock(),
    device: createWebDevice(),
    files: createWebFiles(),
    identity: createWebIdentity(),
    backend: createHttpBackend(API_URL === '' ? location.origin : API_URL),
    navigator: createTaroNavigator(),
  }
}
