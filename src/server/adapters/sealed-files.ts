/**
 * Encryption at rest over any file store: AES-256-GCM with a fresh key for each object, that key wrapped by
 * its merchant's own. Whose it is and what it is called are authenticated, so files cannot be swapped.
 *
 * Layout: version (1) | key id (4) | nonce (12), wrapped key (32), tag (16) | nonce (12), body, tag (16).
 * Version 1, from before merchants had keys, is wrapped by a key of the master key's; it is only read.
 */
import { randomBytes } from 'node:crypto'
import type { FileStore } from '../core/ports'
import { keyBytes, seal, sealBytes, unseal } from './aes'
import { keyId, type MerchantKey, type MerchantKeys } from './merchant-keys'
import { probeFiles } from './probe'
import { derive } from './secrets'

const formats = { master: 1, merchant: 2 } as const
const headerBytes = 5
const bodyAt = headerBytes + keyBytes + sealBytes

/** `masterKey`: 32 bytes; for objects of version 1. */
export function createSealedFiles(inner: FileStore, keys: MerchantKeys, masterKey: Uint8Array): FileStore {
  const former = derive(masterKey, 'files')
  const keyOf = async (format: number | undefined, owner: string): Promise<MerchantKey> => {
    if (format === formats.master) return { id: keyId(former), key: former }
    if (format !== formats.merchant) throw new Error('not a sealed file')
    const found = await keys.find(owner)
    if (found === null) throw new Error('the key of this merchant is gone')
    return found
  }
  const files: FileStore = {
    async write(name, bytes, owner) {
      const { id, key } = await keys.make(owner)
      const header = Buffer.concat([Buffer.from([formats.merchant]), id])
      const about = aboutOf(header, owner, name)
      const own = randomBytes(keyBytes)
      await inner.write(name, Buffer.concat([header, seal(key, own, about), seal(own, bytes, about)]), owner)
    },
    async read(name, owner) {
      const sealed = await inner.read(name, owner)
      if (sealed === null) return null
      const header = sealed.subarray(0, headerBytes)
      const { id, key } = await keyOf(header[0], owner)
      if (!id.equals(header.subarray(1))) throw new Error('the file was sealed with another master key, or key')
      const about = aboutOf(header, owner, name)
      return unseal(unseal(key, sealed.subarray(headerBytes, bodyAt), about), sealed.subarray(bodyAt), about)
    },
    remove: (name) => inner.remove(name),
    check: () => probeFiles(files),
    forget: (owner) => keys.destroy(owner),
  }
  return files
}

/** merchant | file | version. A file's name is made of its photograph's; version 1 knew nothing of merchants. */
const aboutOf = (header: Uint8Array, owner: string, name: string): Buffer =>
  Buffer.concat([header, Buffer.from(header[0] === formats.master ? name : `${owner}|${name}`)])
