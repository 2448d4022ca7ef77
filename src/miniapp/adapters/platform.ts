/** WeChat's side of every port. The web's is platform.h5.ts; Taro picks the file at build time. */
import type { Platform } from '../ports/platform'
import { createHttpBackend } from './http-backend'
import { createTaroNavigator } from './taro-navigator'
import { createTaroStorage } from './taro-storage'
import { createWeappClock } from './weapp/clock'
import { createCloudBackend } from './weapp/cloud-backend'
import { createWeappDevice } from './weapp/device'
import { createWeappFiles } from './weapp/files'
import { createWeappIdentity } from './weapp/identity'

export function createPlatform(): Platform {
  return {
    storage: createTaroStorage(),
    clock: createWeappClock(),
    device: createWeappDevice(),
    files: createWeappFiles(),
    identity: createWeappIdentity(),
    backend: API_URL === '' ? createCloudBackend(CLOUD_ENV) : createHttpBackend(API_URL),
    navigator: createTaroNavigator(),
  }
}
