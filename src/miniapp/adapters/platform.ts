/** WeChat's side of every port. The web's is platform.h5.ts; Taro picks the file at build time. */
import type { Backend } from '../ports/backend'
import type { Clock } from '../ports/clock'
import type { Device } from '../ports/device'
import type { Files } from '../ports/files'
import type { Identity } from '../ports/identity'
import type { Navigator } from '../ports/navigator'
import type { Storage } from '../ports/storage'
import { createHttpBackend } from './http-backend'
import { createTaroNavigator } from './taro-navigator'
import { createTaroStorage } from './taro-storage'
import { createWeappClock } from './weapp/clock'
import { createCloudBackend } from './weapp/cloud-backend'
import { createWeappDevice } from './weapp/device'
import { createWeappFiles } from './weapp/files'
import { createWeappIdentity } from './weapp/identity'

export interface Platform {
  readonly storage: Storage
  readonly clock: Clock
  readonly device: Device
  readonly files: Files
  readonly identity: Identity
  readonly backend: Backend
  readonly navigator: Navigator
}

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
