/**
 * Phones, a function and a bad network, all from one seed. The phones are the real entries store on
 * the real storage slots, the function is the real reducer; what goes wrong between them is invented
 * here. A run checks on its way that nothing a phone was told is safe is ever lost.
 */
import type { Value } from '#domain/entries'
import { digest } from '#sync/digest'
import { compact, copyOf, emptyDoc, inEpoch, putOwn, type Doc } from '#sync/doc'
import { isPhotoKey } from '#sync/keys'
import { beats, type Copy } from '#sync/merge'
import type { Op, SyncRefusal, SyncReply } from '#sync/protocol'
import { reduce } from '#sync/reduce'
import { entryAt, type Flight, type Replica } from '#sync/replica'
import { isFuture, stampMs } from '#sync/stamp'
import { decodeFolder } from '../../src/miniapp/stores/entries-codec'
import { createEntriesStore, type EntriesStore } from '../../src/miniapp/stores/entries-store'
import { createSlots } from '../../src/miniapp/stores/slots'
import { createChance, type Chance } from '../support/chance'
import { createMemoryStorage, noon, type MemoryStorage } from '../support/ports'

const day = 86_400_000
const merchant = 'merchant-1'

interface Phone {
  storage: MemoryStorage
  store: EntriesStore
  skew: number
  /** Grows with every start of the app: replies to an earlier start reach nobody. */
  start: number
  /** Requests that were refused for their stamps, which were changed since: a late copy of one promises nothing. */
  refused: Set<string>
  /** Grows with every loss of the storage: what was held before is gone. */
  life: string
}

type Message =
  | { readonly to: 'function'; readonly from: Phone; readonly start: number; readonly flight: Flight }
  | {
      readonly to: 'phone'
      readonly phone: Phone
      readonly start: number
      readonly flight: Flight
      readonly reply: SyncReply | SyncRefusal
    }

/** An edit that a phone was told is safe, and the lives of the phones that were told. */
interface Promised {
  readonly op: Op
  readonly holders: Set<string>
}

export interface Faults {
  /** Also restores that keep the epoch: the digest must find out. */
  readonly silentRestores: boolean
}

export class World {
  private readonly chance: Chance
  private readonly phones: Phone[]
  private doc: Doc = emptyDoc('e0')
  private readonly backups: Doc[] = [this.doc]
  private time = noon
  private network: Message[] = []
  private promised = new Map<string, Promised>()
  private restores = 0
  /** Tombstones of photos from before this were dropped, perhaps in a document that was restored over. */
  private gcBefore = 0
  private lives = 0
  /** How bad this run's network and clocks are. */
  private readonly loss: number
  private readonly repeats: number
  private readonly unrest: number

  constructor(
    seed: number,
    private readonly faults: Faults = { silentRestores: true },
  ) {
    this.chance = createChance(seed)
    this.loss = this.chance.next() * 0.4
    this.repeats = this.chance.next() * 0.5
    this.unrest = this.chance.pick([0, 0, 6, 12])
    this.phones = Array.from({ length: 2 + this.chance.below(3) }, () => this.newPhone())
  }

  run(steps: number): void {
    for (let i = 0; i < steps; i++) {
      this.time += 1 + this.chance.below(3000)
      this.step()
    }
    this.quiesce()
  }

  private step(): void {
    const phone = this.chance.pick(this.phones)
    const dice = this.chance.below(100)
    if (dice < 30 - this.unrest) this.edit(phone)
    else if (dice < 50 - this.unrest) this.send(phone)
    else if (dice < 82 - this.unrest) this.deliver()
    else if (dice < 85 - this.unrest) this.kill(phone)
    else if (dice < 88) phone.skew = this.chance.pick([0, 0, 1500, -40_000, 59_000, 90_000, 400 * day, -700 * day])
    else if (dice < 91) this.time += this.chance.pick([60_000, day, 10 * day])
    else if (dice < 93) this.writeVerdict()
    else if (dice < 95) this.backups.push(this.doc)
    else if (dice < 96) this.restore()
    else if (dice < 97) this.reinstall(phone)
    else if (dice < 98) this.clone(phone)
    else phone.storage.capacity = this.chance.yes(0.5) ? 0 : 10_000_000
  }

  // ---- phones ----

  private newPhone(): Phone {
    const phone: Partial<Phone> = {
      storage: createMemoryStorage(),
      skew: 0,
      start: 0,
      refused: new Set(),
      life: `life-${this.lives++}`,
    }
    const whole = phone as Phone
    this.boot(whole)
    return whole
  }

  private boot(phone: Phone): void {
    phone.start += 1
    const clock = { now: () => this.time + phone.skew, after: () => () => undefined, random: this.chance.bytes }
    phone.store = createEntriesStore({ storage: phone.storage, clock })
    phone.store.open(merchant)
  }

