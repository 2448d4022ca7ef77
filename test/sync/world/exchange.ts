/** Requests and replies of the simulated phones, and what they are told is safe. */
import type { SyncRefusal, SyncReply } from '#sync/protocol'
import { entryAt, type Flight } from '#sync/replica'
import { stampMs } from '#sync/stamp'
import type { Copy } from '#sync/merge'
import type { EntriesStore } from '../../../src/miniapp/stores/entries-store'
import { isRecord, parseJson } from '../../../src/miniapp/stores/shapes'
import { parseSyncReply } from '../../../src/miniapp/stores/sync-reply'
import type { Answer, Begun } from './function'
import type { Mail } from './network'
import { folderOf, type Phone } from './phone'
import { kept } from './promises'
import type { World } from './world'

type Received = Extract<Mail, { readonly kind: 'reply' }>

export class Exchange {
  /** How often a process has read the document and then is slow. */
  slowness = 0
  /** A newer app's op, put among the others: it must never hold them up. */
  poison = false

  constructor(private readonly world: World) {}

  send(phone: Phone, tab: EntriesStore): void {
    const flight = tab.makeRequest()
    if (flight === null) return
    this.world.log?.(`${phone.name}: sends ${flight.request.ops.length} ops, base ${flight.request.base}`)
    this.world.network.post({ kind: 'request', ...this.from(phone, tab, flight) })
  }

  private from(phone: Phone, tab: EntriesStore, flight: Flight) {
    return { phone, tab, start: phone.start, flight, asked: JSON.stringify(flight.request) }
  }

  deliver(mail = this.world.network.take()): void {
    if (mail === undefined) return
    if (mail.kind === 'reply') this.hear(mail)
    else if (mail.kind === 'begun') this.reply(mail, mail.begun)
    else this.arrive(mail)
  }

  private arrive(mail: Mail): void {
    const { chance, there, network } = this.world
    const begun = there.begin(this.read(mail.asked), chance.below(2))
    if (begun !== null && chance.yes(this.slowness)) network.post({ ...mail, kind: 'begun', begun })
    else this.reply(mail, begun)
  }

  private read(asked: string): Flight['request'] {
    const request = JSON.parse(asked) as Flight['request']
    if (!this.poison || request.ops.length === 0) return request
    return { ...request, ops: [{ k: 'z.poison', v: 1, s: request.ops[0]?.s ?? '' }, ...request.ops] }
  }

  /** Commits, and sends the reply off; it may not arrive as it was sent. */
  private reply(mail: Mail, begun: Begun | null): void {
    const answer: Answer = begun === null ? gone : this.world.there.commit(begun)
    const text = this.world.network.onTheWay(JSON.stringify(answer))
    this.world.log?.(`${mail.phone.name}: the function answers ${text.slice(0, 100)}`)
    this.world.network.post({ ...mail, kind: 'reply', text })
  }

  private hear(mail: Received): void {
    const { phone, tab } = mail
    if (phone.start !== mail.start || !phone.tabs.includes(tab)) return
    this.world.log?.(`${phone.name}: hears of ${mail.flight.request.ops.length} ops`)
    this.world.unlessKilled(phone, () => this.take(mail))
  }

  /** As stores/sync-round.ts does it. */
  private take({ phone, tab, flight, asked, text }: Received): void {
    const data = parseJson(text)
    if (!isRecord(data)) return
    const merchant = flight.request.doc
    const parsed = parseSyncReply(data)
    if (parsed !== null) this.believe(phone, tab, flight, asked, parsed)
    else if (data.error === 'unauthenticated' && tab.getState().merchant === merchant)
      tab.open(this.world.there.login(phone.account))
  }

  private believe(
    phone: Phone,
    tab: EntriesStore,
    flight: Flight,
    asked: string,
    reply: SyncReply | SyncRefusal,
  ): void {
    const merchant = flight.request.doc
    const stored = !tab.getState().storageFull
    const pending: Copy = folderOf(phone, merchant)?.replica.pending ?? new Map()
    const mine = tab.getState().merchant === merchant
    // Where there was no room to store it, what the tab shows is what the phone holds.
    const held = flight.request.ops.filter((op) =>
      stored ? pending.get(op.k)?.s === op.s : tab.changedAt(op.k) === stampMs(op.s),
    )
    tab.receive(reply, flight)
    if (!mine) return
    const rejected = new Set(reply.ok ? (reply.rejected ?? []).map(({ k }) => k) : [])
    if (stored && !tab.getState().storageFull) checkEdits(phone, merchant, pending, rejected)
    if (!reply.ok) phone.refused.add(asked)
    if (!reply.ok || phone.refused.has(asked)) return
    // An op that was restamped meanwhile is not acknowledged by the reply to its earlier self.
    for (const op of held) if (!rejected.has(op.k)) this.world.promises.add(merchant, op, phone)
  }

  /** One whole exchange over a good network, until nothing is left to tell. */
  settle(phone: Phone, tab: EntriesStore): void {
    for (let i = 0; i < 8; i++) {
      this.world.time += 200
      const flight = tab.makeRequest()
      if (flight === null) throw new Error('no merchant')
      const sender = this.from(phone, tab, flight)
      const begun = this.world.there.begin(JSON.parse(sender.asked) as Flight['request'], 0)
      const answer: Answer = begun === null ? gone : this.world.there.commit(begun)
      const text = JSON.stringify(answer)
      this.world.log?.(`${phone.name}: asks ${sender.asked}, is told ${text}`)
      this.take({ ...sender, kind: 'reply', text })
      if (begun !== null && !tab.hasWork()) return
    }
    throw new Error('an exchange does not settle')
  }
}

const gone = { ok: false, error: 'unauthenticated' } as const

/** An edit that was waiting is still there, or was overtaken by something greater, or restamped as it was. */
function checkEdits(phone: Phone, merchant: string, before: Copy, rejected: ReadonlySet<string>): void {
  const replica = folderOf(phone, merchant)?.replica
  for (const [k, { v, s }] of before) {
    const entry = replica === undefined ? undefined : entryAt(replica, k)
    if (rejected.has(k) || kept(entry, { k, v, s })) continue
    if (JSON.stringify(entry?.v) !== JSON.stringify(v))
      throw new Error(`an edit vanished: ${k}: ${JSON.stringify({ v, s })} now ${JSON.stringify(entry)}`)
  }
}
