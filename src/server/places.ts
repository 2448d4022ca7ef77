/** Where things are kept on this machine, or instead of it. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { createLocalFiles } from './adapters/local-files'
import { createLocalKeys } from './adapters/local-keys'
import { masterKeyIn } from './adapters/master-key'
import type { KeyStore } from './adapters/merchant-keys'
import type { FileStore, Log } from './core/ports'
import type { Settings } from './settings'

/** The data folder, made when it is first needed: with services for everything there need be none. */
function folderOf({ dataDir }: Settings): string {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  return dataDir
}

export const masterKeyOf = (settings: Settings): Uint8Array => settings.masterKey ?? masterKeyIn(folderOf(settings))

export const sqliteFile = (settings: Settings): string => path.join(folderOf(settings), 'companion.db')

/** As they lie there: sealed. The object storage's SDK is loaded only where it is used. */
export async function openFiles(settings: Settings): Promise<FileStore> {
  if (settings.s3 === null) return createLocalFiles(path.join(folderOf(settings), 'files'))
  const { createS3Files } = await import('./adapters/s3-files')
  return createS3Files(settings.s3)
}

/** The merchants' keys are where the documents are, and in no backup of them. */
export async function openKeys(settings: Settings, log: Log): Promise<KeyStore> {
  if (settings.database === null) return createLocalKeys(path.join(folderOf(settings), 'keys'))
  const { createPostgresKeys } = await import('./adapters/postgres-keys')
  return createPostgresKeys(settings.database.url, log)
}
