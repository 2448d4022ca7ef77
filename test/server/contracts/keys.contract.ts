/** What every key store must do. */
import { randomBytes } from 'node:crypto'
import { createMerchantKeys, type KeyStore, type WrappedKey } from '../../../src/server/adapters/merchant-keys'

export interface KeysUnderTest {
  readonly keys: KeyStore
  /** The same keys, as another process has them. */
  readonly again: () => Promise<KeyStore>
  readonly tearDown: () => Promise<void>
}

const wrapper = '0a1b2c3d'
const newKey = (owner: string, by = wrapper): WrappedKey => ({ owner, wrapper: by, wrapped: randomBytes(60) })
const hex = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString('hex'))
const ownersIn = async (keys: KeyStore) => {
  const found: string[] = []
  for await (const { owner, wrapper: by } of keys.all()) found.push(`${owner} ${by}`)
  return found.sort()
}

/** `many`: more than the store fetches at once. */
export function describeKeys(name: string, many: number, setUp: () => Promise<KeysUnderTest>): void {
  describe(`${name}: the key store's contract`, () => {
    let under: KeysUnderTest
    beforeEach(async () => {
      under = await setUp()
    })
    afterEach(() => under.tearDown())

    test('what is not there is null, and destroying it is fine', async () => {
      expect(await under.keys.get('nobody', wrapper)).toBeNull()
      await under.keys.destroy('nobody')
    })

    test('the first one stays, for every process', async () => {
      const [first, second] = [newKey('A'), newKey('A')]
      expect(hex(await under.keys.add(first))).toBe(hex(first.wrapped))
      const other = await under.again()
      expect(hex(await other.add(second))).toBe(hex(first.wrapped))
      expect(hex(await other.get('A', wrapper))).toBe(hex(first.wrapped))
    })

    test('many make one at once: all get the same', async () => {
      const stores = [under.keys, await under.again(), await under.again()]
      const made = await Promise.all(
        Array.from({ length: 24 }, (_, i) =>
          createMerchantKeys(stores[i % 3] ?? under.keys, new Uint8Array(32)).make('A'),
        ),
      )
      expect(new Set(made.map(({ key }) => hex(key))).size).toBe(1)
    })

    test('owners and wrappers do not touch one another; destroying takes all of one owner', async () => {
      for (const key of [newKey('A'), newKey('A', 'ffffffff'), newKey('AB'), newKey('a')]) await under.keys.add(key)
      expect(await ownersIn(under.keys)).toEqual([`A ${wrapper}`, 'A ffffffff', `AB ${wrapper}`, `a ${wrapper}`].sort())
      await (await under.again()).destroy('A')
      expect(await ownersIn(under.keys)).toEqual([`AB ${wrapper}`, `a ${wrapper}`].sort())
      expect(await under.keys.get('A', wrapper)).toBeNull()
      const anew = newKey('A')
      expect(hex(await under.keys.add(anew))).toBe(hex(anew.wrapped))
    })

    test('all of many', async () => {
      const names = Array.from({ length: many }, (_, i) => `owner-${i}`)
      await Promise.all(names.map((owner) => under.keys.add(newKey(owner))))
      expect(await ownersIn(under.keys)).toEqual(names.map((owner) => `${owner} ${wrapper}`).sort())
    })
  })
}
