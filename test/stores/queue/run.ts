/** A bad week of one merchant's photos, on two phones, from a seed; and what must be true all along and at the end. */
import { createChance, type Chance } from '../../support/chance'
import { createFakeClock, noon, type FakeClock } from '../../support/ports'
import { createFunction, jpegAt, sha256, type Fn } from './function'
import { createQueuePhone, type QueuePhone } from './phone'

const steps = 60
const day = 86_400_000

interface World {
  readonly clock: FakeClock
  readonly chance: Chance
  readonly fn: Fn
  readonly one: QueuePhone
  readonly two: QueuePhone
  /** Photo id -> path; of those that nobody took back. */
  readonly wanted: Map<string, string>
  readonly gone: Set<string>
  readonly seen: Map<string, number>
  taken: number
}

export interface Ran {
  /** Sentences; none when every promise was kept. */
  readonly broken: readonly string[]
  /** How often what happened, for whoever wants to know that it did. */
  readonly seen: ReadonlyMap<string, number>
}

export async function run(seed: number): Promise<Ran> {
  const world = await begin(seed)
  const broken: string[] = []
  for (let i = 0; i < steps && broken.length === 0; i++) {
    await step(world)
    await world.clock.advance(world.chance.below(world.chance.yes(0.2) ? 90_000 : 5_000))
    broken.push(...(await shownTooEarly(world)).map((what) => `step ${i}: ${what}`))
  }
  if (broken.length === 0) {
    await calm(world)
    broken.push(...(await atTheEnd(world)))
  }
  return { broken, seen: new Map([...world.seen, ...world.fn.answered]) }
}

async function begin(seed: number): Promise<World> {
  const clock = createFakeClock(noon, seed)
  const chance = createChance(seed * 7919)
  const fn = createFunction(clock)
  const [one, two] = [createQueuePhone({ fn, clock, chance }), createQueuePhone({ fn, clock, chance })]
  for (const phone of [one, two])
    for (const kind of ['service', 'documents'] as const) {
      const consenting = phone.stores().session.consent(kind, true)
      await clock.advance(1_000)
      await consenting
    }
  one.weather.drop = chance.pick([0, 0.1, 0.3])
  return { clock, chance, fn, one, two, wanted: new Map(), gone: new Set(), seen: new Map(), taken: 0 }
}

type Step = readonly [name: string, weight: number, act: (world: World) => Promise<void> | void]

const moves: readonly Step[] = [
  ['add', 8, add],
  ['replace', 3, replace],
  ['remove', 2, remove],
  ['remove on the other phone', 2, removeThere],
  ['cancel', 3, ({ one, chance }) => withOne(one, chance, (photoId) => one.stores().photos.cancel(photoId))],
  ['retry', 3, ({ one, chance }) => withOne(one, chance, (photoId) => one.stores().photos.retry(photoId))],
  ['kill', 4, ({ one }) => one.kill()],
  ['airplane', 2, ({ one }) => one.setOnline(false)],
  ['network', 4, ({ one }) => one.setOnline(true)],
  ['slow', 3, ({ one }) => void (one.weather.slow = true)],
  ['fast', 2, ({ one }) => void (one.weather.slow = false)],
  ['restart', 2, ({ fn }) => fn.restart()],
  ['down', 1, ({ one }) => void (one.weather.down = true)],
  ['up', 3, ({ one }) => void (one.weather.down = false)],
  ['tokens', 1, ({ fn }) => fn.forgetTokens()],
]
const draws = moves.flatMap((move) => Array.from({ length: move[1] }, () => move))

async function step(world: World): Promise<void> {
  const [name, , act] = world.chance.pick(draws)
  world.seen.set(name, (world.seen.get(name) ?? 0) + 1)
  await act(world)
}

async function add(world: World): Promise<void> {
  const path = `photo-${++world.taken}`
  const outcome = await world.one.stores().photos.add(world.chance.pick(['avatar', 'business-licence']), path)
  if (outcome.ok) world.wanted.set(outcome.photoId, path)
}

async function replace(world: World): Promise<void> {
  const old = mine(world.one, world.chance)
  if (old === undefined) return
  const path = `photo-${++world.taken}`
  const outcome = await world.one.stores().photos.replace(old, path)
  if (!outcome.ok) return
  takeBack(world, old)
  world.wanted.set(outcome.photoId, path)
}

function remove(world: World): void {
  const photoId = mine(world.one, world.chance)
  if (photoId === undefined) return
  world.one.stores().photos.remove(photoId)
  takeBack(world, photoId)
}

function removeThere(world: World): void {
  const photoId = mine(world.two, world.chance)
  if (photoId === undefined) return
  world.two.stores().photos.remove(photoId)
  takeBack(world, photoId)
}

function takeBack({ wanted, gone }: World, photoId: string): void {
  wanted.delete(photoId)
  gone.add(photoId)
}

function mine(phone: QueuePhone, chance: Chance): string | undefined {
  const photos = phone.photos().filter(({ state }) => state !== 'preparing')
  return photos.length === 0 ? undefined : chance.pick(photos).photoId
}

function withOne(phone: QueuePhone, chance: Chance, act: (photoId: string) => void): void {
  const photoId = mine(phone, chance)
  if (photoId !== undefined) act(photoId)
}

const merchantOf = ({ one }: World) => one.stores().session.getState().merchantId ?? ''

/** Nothing is shown as uploaded that the function cannot read back. */
async function shownTooEarly(world: World): Promise<readonly string[]> {
  const readable = await world.fn.readable(merchantOf(world))
  return [world.one, world.two].flatMap((phone) =>
    phone
      .photos()
      .filter(({ state, photoId, sha256: hash }) => {
        count(world, state)
        return state === 'ready' && !world.gone.has(photoId) && readable.get(photoId) !== hash
      })
      .map(({ photoId }) => `${photoId} is shown as uploaded and cannot be read`),
  )
}

const count = ({ seen }: World, what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)

/** Everything works again, and whatever has failed is asked for once more. */
async function calm({ one, two, clock }: World): Promise<void> {
  for (const { weather, setOnline } of [one, two]) {
    Object.assign(weather, { drop: 0, slow: false, down: false })
    setOnline(true)
  }
  await clock.advance(150_000)
  for (const { photoId, state } of one.photos()) if (state === 'failed') one.stores().photos.retry(photoId)
  await clock.advance(300_000)
}

async function atTheEnd(world: World): Promise<readonly string[]> {
  const { fn, one, wanted, clock } = world
  const readable = await fn.readable(merchantOf(world))
  const broken = [...wanted].flatMap(([photoId, path]) => {
    const state = one.photos().find((photo) => photo.photoId === photoId)?.state
    if (state !== 'ready') return [`${path} is ${state ?? 'gone'} on its phone`]
    return readable.get(photoId) === sha256(jpegAt(path)) ? [] : [`${path} is not what the function has`]
  })
  for (const photoId of readable.keys()) if (!wanted.has(photoId)) broken.push(`${photoId} was taken back and is there`)
  if (one.busiest() > 2) broken.push(`${one.busiest()} uploads at once`)
  if (fn.failures.length > 0) broken.push(`the function failed: ${String(fn.failures[0])}`)
  // What was given up in the middle of its pieces goes within a day.
  await clock.advance(2_000)
  one.setOnline(false)
  world.two.setOnline(false)
  clock.jump(2 * day)
  await fn.sweep()
  const left = fn.fileNames().length - 2 * wanted.size
  if (left !== 0) broken.push(`${left} files too many`)
  return broken
}
