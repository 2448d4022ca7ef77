/**
 * Keys in a folder: a small file each, `<hash of the owner>.<wrapper>`. A key is written beside its place,
 * synced and linked in: it is there whole or not at all, and of several processes that make one at once one wins.
 */
import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { link, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { clearAbandoned, codeOf, syncFolder, translated, writeSynced } from './local-files'
import { keyIn, textOf } from './key-text'
import type { KeyStore, WrappedKey } from './merchant-keys'

/** The folder may be shared by several processes. Throws when it cannot be made. */
export function createLocalKeys(root: string): KeyStore {
  const drafts = path.join(root, 'drafts')
  mkdirSync(drafts, { recursive: true, mode: 0o700 })
  clearAbandoned(drafts)
  const keys: KeyStore = {
    get: async (owner, wrapper) => (await readKey(placeOf(root, owner, wrapper)))?.wrapped ?? null,
    async add(key) {
      const place = placeOf(root, key.owner, key.wrapper)
      const draft = path.join(drafts, randomUUID())
      try {
        await writeSynced(draft, Buffer.from(textOf(key)))
        await mkdir(path.dirname(place), { recursive: true, mode: 0o700 })
        await link(draft, place).catch(unlessThere)
        for (const folder of [path.dirname(place), root]) await syncFolder(folder)
        return (await readKey(place))?.wrapped ?? (await keys.add(key))
      } catch (error) {
        throw translated(error)
      } finally {
        await rm(draft, { force: true })
      }
    },
    async destroy(owner) {
      const shard = path.dirname(placeOf(root, owner, ''))
      const mine = (await namesIn(shard)).filter((name) => name.startsWith(`${hashOf(owner)}.`))
      for (const name of mine) await rm(path.join(shard, name), { force: true })
      if (mine.length > 0) await syncFolder(shard)
    },
    async *all() {
      for (const shard of (await namesIn(root)).filter((name) => name.length === 2))
        for (const name of await namesIn(path.join(root, shard))) {
          const key = await readKey(path.join(root, shard, name))
          if (key !== null) yield key
        }
    },
  }
  return keys
}

const hashOf = (owner: string): string => createHash('sha256').update(owner).digest('hex')

function placeOf(root: string, owner: string, wrapper: string): string {
  const hash = hashOf(owner)
  return path.join(root, hash.slice(0, 2), `${hash}.${wrapper}`)
}

function unlessThere(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error
}

const absent = (error: unknown): null => {
  if (codeOf(error) !== 'ENOENT') throw translated(error)
  return null
}

const namesIn = async (folder: string): Promise<readonly string[]> => (await readdir(folder).catch(absent)) ?? []

async function readKey(place: string): Promise<WrappedKey | null> {
  const text = await readFile(place, 'utf8').catch(absent)
  return text === null ? null : keyIn(text)
}
