/** Backup and restore of the configured store, as the operator's commands use them. */
import { checkBackup, readBackup, writeBackup, type Contents } from './adapters/backup-file'
import { createMerchantKeys, type MerchantKeys } from './adapters/merchant-keys'
import { createSealedFiles } from './adapters/sealed-files'
import { createSecrets } from './adapters/secrets'
import { Unusable } from './adapters/unusable'
import { createSqliteWhole } from './adapters/sqlite-whole'
import type { Core } from './core/action'
import { newId } from './core/ids'
import { restore, type Restored } from './core/restore'
import type { ErasedRecord } from './core/records'
import type { WholeStore } from './core/whole-store'
import { checkKeys, checkMasterKey, fingerprintIn, fingerprintOf } from './key-check'
import { noImages } from './no-images'
import { masterKeyOf, openFiles, openKeys, sqliteFile } from './places'
import type { Settings } from './settings'

export type Progress = (stage: string, done: number, total: number) => void

async function openWhole(settings: Settings): Promise<WholeStore> {
  if (settings.database === null) return createSqliteWhole(sqliteFile(settings))
  const { createPostgresWhole } = await import('./adapters/postgres-whole')
  return createPostgresWhole(settings.database.url)
}

/** Everything but the photos' files, as of one moment, while the server goes on. Read back before it counts as done. */
export async function backup(settings: Settings, file: string, progress: Progress): Promise<Contents> {
  const whole = await openWhole(settings)
  const made = Date.now()
  await whole.snapshot(async (documents, total) => {
    // A server that ran once has left something: nothing at all is the wrong place.
    if (total === 0)
      throw new Unusable('库是空的，没有什么可备份：请检查 DATA_DIR 和 DATABASE_URL。 (the store is empty)')
    await writeBackup(file, made, documents, (done) => progress('备份', done, total))
  })
  const contents = await checkBackup(file, () => undefined)
  await whole.close()
  return contents
}

export interface RestoreWish {
  readonly file: string
  /** What is in the store now may go. */
  readonly replace: boolean
  /** Later backups whose list of erased merchants counts too. */
  readonly erasedFrom: readonly string[]
}

/** Nothing is touched before the file is known to be whole and to fit. Throws Unusable. */
export async function restoreBackup(
  settings: Settings,
  { file, replace, erasedFrom }: RestoreWish,
  progress: Progress,
): Promise<Restored & Contents> {
  const masterKey = masterKeyOf(settings)
  let sealedWith: string | null = null
  let looked = 0
  const contents = await checkBackup(file, (document) => {
    sealedWith = fingerprintIn(document) ?? sealedWith
    if (++looked % 1000 === 0) progress('检查备份', looked, 0)
  })
  if (sealedWith !== null && sealedWith !== fingerprintOf(masterKey) && !settings.forgetSealed)
    throw new Unusable('这份备份里的照片是用另一把 MASTER_KEY 加密的：请换成当时的那把。 (another master key)')
  const erased = await erasedIn(erasedFrom)
  const whole = await openWhole(settings)
  if (!replace && !(await whole.isEmpty()))
    throw new Unusable('库里已经有资料，恢复会整个换掉：先备份一份，再加上 --yes。 (the store is not empty, add --yes)')
  const keys = createMerchantKeys(await openKeys(settings, silent), masterKey)
  const restored = await restore(await coreOf(settings, masterKey, keys), whole, {
    documents: readBackup(file),
    erased,
    epoch: newId(createSecrets(masterKey)),
    onProgress: (done) => progress('恢复', done, contents.documents),
    async check(store) {
      await checkMasterKey(store, masterKey, settings.forgetSealed)
      await checkKeys(store, keys, settings.forgetSealed)
    },
  })
  await whole.close()
  return { ...contents, ...restored }
}

async function erasedIn(files: readonly string[]): Promise<ReadonlyMap<string, ErasedRecord>> {
  const erased = new Map<string, ErasedRecord>()
  for (const file of files)
    await checkBackup(file, ({ collection, id, value }) => {
      if (collection === 'erased') erased.set(id, value as ErasedRecord)
    })
  return erased
}

const silent = { info: () => undefined, error: () => undefined }

/** What erasing needs; the store is the one that is being filled. */
async function coreOf(settings: Settings, masterKey: Uint8Array, keys: MerchantKeys): Promise<Core> {
  const unused = () => Promise.reject(new Error('not used by a restore'))
  const ports = {
    store: { get: unused, put: unused, remove: unused, list: unused, tally: unused, check: unused, close: unused },
    files: createSealedFiles(await openFiles(settings), keys, masterKey),
    clock: { now: Date.now },
    secrets: createSecrets(masterKey),
    codes: { kind: 'qr' as const, draw: unused },
    images: noImages,
    wechat: null,
    inbox: null,
    log: silent,
  }
  return { ports, settings: settings.core }
}
