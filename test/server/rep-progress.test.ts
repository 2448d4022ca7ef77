/**
 * What a rep sees is what a recount of the merchants' own documents gives, whatever happens in between: random
 * merchants, reps and reviews at once on one store that fails before and after its writes.
 */
import { createMemoryStore } from '../../src/server/adapters/memory-store'
import { addRep, newScene, revokeRep } from '../../src/server/core/reps'
import { progressRow } from '../../src/server/core/progress-row'
import { recount, recountWhenNew } from '../../src/server/core/recount'
import type { Store } from '../../src/server/core/ports'
import type { MerchantRecord, ProgressRecord, SceneRecord } from '../../src/server/core/records'
import { everyOf } from '../../src/server/core/every'
import { createChance, type Chance } from '../support/chance'
import { createTestCore, type Guest, type TestCore } from './support/core'
import { createRep, enter, joinedMerchant, standalone, ticksOf } from './support/reps'

const hour = 3_600_000

/** A store whose process dies now and then: before a write, or after it and before the answer. */
function mortal(chance: Chance): { store: Store; alive: { mortal: boolean } } {
  const alive = { mortal: false }
  const store = createMemoryStore()
  const dies = () => alive.mortal && chance.yes(0.05)
  const around = async <T>(write: () => Promise<T>): Promise<T> => {
    if (dies()) throw new Error('killed before the write')
    const done = await write()
    if (dies()) throw new Error('killed after the write')
    return done
  }
  return {
    alive,
    store: {
      ...store,
      put: (...call) => around(() => store.put(...call)),
      remove: (...call) => around(() => store.remove(...call)),
    },
  }
}

async function rowsAndRecount(store: Store) {
  const rows = new Map<string, ProgressRecord>()
  for await (const { id, value } of everyOf<ProgressRecord>(store, 'progress')) rows.set(id, value)
  const counted = new Map<string, ProgressRecord>()
  for await (const { id, value } of everyOf<MerchantRecord>(store, 'merchants')) {
    const row = progressRow(value)
    if (row !== null) counted.set(id, row)
  }
  return { rows, counted }
}

const kinds = ['service', 'documents', 'share-progress', 'share-photos']

function someDeed(core: TestCore, chance: Chance, guests: Guest[], scenes: readonly string[]): Promise<unknown> {
  const guest = chance.pick(guests)
  const dice = chance.below(10)
  if (dice < 3) {
    const ticks = Object.entries({ ...standalone, ...ticksOf(core.ports.clock.now()) })
    const some = ticks
      .filter(() => chance.yes(0.2))
      .map(([key, value]) => [key, chance.yes(0.9) ? value : null] as const)
    return enter(core, guest, { ...Object.fromEntries(some), 't.shop.name': `店${chance.below(99)}` })
  }
  if (dice < 6) return guest.call('join', { scene: chance.pick(scenes), move: chance.yes(0.5) })
  if (dice < 8)
    return guest.call('consent', {
      kind: chance.pick(kinds),
      granted: chance.yes(0.7),
      version: String(chance.below(2)),
    })
  if (dice < 9) return guest.call('leave')
  return chance.yes(0.3) ? guest.call('erase-me') : guest.call('export-me')
}

test.each(Array.from({ length: 20 }, (_each, seed) => seed))('seed %i', async (seed) => {
  const chance = createChance(seed)
  const { store, alive } = mortal(chance)
  const core = createTestCore({ store })
  const scenes: string[] = []
  const reps: string[] = []
  for (const name of ['林晓', '陈默']) {
    const { id } = await addRep(core.ports, { name, company: '青禾软件' })
    reps.push(id)
    scenes.push((await newScene(core.ports, id, '展会')) ?? '')
  }
  const guests = await Promise.all(Array.from({ length: 5 }, () => core.guest()))
  for (const guest of guests) await guest.consent('service', 'share-progress')
  alive.mortal = true
  for (let step = 0; step < 40; step++) {
    core.advance(chance.below(hour))
    if (step === 30 && chance.yes(0.3)) await revokeRep(core.ports, reps[0] ?? '').catch(() => undefined)
    const deeds = Array.from({ length: 3 }, () => someDeed(core, chance, guests, scenes))
    await Promise.allSettled(deeds)
    const { rows, counted } = await rowsAndRecount(store)
    expect(rows).toEqual(counted)
  }
  alive.mortal = false
  expect(await recount({ store })).toBe(0)
  // A count may lag behind where the process died after the merchant had joined, never run ahead.
  for (const scene of scenes) {
    const there = (await store.get<SceneRecord>('scenes', scene))?.value.count ?? 0
    expect(there).toBeLessThanOrEqual(120)
  }
})

test('a control: a store that forgets the row beside a document is found out', async () => {
  const core = createTestCore()
  const rep = await createRep(core)
  const { put } = core.ports.store
  core.ports.store.put = (collection, id, value, expected) => put(collection, id, value, expected)
  await joinedMerchant(core, rep, standalone)
  const { rows, counted } = await rowsAndRecount(core.ports.store)
  expect(rows).not.toEqual(counted)
  core.ports.store.put = put
  expect(await recount(core.ports)).toBe(1)
  expect(await rowsAndRecount(core.ports.store)).toMatchObject({ rows: counted })
})

test('a new version counts again, once', async () => {
  const core = createTestCore()
  const rep = await createRep(core)
  const guest = await joinedMerchant(core, rep, standalone)
  const stored = await core.ports.store.get<MerchantRecord>('merchants', guest.id)
  const stale = { rep: rep.id, week: 'of an older version' }
  await core.ports.store.put('merchants', guest.id, stored?.value ?? {}, stored?.version ?? 0, stale)
  expect(await recountWhenNew(core.ports)).toBe(1)
  expect((await core.ports.store.get<ProgressRecord>('progress', guest.id))?.value).toMatchObject({ scene: rep.scene })
  const again = await core.ports.store.get<MerchantRecord>('merchants', guest.id)
  await core.ports.store.put('merchants', guest.id, again?.value ?? {}, again?.version ?? 0, stale)
  expect(await recountWhenNew(core.ports)).toBe(0)
})
