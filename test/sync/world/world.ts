/**
 * Phones, a function and a bad network, all from one seed. The phones are the real entries store on the
 * real storage slots, the function is the real reducer; what goes wrong between them is invented here.
 * Each seed has a choice of faults of its own (swarm testing): what is rare in one run is common in another.
 */
import { createChance, type Chance } from '../../support/chance'
import { noon } from '../../support/ports'
import { someEdit } from './edits'
import { Exchange } from './exchange'
import { settle } from './end'
import { faultTable, type Fault } from './faults'
import { SimFunction } from './function'
import { Network } from './network'
import { hasUnsaved, newPhone, openTab, type Phone } from './phone'
import { Promises } from './promises'
import { createSimStorage, Killed } from './storage'
import type { EntriesStore } from '../../../src/miniapp/stores/entries-store'

export type Log = (line: string) => void

export class World {
  readonly chance: Chance
  /** The phones' own randomness: however much of it the app draws, the rest of the run stays the same. */
  readonly ids: Chance
  readonly there: SimFunction
  readonly network: Network
  readonly promises = new Promises()
  readonly exchange: Exchange
  readonly phones: Phone[]
  readonly photoIds: string[] = []
  readonly photoShare: number
  time = noon
  private lives = 0
  private readonly faults: readonly Fault[]
  private readonly busy: number

  constructor(
    seed: number,
    readonly log?: Log,
  ) {
    this.chance = createChance(seed)
    this.ids = createChance(seed + 1_000_000_007)
    const { chance } = this
    this.there = new SimFunction(() => this.time)
    this.network = new Network(chance, chance.next() * 0.4, chance.next() * 0.5, chance.yes(0.5) ? 0.2 : 0)
    this.exchange = new Exchange(this)
    this.faults = faultTable.filter(() => chance.yes(0.4))
    this.busy = 6 + chance.below(30)
    const crowded = chance.yes(0.02)
    this.photoShare = crowded ? 0.5 : chance.pick([0, 0.15])
    if (crowded) this.there.crowd(this.there.login(0))
    this.phones = Array.from({ length: 2 + chance.below(3) }, (_, i) => newPhone(`phone ${i + 1}`, this.newLife()))
    for (const phone of this.phones) this.boot(phone)
  }

  run(steps: number): void {
    for (let i = 0; i < steps; i++) {
      this.time += 1 + this.chance.below(3000)
      this.step()
    }
    settle(this)
  }

  private step(): void {
    const { chance, faults } = this
    const phone = chance.pick(this.phones)
    if (faults.length > 0 && chance.below(100) < this.busy) {
      const fault = chance.pick(faults)
      this.log?.(`${phone.name}: ${fault.name}`)
      fault.strike(this, phone)
      return
    }
    const dice = chance.below(10)
    if (dice < 4) this.edit(phone)
    else if (dice < 6) this.exchange.send(phone, chance.pick(phone.tabs))
    else this.exchange.deliver()
  }

  edit(phone: Phone, tab: EntriesStore = this.chance.pick(phone.tabs)): void {
    const { key, value } = someEdit(this.chance, tab, phone.account, this.photoIds, this.photoShare)
    this.log?.(`${phone.name}: ${key} = ${JSON.stringify(value)}`)
    this.unlessKilled(phone, () => {
      const outcome = tab.set(key, value)
      if (!outcome.ok) throw new Error(`refused ${key}: ${outcome.error}`)
      const seen = tab.getState().entries.get(key) ?? null
      if (JSON.stringify(seen) !== JSON.stringify(value)) throw new Error(`own edit vanished: ${key}`)
    })
  }

  newLife(): string {
    return `life-${this.lives++}`
  }

  /** Runs what a phone does; when its app is ended in the middle of a write, it is started again. */
  unlessKilled(phone: Phone, act: () => void): void {
    try {
      act()
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      this.log?.(`${phone.name}: ended between two writes`)
      this.kill(phone)
    }
  }

  /** The app's end and its next start. What could not be stored is gone; `harmed`: so is what had been. */
  kill(phone: Phone, harmed = false): void {
    // What was written of an edit when the app ended counts; what it had only in memory does not.
    const unsaved = hasUnsaved(phone)
    if (unsaved || harmed || phone.storage.keys().length === 0) phone.life = this.newLife()
    this.log?.(`${phone.name}: starts, ${phone.life}`)
    phone.storage.full = false
    phone.storage.writesLeft = Infinity
    this.boot(phone)
    this.promises.forgive(this.phones, this.there)
  }

  /** Another phone's storage, or none: what this one held is gone. */
  replaceStorage(phone: Phone, texts: ReadonlyMap<string, string>): void {
    phone.storage = createSimStorage()
    phone.storage.restore(texts)
    this.kill(phone, true)
  }

  private boot(phone: Phone): void {
    phone.start += 1
    phone.tabs = []
    phone.wiped = false
    const tab = openTab(phone, () => this.time, this.ids)
    // A new phone is used for a while before anybody logs in.
    if (phone.storage.keys().length === 0) for (let i = this.chance.below(3); i > 0; i--) this.edit(phone, tab)
    this.unlessKilled(phone, () => tab.open(this.there.login(phone.account)))
  }
}
