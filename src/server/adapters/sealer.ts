/** Short texts sealed for the store: AES-256-GCM under a key of its own, bound to the place they are for. */
import type { Sealer } from '../core/ports'
import { seal, sealBytes, unseal } from './aes'
import { derive } from './secrets'

/** `masterKey`: 32 bytes. The sealed text is base64url of what aes.ts makes. */
export function createSealer(masterKey: Uint8Array): Sealer {
  const key = derive(masterKey, 'sealed-texts')
  return {
    seal: (text, place) => seal(key, Buffer.from(text), Buffer.from(place)).toString('base64url'),
    open(sealed, place) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < sealBytes) return null
      try {
        return unseal(key, bytes, Buffer.from(place)).toString('utf8')
      } catch {
        return null // another key, another place, or changed
      }
    },
  }
}
