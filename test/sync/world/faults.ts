/** What can strike at any step, beside the network's own mischief. */
import { hasUnsaved, openTab, type Phone } from './phone'
import type { World } from './world'

const day = 86_400_000

export interface Fault {
  readonly name: string
  strike(world: World, phone: Phone): void
}

export const faultTable: readonly Fault[] = [
  { name: 'the app is ended and started again', strike: (world, phone) => world.kill(phone) },
  {
    name: 'ended in the middle of a write',
    strike(world, phone) {
      // Right after the storage was wiped there is no older text to fall back on.
      if (phone.wiped) return
      const folder = `kt.${phone.tabs[0]?.getState().merchant ?? 'guest'}.entries`
      const how = world.chance.yes(0.5) ? 'cut' : 'digit'
      const harmed = phone.storage.damageNewest(folder, how, world.chance.next())
      world.log?.(harmed ? 'the newest slot is damaged' : 'nothing to damage')
      world.kill(phone)
    },
  },
  {
    name: 'will be ended between two of its next writes',
    strike(world, phone) {
      phone.storage.writesLeft = world.chance.below(3)
    },
  },
  {
    name: 'the storage is full, or has room again',
    strike(_world, phone) {
      phone.storage.full = !phone.storage.full
    },
  },
  {
    name: 'the storage is wiped while the app runs',
    strike(world, phone) {
      // Generations begin anew: two tabs could not tell whose text is the newer one. One tab only.
      phone.tabs = phone.tabs.slice(0, 1)
      phone.wiped = true
      phone.storage.restore(new Map())
      phone.life = world.newLife()
      world.promises.forgive(world.phones, world.there)
    },
  },
  {
    name: 'the storage is set back to an earlier state',
    strike(world, phone) {
      const { earlier } = phone
      phone.earlier = phone.storage.snapshot()
      if (earlier !== null) world.replaceStorage(phone, earlier)
    },
  },
  { name: 'the app is installed anew', strike: (world, phone) => world.replaceStorage(phone, new Map()) },
  {
    name: 'another phone is copied onto it, device id and all',
    strike(world, phone) {
      const from = world.chance.pick(world.phones)
      if (from === phone) return
      phone.account = from.account
      world.replaceStorage(phone, from.storage.snapshot())
    },
  },
  {
    name: 'a second tab is opened',
    strike(world, phone) {
      if (phone.tabs.length > 1 || phone.wiped) return
      world.unlessKilled(phone, () => {
        openTab(phone, () => world.time, world.ids).open(world.there.login(phone.account))
      })
    },
  },
  {
    name: 'the person sets its clock',
    strike(world, phone) {
      phone.skew = world.chance.pick([0, 0, 1500, -40_000, 59_000, 90_000, 400 * day, -700 * day])
    },
  },
  {
    name: 'time passes',
    strike(world) {
      world.time += world.chance.pick([60_000, day, 10 * day, 200 * day])
    },
  },
  {
    name: 'somebody else logs in',
    strike(world, phone) {
      // What there was no room for lived in the open folder only.
      if (hasUnsaved(phone)) phone.life = world.newLife()
      phone.account = 1 - phone.account
      world.unlessKilled(phone, () => {
        for (const tab of phone.tabs) tab.open(world.there.login(phone.account))
      })
      world.promises.forgive(world.phones, world.there)
    },
  },
  {
    name: 'the merchant erases everything from elsewhere',
    strike(world, phone) {
      if (world.chance.yes(0.7)) return
      world.promises.erased(world.there.erase(phone.account))
    },
  },
  {
    name: 'the function judges a photo',
    strike(world, phone) {
      const merchant = world.there.login(phone.account)
      const live = world.there.livePhotos(merchant)
      // Sometimes before the photo's own entry has come.
      world.there.writeVerdict(merchant, world.chance.yes(0.7) ? live : world.photoIds, world.chance)
    },
  },
  {
    name: 'a newer app writes what this one does not know',
    strike: (world, phone) => world.there.writeStrange(world.there.login(phone.account), world.chance.below(99)),
  },
  { name: 'the function is backed up', strike: (world) => world.there.backUp() },
  {
    name: 'the function is restored',
    strike(world) {
      world.there.restore(world.chance, world.chance.yes(0.5))
      world.promises.forgive(world.phones, world.there)
    },
  },
  {
    name: 'the function asks for a newer app, or no longer',
    strike(world) {
      world.there.minSchema = 3 - world.there.minSchema
    },
  },
  {
    name: 'the function’s processes are slow, or quick again',
    strike(world) {
      world.exchange.slowness = world.exchange.slowness > 0 ? 0 : 0.5
    },
  },
  {
    name: 'one process’s clock is off, or right again',
    strike(world) {
      world.there.skews[1] = world.there.skews[1] === 0 ? world.chance.pick([-1500, 1500, -30_000]) : 0
    },
  },
  {
    name: 'requests carry an op that the function does not know, or no longer',
    strike(world) {
      world.exchange.poison = !world.exchange.poison
    },
  },
]
