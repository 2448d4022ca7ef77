/**
 * A random key for each merchant, wrapped by one derived from the master key. They are kept apart from the
 * documents and are in no backup of them: destroying a merchant's key voids their photographs everywhere,
 * in old backups too. Nothing is remembered in memory: a key that another process destroyed is gone here as well.
 */
import { createHash, randomBytes } from 'node:crypto'
import { keyBytes, seal, unseal } from './aes'
import { derive } from './secrets'

/**
 * Wrapped keys by owner, and by the name of the key that wraps them. Every one passes
 * test/server/contracts/keys.contract.ts.
 */
export interface KeyStore {
  get(owner: string, wrapper: string): Promise<Uint8Array | null>
  /** Durable when it settles. Somebody may have been faster: answers the one that is kept. */
  add(key: WrappedKey): Promise<Uint8Array>
  /** Every key of theirs, whatever wraps it. */
  destroy(owner: string): Promise<void>
  all(): AsyncIterable<WrappedKey>
}
export interface WrappedKey {
  readonly owner: string
  /** 8 hex digits. */
  readonly wrapper: string
  readonly wrapped: Uint8Array
}

export interface MerchantKey {
  /** Tells one key from another; says nothing about it. 4 bytes. */
  readonly id: Buffer
  readonly key: Buffer
}

export interface MerchantKeys {
  /** null: none was made, or it was destroyed. */
  find(owner: string): Promise<MerchantKey | null>
  /** The one there is, or a new one. */
  make(owner: string): Promise<MerchantKey>
  destroy(owner: string): Promise<void>
}

const idBytes = 4
export const keyId = (key: Uint8Array): Buffer => createHash('sha256').update(key).digest().subarray(0, idBytes)

/** `masterKey`: 32 bytes. */
export function createMerchantKeys(store: KeyStore, masterKey: Uint8Array): MerchantKeys {
  const kek = derive(masterKey, 'merchant-keys')
  const wrapper = keyId(kek).toString('hex')
  const about = (owner: string) => Buffer.from(`${wrapper}|${owner}`)
  const opened = (owner: string, wrapped: Uint8Array): MerchantKey => {
    const key = unseal(kek, wrapped, about(owner))
    return { id: keyId(key), key }
  }
  return {
    async find(owner) {
      const wrapped = await store.get(owner, wrapper)
      return wrapped === null ? null : opened(owner, wrapped)
    },
    async make(owner) {
      const kept = await store.get(owner, wrapper)
      if (kept !== null) return opened(owner, kept)
      const wrapped = seal(kek, randomBytes(keyBytes), about(owner))
      return opened(owner, await store.add({ owner, wrapper, wrapped }))
    },
    destroy: (owner) => store.destroy(owner),
  }
}
