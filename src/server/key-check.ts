/**
 * The store remembers which master key its files were sealed with. A process that comes with another one
 * could open no photo, and the links that it signs would be worth nothing to the others: it does not start.
 */
import { derive } from './adapters/secrets'
import { Unusable } from './adapters/unusable'
import type { Store } from './core/ports'
import type { Kept } from './core/whole-store'

interface Fingerprint {
  readonly fingerprint: string
}

const id = 'master-key'

export const fingerprintOf = (masterKey: Uint8Array): string => derive(masterKey, 'fingerprint').toString('hex')

/** null: another document. */
export const fingerprintIn = ({ collection, id: found, value }: Kept): string | null =>
  collection === 'meta' && found === id ? (value as Fingerprint).fingerprint : null

/** `forget`: go on with the new key, and without what the old one sealed. Throws Unusable. */
export async function checkMasterKey(store: Store, masterKey: Uint8Array, forget: boolean): Promise<void> {
  const fingerprint = fingerprintOf(masterKey)
  const stored = await store.get<Fingerprint>('meta', id)
  if (stored?.value.fingerprint === fingerprint) return
  if (stored !== null && !forget)
    throw new Unusable(
      'MASTER_KEY（或 DATA_DIR/master.key）不是这个库原来用的那把，照片会打不开：请换回原来的；原来的找不回来，又不要旧照片了，就设一次 FORGET_SEALED_FILES=true。 (not the master key that this store was used with)',
    )
  // Two first starts at once: whoever was slower looks again.
  if (!(await store.put<Fingerprint>('meta', id, { fingerprint }, stored?.version ?? 0)))
    await checkMasterKey(store, masterKey, forget)
}
