/** WeChat's side of every port. The web's is platform.h5.ts; Taro picks the file at build time. */
import type { Platform } from '../ports/platform'
import { createHttpBackend } from './http-backend'
import { confirm } from './taro-dialogs'
import { createTaroNavigator } from './taro-navigator'
import { usePageLife } from './taro-page-life'
import { createWeappClock } from './weapp/clock'
import { createCloudBackend } from './weapp/cloud-backend'
import { createWeappDevice } from './weapp/device'
import { createWeappFiles } from './weapp/files'
import { createWeappIdentity } from './weapp/identity'
import { watchUpdates } from './weapp/updates'
import { createWeappStorage } from './weapp/storage'

export function createPlatform(): Platform {
  watchUpdates(confirm)
  return {
    storage: createWeappStorage(),
    clock: createWeappClock(),
    device: createWeappDevice(),
    files: createWeappFiles(),
    identity: createWeappIdentity(),
    backend: API_URL === '' ? createCloudBackend(CLOUD_ENV) : createHttpBackend(API_URL),
    navigator: createTaroNavigator(),
    reminderTemplate: REMINDER_TEMPLATE,
    usePageLife,
  }
}
