/** Everything one server needs: where documents and files are kept, and the key that protects both. */
import { createMerchantKeys } from './adapters/merchant-keys'
import { createMiniProgramCodes } from './adapters/mini-program-codes'
import { createQrCodes } from './adapters/qr-codes'
import { createSealer } from './adapters/sealer'
import { createSealedFiles } from './adapters/sealed-files'
import { createSecrets } from './adapters/secrets'
import { createSqliteStore } from './adapters/sqlite'
import type { StartCheckpoints } from './adapters/sqlite-checkpoints'
import { createWechatAccess, type AccessPorts } from './adapters/wechat-access'
import { createWechatLogin } from './adapters/wechat-login'
import type { Codes, Images, Log, Ports, Store } from './core/ports'
import { checkKeys, checkMasterKey } from './key-check'
import { noImages } from './no-images'
import { masterKeyOf, openFiles, openKeys, sqliteFile } from './places'
import type { Settings } from './settings'
import { withRecogniser } from './with-recogniser'
import { withReminders } from './with-reminders'

/** Throws when the data folder, the database or the object storage cannot be used. */
export async function openPorts(
  settings: Settings,
  log: Log,
  images: Images = noImages,
  startCheckpoints?: StartCheckpoints,
): Promise<Ports> {
  const masterKey = masterKeyOf(settings)
  const store = await openStore(settings, log, startCheckpoints)
  try {
    await checkMasterKey(store, masterKey, settings.forgetSealed)
    const keys = createMerchantKeys(await openKeys(settings, log), masterKey)
    await checkKeys(store, keys, settings.forgetSealed)
    const clock = { now: Date.now }
    const files = await openFiles(settings)
    const ports: Ports = {
      store,
      files: createSealedFiles(files, keys, masterKey),
      ...(files.stock !== undefined && { stock: files.stock }),
      clock,
      secrets: createSecrets(masterKey),
      images,
      codes: codesOf(settings, { store, clock, sealer: createSealer(masterKey), log }),
      wechat: settings.wechat === null ? null : createWechatLogin(settings.wechat, log),
      inbox: null,
      log,
    }
    return withRecogniser(withReminders(ports, settings, masterKey), settings, masterKey)
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Round codes where there is a mini-program to open, else QR codes of the web version. */
const codesOf = ({ wechat }: Settings, ports: AccessPorts): Codes =>
  wechat === null ? createQrCodes() : createMiniProgramCodes(createWechatAccess(wechat, ports), ports.log)

/** PostgreSQL's driver is loaded only where it is used. */
export async function openStore(settings: Settings, log: Log, startCheckpoints?: StartCheckpoints): Promise<Store> {
  if (settings.database === null) return createSqliteStore(sqliteFile(settings), startCheckpoints)
  const { createPostgresStore } = await import('./adapters/postgres')
  return createPostgresStore(settings.database, log)
}
