/** What a login says of the merchant whom the phone took itself for, and logins that race an erasure. */
import { createMemoryStore } from '../../src/server/adapters/memory-store'
import { anyone, createTestCore, newId, type Guest, type TestCore } from './support/core'

const again = (core: TestCore, { key }: Guest, was: string) =>
  core.call(anyone, 'login', { provider: 'guest', key, was })

test('still the same: nothing is said', async () => {
  const core = createTestCore()
  const guest = await core.guest()
  expect(await again(core, guest, guest.id)).not.toHaveProperty('was')
  expect(await core.call(anyone, 'login', { provider: 'guest', key: guest.key })).not.toHaveProperty('was')
})

test('erased, gone, or somebody else', async () => {
  const core = createTestCore()
  const [guest, other] = [await core.guest(), await core.guest()]
  expect(await again(core, guest, other.id)).toMatchObject({ was: 'other', merchant: { id: guest.id } })
  expect(await again(core, guest, newId())).toMatchObject({ was: 'lost' })
  await other.call('erase-me')
  const login = await again(core, other, other.id)
  expect(login).toMatchObject({ ok: true, was: 'erased' })
  expect(login.merchant).not.toEqual({ id: other.id })
  expect(await again(core, guest, "x' OR 1=1")).toMatchObject({ ok: false, error: 'bad-request' })
})

test('deleted because the time was over', async () => {
  const core = createTestCore()
  const guest = await core.guest()
  await core.ports.store.put('erased', 'A'.repeat(22), { at: 1, by: 'retention' }, 0)
  await core.ports.store.put('erased', 'B'.repeat(22), { at: 1 }, 0)
  expect(await again(core, guest, 'A'.repeat(22))).toMatchObject({ was: 'expired' })
  expect(await again(core, guest, 'B'.repeat(22))).toMatchObject({ was: 'erased' })
})

test('a login in the middle of an erasure: no document of the erased merchant comes back', async () => {
  const store = createMemoryStore()
  let erase: (() => Promise<unknown>) | null = null
  const core = createTestCore({
    store: {
      ...store,
      async get(collection, id) {
        const found = await store.get<never>(collection, id)
        // Between the look at the list of erasures and the look at the merchant.
        if (collection === 'erased' && erase !== null) {
          const run = erase
          erase = null
          await run()
        }
        return found
      },
    },
  })
  const guest = await core.guest()
  erase = () => guest.call('erase-me')
  const login = (await core.call(anyone, 'login', { provider: 'guest', key: guest.key })) as unknown as {
    merchant: { id: string }
  }
  expect(login.merchant.id).not.toBe(guest.id)
  expect(await store.get('merchants', guest.id)).toBeNull()
  expect(await store.get('merchants', login.merchant.id)).not.toBeNull()
})
