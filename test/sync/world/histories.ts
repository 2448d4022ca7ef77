/**
 * Every history, not some: two phones, two keys, and each order of up to n events over the real replica and
 * the real reducer. States that differ only in names of stamps are one state. Time stands still, so stamps
 * differ by counter and device: every edit of one phone meets every edit of the other at the same moment.
 */
import { cyrb53, digest } from '#sync/digest'
import { emptyDoc, inEpoch, type Doc } from '#sync/doc'
import { beats, type Copy } from '#sync/merge'
import type { SyncRefusal, SyncReply } from '#sync/protocol'
import { receive } from '#sync/receive'
import { reduce } from '#sync/reduce'
import { edit, emptyReplica, entryAt, hasWork, makeRequest, type Flight, type Replica } from '#sync/replica'
import { copyOf } from '../support'

const now = 1_795_233_600_000
const keys = ['t.shop.name', 't.shop.city'] as const
const names = ['aaaaaaaa', 'bbbbbbbb'] as const

type Mail =
  | { readonly to: 'function'; readonly phone: number; readonly flight: Flight }
  | {
      readonly to: 'phone'
      readonly phone: number
      readonly flight: Flight
      readonly reply: SyncReply | SyncRefusal
    }

export interface State {
  readonly phones: readonly Replica[]
  readonly doc: Doc
  /** The one backup: of the empty document, or of what it was when it was made. */
  readonly backup: Doc
  readonly restored: boolean
  readonly mail: readonly Mail[]
  /** The greatest acknowledged op of each key. */
  readonly promised: Copy
  /** How many values were typed: each is another. */
  readonly typed: number
  /** The events that led here. */
  readonly history: readonly string[]
}

export interface Rules {
  /** One restore of the backup: with a new epoch, or without anybody being told. */
  readonly restore: 'none' | 'epoch' | 'silent'
  /** The second phone's clock, ms ahead. */
  readonly ahead: number
}

export const first: State = {
  phones: names.map(emptyReplica),
  doc: emptyDoc('e0'),
  backup: emptyDoc('e0'),
  restored: false,
  mail: [],
  promised: new Map(),
  typed: 0,
  history: [],
}

const clockOf = (phone: number, { ahead }: Rules): number => now + (phone === 1 ? ahead : 0)
const withPhone = (state: State, phone: number, replica: Replica): State => ({
  ...state,
  phones: state.phones.map((other, i) => (i === phone ? replica : other)),
})

const after = (state: State, event: string): State => ({ ...state, history: [...state.history, event] })

/** Every state that one event leads to. */
export function next(state: State, rules: Rules): State[] {
  const found: State[] = []
  state.phones.forEach((replica, phone) => {
    for (const key of keys) found.push(type(after(state, `${names[phone]} edits ${key}`), phone, key, rules))
    const flight = makeRequest(replica, 'm')
    const sent = after(state, `${names[phone]} asks, base ${flight.request.base}`)
    found.push({ ...sent, mail: [...state.mail, { to: 'function', phone, flight }] })
  })
  state.mail.forEach((mail, i) => {
    const rest = state.mail.filter((_, j) => j !== i)
    // Delivered, and delivered while a copy stays on its way. Lost is: never delivered.
    const event =
      mail.to === 'function' ? `the function hears ${names[mail.phone]}` : `${names[mail.phone]} is answered`
    found.push(deliver({ ...after(state, event), mail: rest }, mail, rules))
    found.push(deliver(after(state, `${event}, and a copy stays`), mail, rules))
  })
  if (state.restored || rules.restore === 'none') return found
  if (state.backup.ver < state.doc.ver) {
    const doc = rules.restore === 'epoch' ? inEpoch(state.backup, 'e1') : state.backup
    found.push({ ...after(state, 'restored'), doc, restored: true })
    found.push({ ...after(state, 'backed up'), backup: state.doc })
  }
  return found
}

function type(state: State, phone: number, key: string, rules: Rules): State {
  const { phones, typed } = state
  const before = phones[phone]
  if (before === undefined) throw new Error('no such phone')
  const value = `v${typed}`
  const edited = edit(before, key, value, clockOf(phone, rules))
  if (entryAt(edited, key)?.v !== value) throw new Error(`own edit vanished: ${key}`)
  return { ...withPhone(state, phone, edited), typed: typed + 1 }
}

function deliver(state: State, mail: Mail, rules: Rules): State {
  if (mail.to === 'phone') return hear(state, mail.phone, mail.flight, mail.reply, rules)
  const { doc, reply } = reduce(state.doc, mail.flight.request, now)
  if (doc.ver < state.doc.ver) throw new Error('the version fell')
  return { ...state, doc, mail: [...state.mail, { ...mail, to: 'phone', reply }] }
}

function hear(state: State, phone: number, flight: Flight, reply: SyncReply | SyncRefusal, rules: Rules): State {
  const before = state.phones[phone]
  if (before === undefined) throw new Error('no such phone')
  const { replica } = receive(before, reply, flight, clockOf(phone, rules))
  for (const [key, { v, s }] of before.pending) {
    const entry = entryAt(replica, key)
    if (entry === undefined || (entry.v !== v && beats({ v, s }, entry))) throw new Error(`an edit vanished: ${key}`)
  }
  const promised = new Map(state.promised)
  for (const op of reply.ok ? flight.request.ops : [])
    if (before.pending.get(op.k)?.s === op.s && beats(op, promised.get(op.k))) promised.set(op.k, op)
  return { ...withPhone(state, phone, replica), promised }
}

/** The network is good again, whatever was on its way is lost: within four rounds all agree, nothing is missing. */
export function check(state: State, rules: Rules): void {
  let settled: State = { ...state, mail: [] }
  for (let round = 0; round < 4; round++)
    for (const phone of [0, 1]) for (let i = 0; i < 4; i++) settled = exchange(settled, phone, rules)
  const there = copyOf(settled.doc)
  for (const replica of settled.phones) {
    if (replica.pending.size > 0 || hasWork(replica)) throw new Error('does not settle')
    if (digest(replica.base) !== digest(there)) throw new Error('copies differ')
  }
  for (const [k, entry] of settled.promised) {
    const final = there.get(k)
    if (final === undefined || beats(entry, final)) throw new Error(`lost: ${k} ${JSON.stringify(entry)}`)
  }
}

function exchange(state: State, phone: number, rules: Rules): State {
  const replica = state.phones[phone]
  if (replica === undefined) throw new Error('no such phone')
  // Asking again would change nothing.
  const same = replica.ver === state.doc.ver && replica.ep === state.doc.ep && !hasWork(replica)
  if (same && digest(replica.base) === digest(copyOf(state.doc))) return state
  const flight = makeRequest(replica, 'm')
  const { doc, reply } = reduce(state.doc, flight.request, now)
  return hear({ ...state, doc }, phone, flight, reply, rules)
}

/** The same number (53 bits) for states that differ only in the values typed and in copies of one message. */
export function nameOf({ phones, doc, backup, restored, mail, promised }: State): number {
  const texts = new Set(mail.map((one) => JSON.stringify(one, plain)))
  const raw = JSON.stringify([phones, doc, backup.ver, restored, [...texts].sort(), [...promised]], plain)
  return cyrb53(raw.replace(/"v\d+"/g, '""'))
}

const plain = (_key: string, value: unknown): unknown =>
  value instanceof Map ? [...value].sort(([a], [b]) => (a < b ? -1 : 1)) : value
