/** File stores sealed with keys in memory, or wherever the test wants them. */
import { createMemoryKeys } from '../../../src/server/adapters/memory-keys'
import { createMerchantKeys } from '../../../src/server/adapters/merchant-keys'
import { createSealedFiles } from '../../../src/server/adapters/sealed-files'
import type { FileStore } from '../../../src/server/core/ports'

export const masterKey = new Uint8Array(32).fill(7)

export const sealed = (inner: FileStore, keys = createMemoryKeys(), master = masterKey): FileStore =>
  createSealedFiles(inner, createMerchantKeys(keys, master), master)
