/**
 * Files in a folder. A key becomes a hash, so no name from outside ever reaches the file system. A file
 * is written beside its place, synced and moved in: it is there whole or not at all.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { mkdir, open, opendir, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { StorageFull, Unavailable, type FileStore } from '../core/ports'
import type { Stock } from '../core/stock'
import { probeFiles } from './probe'

export const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/** No write takes that long (ms): an older draft is of a process that was killed. */
const abandonedMs = 3_600_000

/** The folder may be shared by several processes. Throws when it cannot be made. */
export function createLocalFiles(root: string): FileStore {
  const drafts = path.join(root, 'drafts')
  mkdirSync(drafts, { recursive: true, mode: 0o700 })
  clearAbandoned(drafts)
  const files: FileStore = {
    async write(key, bytes) {
      const target = placeOf(root, key)
      const draft = path.join(drafts, randomUUID())
      try {
        await writeSynced(draft, bytes)
        await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
        await rename(draft, target)
        await syncFolders(root, path.dirname(target))
      } catch (error) {
        await rm(draft, { force: true })
        throw translated(error)
      }
    },
    async read(key) {
      try {
        return await readFile(placeOf(root, key))
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null
        throw translated(error)
      }
    },
    async remove(key) {
      await rm(placeOf(root, key), { force: true })
    },
    check: () => probeFiles(files),
    stock: stockOf(root),
  }
  return files
}

/** Another process may be writing its own draft, or clearing the same one. */
export function clearAbandoned(drafts: string): void {
  for (const name of readdirSync(drafts)) {
    const draft = path.join(drafts, name)
    const { mtimeMs } = statSync(draft, { throwIfNoEntry: false }) ?? {}
    if (mtimeMs !== undefined && mtimeMs < Date.now() - abandonedMs) rmSync(draft, { recursive: true, force: true })
  }
}

/** Two levels of 256 folders each. */
function nameOf(key: string): string {
  const hash = createHash('sha256').update(key).digest('hex')
  return path.join(hash.slice(0, 2), hash.slice(2, 4), hash.slice(4))
}
const placeOf = (root: string, key: string): string => path.join(root, nameOf(key))

/** Drafts lie there too, and belong to no key. */
const stockOf = (root: string): Stock => ({
  nameOf,
  async *list() {
    for await (const { parentPath, name } of await opendir(root, { recursive: true })) {
      const file = path.join(parentPath, name)
      const found = await stat(file).catch(() => null) // gone meanwhile
      if (found?.isFile() === true) yield { name: path.relative(root, file), modified: found.mtimeMs }
    }
  },
  discard: (name) => rm(path.join(root, name), { force: true }),
})

export async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A new name is durable when its folder is synced; the folders above may be new too. */
async function syncFolders(root: string, folder: string): Promise<void> {
  for (const each of [folder, path.dirname(folder), root]) await syncFolder(each)
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

export function translated(error: unknown): unknown {
  const code = codeOf(error) ?? ''
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
    return new StorageFull('the disk has no room left', { cause: error })
  // A network folder that is away.
  if (['EIO', 'ESTALE', 'ETIMEDOUT', 'EHOSTDOWN', 'EROFS'].includes(code))
    return new Unavailable('the folder does not answer', { cause: error })
  return error
}
