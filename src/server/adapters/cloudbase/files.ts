/**
 * Private files and the inbox in CloudBase's storage. The SDK names files by an id that begins with the
 * environment's own prefix; it is learnt from one upload and kept.
 */
import type { FileStore, Inbox, Store, Taken } from '../../core/ports'
import { probeFiles } from '../probe'
import { translated, type CloudSdk } from './sdk'

interface Prefix {
  readonly prefix: string
}

const root = 'companion'
/** Seconds that an address lives which only this function uses. */
const ownUse = 60
const timeoutMs = 20_000
/** No stored photo is larger. */
const maxStored = 20 * 1024 * 1024

/** The id of the file at a path. */
type FileId = (path: string) => Promise<string>

export function createFileIds(cloud: CloudSdk, store: Pick<Store, 'get' | 'put'>): FileId {
  let known: string | null = null
  const learn = async (): Promise<string> => {
    const kept = await store.get<Prefix>('meta', 'cloud-files')
    if (kept !== null) return kept.value.prefix
    const path = `${root}/where`
    const { fileID } = await cloud.uploadFile({ cloudPath: path, fileContent: Buffer.from('1') })
    if (!fileID.endsWith(path)) throw new Error('the storage names files in an unknown way')
    const prefix = fileID.slice(0, -path.length)
    await store.put<Prefix>('meta', 'cloud-files', { prefix }, 0)
    return prefix
  }
  return async (path) => `${(known ??= await learn())}${path}`
}

export function createCloudFiles(cloud: CloudSdk, idOf: FileId): FileStore {
  const files: FileStore = {
    write: (key, bytes) =>
      translated(async () => {
        await cloud.uploadFile({ cloudPath: `${root}/${key}`, fileContent: Buffer.from(bytes) })
      }),
    read: (key) =>
      translated(async () => {
        const taken = await download(cloud, await idOf(`${root}/${key}`), maxStored)
        return taken.ok ? taken.bytes : null
      }),
    remove: (key) => translated(() => remove(cloud, idOf, `${root}/${key}`)),
    check: () => probeFiles(files),
    link: (key, seconds) =>
      translated(async () => {
        const address = await addressOf(cloud, await idOf(`${root}/${key}`), seconds)
        if (address === null) throw new Error('no address for a file that should be there')
        return address
      }),
  }
  return files
}

export function createCloudInbox(cloud: CloudSdk, idOf: FileId): Inbox {
  return {
    path: (ticket) => `quarantine/${ticket}`,
    take: (path, maxBytes) => translated(async () => download(cloud, await idOf(path), maxBytes)),
    remove: (path) => translated(() => remove(cloud, idOf, path)),
  }
}

async function remove(cloud: CloudSdk, idOf: FileId, path: string): Promise<void> {
  await cloud.deleteFile({ fileList: [await idOf(path)] })
}

async function addressOf(cloud: CloudSdk, fileID: string, seconds: number): Promise<string | null> {
  const { fileList } = await cloud.getTempFileURL({ fileList: [{ fileID, maxAge: seconds }] })
  const found = fileList[0]
  return found === undefined || found.status !== 0 || found.tempFileURL === '' ? null : found.tempFileURL
}

/** Stops as soon as there is more than `maxBytes`: what a phone put there may be of any size. */
async function download(cloud: CloudSdk, fileID: string, maxBytes: number): Promise<Taken> {
  const address = await addressOf(cloud, fileID, ownUse)
  if (address === null) return { ok: false, error: 'not-found' }
  const response = await fetch(encodeURI(address), { signal: AbortSignal.timeout(timeoutMs) })
  if (response.status === 404) return { ok: false, error: 'not-found' }
  if (!response.ok || response.body === null) throw new Error(`the storage answered ${response.status}`)
  return readUpTo(response.body.getReader(), maxBytes)
}

async function readUpTo(reader: ReadableStreamDefaultReader<Uint8Array>, maxBytes: number): Promise<Taken> {
  const chunks: Uint8Array[] = []
  let size = 0
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length
    if (size > maxBytes) {
      await reader.cancel()
      return { ok: false, error: 'too-large' }
    }
    chunks.push(next.value)
  }
  return { ok: true, bytes: Buffer.concat(chunks) }
}
