/**
 * Files in a folder. A key becomes a hash, so no name from outside ever reaches the file system. A file
 * is written beside its place, synced and moved in: it is there whole or not at all.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { StorageFull, type FileStore } from '../core/ports'
import { probeFiles } from './probe'

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/** Throws when the folder cannot be made. What an earlier run left half-written is cleared away. */
export function createLocalFiles(root: string): FileStore {
  const drafts = path.join(root, 'drafts')
  rmSync(drafts, { recursive: true, force: true })
  mkdirSync(drafts, { recursive: true, mode: 0o700 })
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
        throw error
      }
    },
    async remove(key) {
      await rm(placeOf(root, key), { force: true })
    },
    check: () => probeFiles(files),
  }
  return files
}

/** Two levels of 256 folders each. */
function placeOf(root: string, key: string): string {
  const hash = createHash('sha256').update(key).digest('hex')
  return path.join(root, hash.slice(0, 2), hash.slice(2, 4), hash.slice(4))
}

async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
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
  for (const each of [folder, path.dirname(folder), root]) {
    const handle = await open(each, 'r')
    await handle.sync()
    await handle.close()
  }
}

function translated(error: unknown): unknown {
  const full = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error) ?? '')
  return full ? new StorageFull('the disk has no room left', { cause: error }) : error
}
