/** AES-256-GCM with a random nonce (NIST SP 800-38D): nonce (12) | ciphertext | tag (16). */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const name = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16
export const keyBytes = 32
/** What sealing adds. */
export const sealBytes = nonceBytes + tagBytes

/** `about` is authenticated, not kept: opening takes the same. */
export function seal(key: Uint8Array, plain: Uint8Array, about: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(name, key, nonce).setAAD(about)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Throws when anything was changed. */
export function unseal(key: Uint8Array, sealed: Uint8Array, about: Uint8Array): Buffer {
  const end = sealed.length - tagBytes
  const decipher = createDecipheriv(name, key, sealed.subarray(0, nonceBytes)).setAAD(about)
  decipher.setAuthTag(sealed.subarray(end))
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes, end)), decipher.final()])
}
