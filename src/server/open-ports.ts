/** Everything one server needs: SQLite, a folder, and the key that protects both. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createImages } from './adapters/images'
import { createLocalFiles } from './adapters/local-files'
import { masterKeyIn } from './adapters/master-key'
import { createSealedFiles } from './adapters/sealed-files'
import { createSecrets } from './adapters/secrets'
import { createSqliteStore } from './adapters/sqlite'
import { createWechatLogin } from './adapters/wechat-login'
import type { Log, Ports } from './core/ports'
import type { Settings } from './settings'

/** Throws when the data folder cannot be used. */
export function openPorts(settings: Settings, log: Log): Ports {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 })
  const masterKey = settings.masterKey ?? masterKeyIn(settings.dataDir)
  return {
    store: createSqliteStore(path.join(settings.dataDir, 'companion.db')),
    files: createSealedFiles(createLocalFiles(path.join(settings.dataDir, 'files')), masterKey),
    clock: { now: Date.now },
    secrets: createSecrets(masterKey),
    images: createImages(log),
    wechat: settings.wechat === null ? null : createWechatLogin(settings.wechat, log),
    inbox: null,
    log,
  }
}
