/** The function as a WeChat cloud function: CloudBase's database and storage, the call's own identity. */
import { randomBytes } from 'node:crypto'
import * as sdk from 'wx-server-sdk'
import { createCloudFiles, createCloudInbox, createFileIds } from './adapters/cloudbase/files'
import { createCloudMain } from './adapters/cloudbase/main'
import type { CloudSdk } from './adapters/cloudbase/sdk'
import { createCloudStore } from './adapters/cloudbase/store'
import { createImages } from './adapters/images'
import { createJsonLog } from './adapters/json-log'
import { createSecrets } from './adapters/secrets'
import { createCompanion } from './core/companion'
import { health } from './core/health'
import { purge } from './core/retention'
import type { Ports } from './core/ports'
import { readSettings } from './settings'

sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string })
const cloud = sdk as unknown as CloudSdk

const log = createJsonLog((line) => console.log(line))
/** The platform has variables of its own: only ours are read, and of ours what applies here. */
const ours = Object.entries(process.env).filter(([name]) =>
  /^(PUBLIC_URL|MASTER_KEY|RETENTION_DAYS|RATE_.*|LIMIT_.*)$/.test(name),
)
const read = readSettings(Object.fromEntries(ours))
if (!read.ok) throw new Error(`环境变量不对 (wrong environment variables): ${read.problems.join('; ')}`)
const { core, masterKey, retentionMs } = read.settings

const store = createCloudStore(cloud.database())
const idOf = createFileIds(cloud, store)
const ports: Ports = {
  store,
  files: createCloudFiles(cloud, idOf),
  inbox: createCloudInbox(cloud, idOf),
  clock: { now: Date.now },
  // Nothing that this entry hands out is signed; a key of the instance's own is as good as none.
  secrets: createSecrets(masterKey ?? randomBytes(32)),
  images: createImages(log),
  wechat: null,
  log,
}

export const main = createCloudMain(cloud, {
  companion: createCompanion(ports, core),
  health: () => health(ports),
  purge: () => purge({ ports, settings: core }, retentionMs),
})
