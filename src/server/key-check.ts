/**
 * The store remembers which master key its files were sealed with, and which set of merchants' keys. A process
 * that comes with others could open no photo, and the links that it signs would be worth nothing to the rest:
 * it does not start.
 */
import type { MerchantKeys } from './adapters/merchant-keys'
import { ownFiles } from './adapters/probe'
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

const keysId = 'merchant-keys'

interface KeySet {
  /** Of the key that belongs to no merchant. */
  readonly own: string
}

/** `forget`: go on with the set that is there, and without what the other one sealed. Throws Unusable. */
export async function checkKeys(store: Store, keys: MerchantKeys, forget: boolean): Promise<void> {
  const stored = await store.get<KeySet>('meta', keysId)
  const found = (await keys.find(ownFiles))?.id.toString('hex')
  if (stored !== null && stored.value.own === found) return
  if (stored !== null && !forget)
    throw new Unusable(
      "商户的密钥不在这里，照片会打不开：请先用 npm run keys -- load <文件> 放回来；找不回来，又不要旧照片了，就设一次 FORGET_SEALED_FILES=true。 (the merchants' keys that this store was used with are not here)",
    )
  const own = (await keys.make(ownFiles)).id.toString('hex')
  if (!(await store.put<KeySet>('meta', keysId, { own }, stored?.version ?? 0))) await checkKeys(store, keys, forget)
}
