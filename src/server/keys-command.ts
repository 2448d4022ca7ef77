/**
 * The operator's command for the merchants' keys: `keys save <file>` copies them away, `keys load <file>` puts
 * them back. Kept apart from every other backup, and not longer than 7 days (docs/operator/backup.md).
 */
import { readKeys, writeKeys } from './adapters/keys-file'
import type { KeyStore, WrappedKey } from './adapters/merchant-keys'
import { ownFiles } from './adapters/probe'
import { Unusable } from './adapters/unusable'
import type { Store } from './core/ports'

/** Answers how many. */
export async function saveKeys(keys: KeyStore, file: string): Promise<number> {
  const all = await everyKey(keys)
  if (all.length === 0) throw new Unusable('这里还没有密钥：请检查 DATA_DIR 和 DATABASE_URL。 (no keys here)')
  await writeKeys(file, all)
  return all.length
}

/** Answers how many were put back. Who has been erased since stays without. Throws Unusable. */
export async function loadKeys(keys: KeyStore, store: Pick<Store, 'get'>, file: string): Promise<number> {
  const coming = readKeys(file)
  await makeRoom(keys, coming)
  let loaded = 0
  for (const key of coming) {
    if ((await store.get('erased', key.owner)) !== null) continue
    await keys.add(key)
    loaded += 1
  }
  return loaded
}

/** A server that was started once in an empty place has made a key of its own, which has sealed nothing. */
async function makeRoom(keys: KeyStore, coming: readonly WrappedKey[]): Promise<void> {
  const there = await everyKey(keys)
  const own = there.filter(({ owner }) => owner === ownFiles)
  const same = own.every((mine) => coming.some((key) => sameKey(key, mine)))
  if (same) return
  if (there.length > own.length)
    throw new Unusable('这里已经有另一套商户的密钥，不能混在一起。 (there are keys of another set here already)')
  await keys.destroy(ownFiles)
}

const sameKey = (a: WrappedKey, b: WrappedKey): boolean =>
  a.owner === b.owner && a.wrapper === b.wrapper && Buffer.compare(a.wrapped, b.wrapped) === 0

async function everyKey(keys: KeyStore): Promise<readonly WrappedKey[]> {
  const found: WrappedKey[] = []
  for await (const key of keys.all()) found.push(key)
  return found
}
