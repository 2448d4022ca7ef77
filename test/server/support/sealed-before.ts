/** A file as it was sealed before merchants had keys: a key of its own, wrapped by one of the master key's. */
import { createCipheriv, createHash, hkdfSync } from 'node:crypto'

const encrypt = (key: Uint8Array, plain: Uint8Array, aad: Uint8Array): Buffer => {
  const nonce = Buffer.alloc(12, 5)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(aad)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

export function sealedBefore(name: string, bytes: Uint8Array, masterKey: Uint8Array): Buffer {
  const kek = Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(0), 'kaitong/files', 32))
  const header = Buffer.concat([Buffer.from([1]), createHash('sha256').update(kek).digest().subarray(0, 4)])
  const aad = Buffer.concat([header, Buffer.from(name)])
  const own = Buffer.alloc(32, 9)
  return Buffer.concat([header, encrypt(kek, own, aad), encrypt(own, bytes, aad)])
}