  private edit(phone: Phone): void {
    const [key, value] = this.someEdit(phone)
    const outcome = phone.store.set(key, value)
    if (!outcome.ok) throw new Error(`refused ${key}: ${outcome.error}`)
    const seen = phone.store.getState().entries.get(key) ?? null
    if (JSON.stringify(seen) !== JSON.stringify(value)) throw new Error(`own edit vanished: ${key}`)
  }

  private someEdit(phone: Phone): readonly [string, Value] {
    const n = this.chance.below(6)
    const erase = this.chance.yes(0.2)
    const photos = [...phone.store.getState().entries.keys()].filter(isPhotoKey)
    if (this.chance.yes(0.15)) {
      if (erase && photos.length > 0) return [this.chance.pick(photos), null]
      const id = `Photo${this.chance.below(1e9)}`.padEnd(20, 'x')
      return [`p.avatar.${id}`, { sha256: 'ab'.repeat(32), w: 10 + n, h: 20 }]
    }
    const choices: readonly (readonly [string, Value])[] = [
      [`a.question-${n}`, this.chance.pick(['yes', 'no', 'maybe'])],
      [`c.material-${n}`, true],
      [`s.reuse.step-${n}`, this.chance.below(1000)],
      [`t.shop.field-${n}`, `店 ${this.chance.below(1000)}`],
    ]
    const [key, value] = this.chance.pick(choices)
    return [key, erase ? null : value]
  }

  /** The app ends in the middle of something: perhaps before its last write was whole. */
  private kill(phone: Phone): void {
    const unsaved = phone.store.getState().storageFull
    if (this.chance.yes(0.4)) this.tearNewest(phone)
    phone.storage.capacity = 10_000_000
    if (unsaved) phone.life = `life-${this.lives++}`
    this.boot(phone)
    this.forgive()
  }

  private tearNewest({ storage }: Phone): void {
    const slots = storage.keys().filter((key) => /entries\.[ab]$/.test(key))
    const generation = (key: string) => Number(storage.get(key)?.split('.')[0])
    const [newest] = slots.sort((a, b) => generation(b) - generation(a))
    if (newest === undefined || generation(newest) < 2) return
    if (this.chance.yes(0.5)) storage.tear(newest)
    else storage.spoil(newest)
  }

  private reinstall(phone: Phone): void {
    phone.storage = createMemoryStorage()
    phone.life = `life-${this.lives++}`
    this.boot(phone)
    this.forgive()
  }

  /** 换机: the storage of one phone is copied to another, device id and all. */
  private clone(phone: Phone): void {
    const from = this.chance.pick(this.phones)
    if (from === phone) return
    phone.storage = createMemoryStorage()
    phone.storage.restore(from.storage.snapshot())
    phone.life = `life-${this.lives++}`
    this.boot(phone)
    this.forgive()
  }

  private replicaOf(phone: Phone): Replica {
    const folder = createSlots(phone.storage, `kt.${merchant}.entries`).read(decodeFolder).value
    if (folder === null) throw new Error('nothing stored')
    return folder.replica
  }

  // ---- the network ----

  private post(message: Message): void {
    if (this.chance.yes(this.loss)) return
    this.network.push(message)
    if (this.chance.yes(this.repeats)) this.network.push(message)
  }

  private send(phone: Phone): void {
    const flight = phone.store.makeRequest()
    if (flight !== null) this.post({ to: 'function', from: phone, start: phone.start, flight: wire(flight) })
  }

  private deliver(): void {
    if (this.network.length === 0) return
    const [message] = this.network.splice(this.chance.below(this.network.length), 1)
    if (message === undefined) return
    if (message.to === 'function')
      this.post({ ...message, to: 'phone', phone: message.from, reply: wire(this.answer(message.flight)) })
    else if (message.phone.start === message.start) this.take(message.phone, message.flight, message.reply)
  }

  private take(phone: Phone, flight: Flight, reply: SyncReply | SyncRefusal): void {
    const stored = !phone.store.getState().storageFull
    const { pending } = this.replicaOf(phone)
    phone.store.receive(reply, flight)
    const rejected = new Set(reply.ok ? (reply.rejected ?? []).map(({ k }) => k) : [])
    if (stored && !phone.store.getState().storageFull) this.checkEdits(phone, pending, rejected)
    const asked = JSON.stringify(flight.request)
    if (!reply.ok) phone.refused.add(asked)
    if (!reply.ok || phone.refused.has(asked)) return
    // An op that was restamped meanwhile is not acknowledged by the reply to its earlier self.
    for (const op of flight.request.ops) {
      if (!rejected.has(op.k) && (!stored || pending.get(op.k)?.s === op.s)) this.promise(op, phone)
    }
  }

