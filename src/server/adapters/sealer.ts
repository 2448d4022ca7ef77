/** Short texts sealed for the store: AES-256-GCM under a key of its own, bound to the place they are for. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Sealer } from '../core/ports'
import { derive } from './secrets'

const cipherName = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** `masterKey`: 32 bytes. The sealed text is base64url of nonce | ciphertext | tag. */
export function createSealer(masterKey: Uint8Array): Sealer {
  const key = derive(masterKey, 'sealed-texts')
  return {
    seal(text, place) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(cipherName, key, nonce).setAAD(Buffer.from(place))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')
    },
    open(sealed, place) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < nonceBytes + tagBytes) return null
      const end = bytes.length - tagBytes
      const decipher = createDecipheriv(cipherName, key, bytes.subarray(0, nonceBytes)).setAAD(Buffer.from(place))
      decipher.setAuthTag(bytes.subarray(end))
      try {
        return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, end)), decipher.final()]).toString('utf8')
      } catch {
        return null // another key, another place, or changed
      }
    },
  }
}
