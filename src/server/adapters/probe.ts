/** Health checks that really write and read. */
import type { FileStore, Store } from '../core/ports'

/** Somebody else's probe at the same moment proves as much: the swap may fail. */
export async function probeStore(store: Pick<Store, 'get' | 'put'>): Promise<void> {
  const stored = await store.get<{ n: number }>('meta', 'health')
  await store.put('meta', 'health', { n: (stored?.value.n ?? 0) + 1 }, stored?.version ?? 0)
  if ((await store.get('meta', 'health')) === null) throw new Error('the probe document was not stored')
}

const key = 'health/probe'
/** Files that belong to no merchant. */
export const ownFiles = 'function'

export async function probeFiles(files: Pick<FileStore, 'write' | 'read'>): Promise<void> {
  await files.write(key, new Uint8Array([1]), ownFiles)
  if ((await files.read(key, ownFiles))?.length !== 1) throw new Error('the probe file was not stored')
}
