import { createHmac, hash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Secrets } from '../core/ports'

/** A key of its own for each purpose (RFC 5869), so that a signature for one never fits another. 32 bytes. */
export const derive = (masterKey: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(0), `kaitong/${purpose}`, 32))

/** `masterKey`: 32 bytes. */
export function createSecrets(masterKey: Uint8Array): Secrets {
  const keys = { ticket: derive(masterKey, 'ticket'), link: derive(masterKey, 'link') }
  return {
    random: (n) => randomBytes(n),
    sha256: (data) => hash('sha256', data),
    sign: (purpose, text) => createHmac('sha256', keys[purpose]).update(text).digest('base64url'),
    // Hashed first: equal lengths, whatever came in.
    same: (a, b) => timingSafeEqual(hash('sha256', a, 'buffer'), hash('sha256', b, 'buffer')),
  }
}
