/**
 * Encryption at rest over any file store: AES-256-GCM with a fresh key for each object, that key wrapped
 * by one derived from the master key. The object's name is authenticated, so files cannot be swapped.
 *
 * Layout: version (1) | key id (4) | nonce (12), wrapped key (32), tag (16) | nonce (12), body, tag (16).
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type { FileStore } from '../core/ports'
import { probeFiles } from './probe'
import { derive } from './secrets'

const version = 1
const cipherName = 'aes-256-gcm'
const sizes = { id: 4, nonce: 12, key: 32, tag: 16 }
const wrapAt = 1 + sizes.id
const bodyAt = wrapAt + sizes.nonce + sizes.key + sizes.tag

/** `masterKey`: 32 bytes. */
export function createSealedFiles(inner: FileStore, masterKey: Uint8Array): FileStore {
  const kek = derive(masterKey, 'files')
  const id = createHash('sha256').update(kek).digest().subarray(0, sizes.id)
  const header = Buffer.concat([Buffer.from([version]), id])
  const files: FileStore = {
    async write(name, bytes) {
      const dek = randomBytes(sizes.key)
      const aad = Buffer.concat([header, Buffer.from(name)])
      await inner.write(name, Buffer.concat([header, encrypt(kek, dek, aad), encrypt(dek, bytes, aad)]))
    },
    async read(name) {
      const sealed = await inner.read(name)
      if (sealed === null) return null
      if (!header.equals(sealed.subarray(0, wrapAt))) throw new Error('the file was sealed with another master key')
      const aad = Buffer.concat([header, Buffer.from(name)])
      const dek = decrypt(kek, sealed.subarray(wrapAt, bodyAt), aad)
      return decrypt(dek, sealed.subarray(bodyAt), aad)
    },
    remove: (name) => inner.remove(name),
    check: () => probeFiles(files),
  }
  return files
}

/** nonce | ciphertext | tag */
function encrypt(key: Uint8Array, plain: Uint8Array, aad: Uint8Array): Buffer {
  const nonce = randomBytes(sizes.nonce)
  const cipher = createCipheriv(cipherName, key, nonce).setAAD(aad)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Throws when anything was changed. */
function decrypt(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Buffer {
  const end = sealed.length - sizes.tag
  const decipher = createDecipheriv(cipherName, key, sealed.subarray(0, sizes.nonce)).setAAD(aad)
  decipher.setAuthTag(sealed.subarray(end))
  return Buffer.concat([decipher.update(sealed.subarray(sizes.nonce, end)), decipher.final()])
}
