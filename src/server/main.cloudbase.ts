/** The function as a WeChat cloud function: CloudBase's database and storage, the call's own identity. */
import { randomBytes } from 'node:crypto'
import * as sdk from 'wx-server-sdk'
import { createCloudFiles, createCloudInbox, createFileIds } from './adapters/cloudbase/files'
import { createCloudMain, type CloudApi } from './adapters/cloudbase/main'
import type { CloudSdk } from './adapters/cloudbase/sdk'
import { openOrder } from './adapters/cloudbase/operator'
import { createCloudStore } from './adapters/cloudbase/store'
import { createImages } from './adapters/images'
import { createJsonLog } from './adapters/json-log'
import { createCloudCodes } from './adapters/cloudbase/codes'
import { createCloudMessages } from './adapters/cloudbase/messages'
import { createCloudRecogniser } from './adapters/cloudbase/recogniser'
import { createSealer } from './adapters/sealer'
import { createSecrets } from './adapters/secrets'
import { chinaTime } from '#domain/calendar'
import { cloudVariables } from './cloud-settings'
import { createCompanion } from './core/companion'
import { health } from './core/health'
import { sweepDesks } from './core/desks'
import { sweepOrphans } from './core/orphans'
import { recountWhenNew } from './core/recount'
import { sendDue } from './core/reminders-due'
import { purge } from './core/retention'
import type { Ports } from './core/ports'
import { runRep } from './rep-command'
import { readSettings } from './settings'

sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV as unknown as string })
const cloud = sdk as unknown as CloudSdk

const log = createJsonLog((line) => console.log(line))
const read = readSettings(cloudVariables(process.env))
if (!read.ok) throw new Error(`环境变量不对 (wrong environment variables): ${read.problems.join('; ')}`)
const { core, licenceOcr, masterKey, reminder, retentionMs, sensitivePerMinute } = read.settings
// Openids are sealed by it, and every instance must be able to open them.
if (reminder !== null && masterKey === null)
  throw new Error('REMINDER_TEMPLATE 要和 MASTER_KEY 一起填 (they go together)')

const store = createCloudStore(cloud.database())
const idOf = createFileIds(cloud, store)
const clock = { now: Date.now }
const ports: Ports = {
  store,
  files: createCloudFiles(cloud, idOf),
  inbox: createCloudInbox(cloud, idOf),
  clock,
  // Nothing that this entry hands out is signed; a key of the instance's own is as good as none.
  secrets: createSecrets(masterKey ?? randomBytes(32)),
  // In this process: an instance is a container of its own with its own memory and time, and has one call at
  // a time (https://tencentcloud.com/zh/document/product/583/37040). A picture that ends it ends that call.
  images: createImages(log),
  codes: createCloudCodes(cloud, log),
  wechat: null,
  log,
  ...(reminder !== null &&
    masterKey !== null && {
      reminders: {
        template: reminder.id,
        messages: createCloudMessages(cloud, reminder, log),
        sealer: createSealer(masterKey),
      },
    }),
  ...(licenceOcr && { recogniser: createCloudRecogniser(cloud, { store, clock, log }) }),
}
/** The platform allows one timer a function, so it comes every hour; deleting has its own. */
const purgeHour = 3
/** Well within the time-out that the operator's guide asks for (60 s). */
const remindMs = 30_000

/** Every hour what is over in minutes, once a day what is over in months. */
async function sweep(): Promise<number> {
  await sweepDesks(ports)
  if (chinaTime(Date.now()).hour !== purgeHour) return 0
  await sweepOrphans({ ports, settings: core })
  return purge({ ports, settings: core }, retentionMs)
}

const api: CloudApi = {
  companion: createCompanion(ports, core),
  health: () => health(ports),
  operator: async (order) => {
    const args = masterKey === null ? null : openOrder(masterKey, order, Date.now())
    return args === null ? null : (await runRep(ports, core.publicUrl, args)).lines
  },
  recount: () => recountWhenNew(ports),
  remind: () => sendDue({ ports, settings: core }, remindMs),
  purge: sweep,
}
export const main = createCloudMain(cloud, api, sensitivePerMinute)
