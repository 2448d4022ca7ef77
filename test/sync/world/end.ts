/** The end of a run: the network is good again, everybody agrees within a few exchanges, and nothing is lost. */
import { digest } from '#sync/digest'
import { entriesOf } from '#sync/doc'
import { copyOf } from '../support'
import { isOthers } from './edits'
import { folderOf, type Phone } from './phone'
import type { World } from './world'

/** Exchanges of all phones in which everything must have settled. */
const rounds = 4

export function settle(world: World): void {
  const { network, there, exchange } = world
  calm(world)
  while (!network.empty && world.chance.yes(0.95)) exchange.deliver()
  network.clear()
  agree(world)
  check(world)
  // Copies of old messages turn up days later; their answers are heard as well.
  if (network.attic.length === 0) return
  world.time += 3 * 86_400_000
  const before = there.docs
  for (const mail of network.attic) exchange.deliver(mail)
  while (!network.empty) exchange.deliver()
  network.attic = []
  agree(world)
  check(world)
  if (before.size !== there.docs.size) throw new Error('a merchant came or went')
}

/** Nothing more goes wrong: room on every phone, right clocks at the function, one tab each, one app version. */
function calm({ phones, there, exchange, log, time }: World): void {
  log?.('everything is well again')
  there.minSchema = 1
  there.skews[1] = 0
  exchange.slowness = 0
  exchange.poison = false
  for (const phone of phones) {
    phone.storage.full = false
    phone.storage.writesLeft = Infinity
    // The first write after a time without room keeps everything that was held in memory.
    for (const tab of phone.tabs) if (tab.getState().storageFull) tab.heardTime(time)
    phone.tabs = phone.tabs.slice(0, 1)
  }
}

/** Each phone looks at each account it has something of, the one it is logged in to last. */
function agree(world: World): void {
  for (let round = 0; round < rounds; round++) {
    for (const phone of world.phones) {
      const others = [1 - phone.account, phone.account]
      for (const account of others) if (round < rounds) visit(world, phone, account)
    }
    if (world.phones.every((phone) => agrees(world, phone))) return
  }
}

function visit({ there, exchange }: World, phone: Phone, account: number): void {
  const merchant = there.login(account)
  const [tab] = phone.tabs
  if (tab === undefined || (account !== phone.account && folderOf(phone, merchant) === undefined)) return
  const { account: own } = phone
  phone.account = account
  tab.open(merchant)
  exchange.settle(phone, tab)
  phone.account = own
}

function agrees({ there }: World, phone: Phone): boolean {
  const merchant = there.login(phone.account)
  const doc = there.docs.get(merchant)
  const replica = folderOf(phone, merchant)?.replica
  if (doc === undefined || replica === undefined) return false
  return replica.pending.size === replica.held.size && replica.ver === doc.ver && replica.ep === doc.ep
}

function check(world: World): void {
  const { there, phones } = world
  for (const phone of phones) checkPhone(world, phone)
  for (const [merchant, doc] of there.docs) {
    const keys = new Set(doc.entries.map(({ k }) => k))
    if (keys.size !== doc.entries.length) throw new Error('a key twice')
    for (const key of keys) if (isOthers(key, Number(merchant[1]))) throw new Error(`another's entry: ${key}`)
  }
  world.promises.check(there, phones)
}

function checkPhone({ there }: World, phone: Phone): void {
  const merchant = there.login(phone.account)
  const doc = there.docs.get(merchant)
  const replica = folderOf(phone, merchant)?.replica
  const [tab] = phone.tabs
  if (doc === undefined || replica === undefined || tab === undefined) throw new Error('nothing stored')
  const waiting = [...replica.pending.keys()].filter((key) => !replica.held.has(key))
  if (waiting.length > 0) throw new Error(`still pending: ${waiting.join()}`)
  if (digest(replica.base) !== digest(copyOf(doc))) throw new Error('copies differ')
  const expected = new Map(entriesOf(doc))
  for (const key of replica.held.keys()) expected.set(key, replica.pending.get(key)?.v ?? null)
  if (text(tab.getState().entries) !== text(expected)) throw new Error('views differ')
}

const text = (entries: ReadonlyMap<string, unknown>): string =>
  JSON.stringify([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))