  /** An edit that was waiting is still there, or was overtaken by something greater, or restamped as it was. */
  private checkEdits(phone: Phone, before: Copy, rejected: ReadonlySet<string>): void {
    const replica = this.replicaOf(phone)
    for (const [k, { v, s }] of before) {
      const entry = entryAt(replica, k)
      const restamped = JSON.stringify(entry?.v) === JSON.stringify(v)
      if (!rejected.has(k) && !restamped && !kept(entry, { k, v, s })) throw new Error(`an edit vanished: ${k}`)
    }
  }

  // ---- the function ----

  private answer({ request }: Flight): SyncReply | SyncRefusal {
    const before = this.doc
    const { doc, reply } = reduce(compact(before, this.time), request, this.time)
    if (doc.ver < before.ver) throw new Error('the version fell')
    if (doc.entries.some(({ s }) => isFuture(s, this.time))) throw new Error('a stamp from the future was stored')
    this.doc = doc
    this.gcBefore = Math.max(this.gcBefore, doc.gcBefore)
    return reply
  }

  private writeVerdict(): void {
    const photos = this.doc.entries.filter(({ k, v }) => isPhotoKey(k) && v !== null)
    if (photos.length === 0) return
    const id = this.chance.pick(photos).k.split('.')[2]
    this.doc = putOwn(
      this.doc,
      `v.photo.${id}`,
      this.chance.yes(0.8) ? { state: 'ok', w: this.chance.below(9) } : null,
      this.time,
    )
  }

  private restore(): void {
    if (this.restores >= 2) return
    this.restores += 1
    const backup = this.chance.pick(this.backups)
    const silent = this.faults.silentRestores && this.chance.yes(0.5)
    this.doc = silent ? { ...backup, ep: this.doc.ep } : inEpoch(backup, `e${this.restores}`)
    this.forgive()
  }

  // ---- promises ----

  private promise(op: Op, phone: Phone): void {
    const known = this.promised.get(op.k)
    if (known !== undefined && !beats(op, known.op)) {
      if (known.op.s === op.s) known.holders.add(phone.life)
      return
    }
    this.promised.set(op.k, { op, holders: new Set([phone.life]) })
  }

  /** After copies were destroyed: what no phone was told and still keeps, and nobody has, cannot be asked for. */
  private forgive(): void {
    const lives = new Set(this.phones.map(({ life }) => life))
    // What a phone without room has stored is older than what it holds.
    const replicas = this.phones
      .filter(({ store }) => !store.getState().storageFull)
      .map((phone) => this.replicaOf(phone))
    const there = copyOf(this.doc)
    const has = (key: string, op: Op) =>
      [there.get(key), ...replicas.map((replica) => entryAt(replica, key))].some((entry) => kept(entry, op))
    for (const [key, { op, holders }] of this.promised) {
      if ([...holders].some((life) => lives.has(life))) continue
      if (!has(key, op)) this.promised.delete(key)
    }
  }

  // ---- the end ----

  /** The network is good again: within a few exchanges everybody agrees and nothing waits. */
  private quiesce(): void {
    for (const phone of this.phones) phone.storage.capacity = 10_000_000
    while (this.network.length > 0 && this.chance.yes(0.9)) this.deliver()
    this.network = []
    for (let round = 0; round < 4; round++) for (const phone of this.phones) this.exchange(phone)
    this.check()
  }

  private exchange(phone: Phone): void {
    for (let i = 0; i < 8; i++) {
      this.time += 200
      const flight = phone.store.makeRequest()
      if (flight === null) throw new Error('no merchant')
      this.take(phone, wire(flight), wire(this.answer(flight)))
      if (!phone.store.hasWork()) return
    }
    throw new Error('an exchange does not settle')
  }

  private check(): void {
    const there = digest(copyOf(this.doc))
    for (const phone of this.phones) {
      const replica = this.replicaOf(phone)
      if (replica.pending.size > 0) throw new Error(`still pending: ${[...replica.pending.keys()].join()}`)
      if (digest(replica.base) !== there) throw new Error('copies differ')
      const shown = [...phone.store.getState().entries].sort()
      const expected = this.doc.entries.filter(({ v }) => v !== null).map(({ k, v }) => [k, v])
      if (JSON.stringify(shown) !== JSON.stringify(expected.sort())) throw new Error('views differ')
    }
    for (const [key, { op }] of this.promised) {
      const final = this.doc.entries.find(({ k }) => k === key)
      const forgotten = isPhotoKey(key) && stampMs(op.s) < this.gcBefore
      if (!forgotten && !kept(final, op))
        throw new Error(`lost: ${JSON.stringify(op)}, there: ${JSON.stringify(final)}`)
    }
    const keys = new Set(this.doc.entries.map(({ k }) => k))
    if (keys.size !== this.doc.entries.length) throw new Error('a key twice')
  }
}

/** There is an entry, and it is the op or greater. */
const kept = (entry: { v: Value; s: string } | undefined, op: Op): boolean => entry !== undefined && !beats(op, entry)

const wire = <T>(message: T): T => JSON.parse(JSON.stringify(message)) as T
