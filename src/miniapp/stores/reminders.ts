/**
 * Messages about deadlines. The person's consent is WeChat's to ask for, within a tap; then the function
 * is told, which works the day out from the entries, so they are synced first. What could not be told is
 * kept on this phone and told later, as long as the deadline runs.
 */
import type { Deadline } from '#domain/clocks'
import { keyOf, type Entries } from '#domain/entries'
import type { Device } from '../ports/device'
import type { Identity } from '../ports/identity'
import type { EntriesStore } from './entries-store'
import type { SessionStore } from './session-store'
import { isNumber, isRecord, isString, parseJson } from './shapes'
import type { SyncEngine } from './sync-engine'

export type AskOutcome =
  /** `at`: ms when the message is to come; null: accepted, the function does not know yet. */
  | { readonly ok: true; readonly at: number | null }
  | { readonly ok: false; readonly error: 'refused' | 'off' | 'none' }
  /** What the function answered, for the person. */
  | { readonly ok: false; readonly error: 'declined'; readonly message: string }

type Asked = Pick<Deadline, 'id' | 'clock' | 'endsMs'>

export interface Reminders {
  /** Whether a person could be asked at all: a template, WeChat, and the consent to keep their entries. */
  offered(): boolean
  ask(deadline: Asked): Promise<AskOutcome>
  start(): void
  stop(): void
}

export interface ReminderPorts {
  /** Empty: none is configured. */
  readonly template: string
  readonly device: Pick<Device, 'askForMessage' | 'onShow' | 'onOnline'>
  readonly identity: Identity
  readonly session: SessionStore
  readonly entries: EntriesStore
  readonly sync: Pick<SyncEngine, 'syncNow'>
}

/** What this phone remembers of a clock, in `l.reminder.<clock>`. */
export interface Remembered {
  /** `<guide>.<clock>`. */
  readonly id: string
  readonly endsMs: number
  /** ms; null: the function has not heard yet. */
  readonly at: number | null
}

const prefix = 'l.reminder.'
const keyFor = (id: string) => keyOf.local('reminder', id.slice(id.indexOf('.') + 1))

function decode(value: unknown): Remembered | null {
  const kept = isString(value) ? parseJson(value) : null
  if (!isRecord(kept) || !isString(kept.id) || !isNumber(kept.endsMs)) return null
  return { id: kept.id, endsMs: kept.endsMs, at: isNumber(kept.at) ? kept.at : null }
}

/** null: not asked for, or for another day than it is now. */
export function reminderOf(entries: Entries, { id, endsMs }: Pick<Deadline, 'id' | 'endsMs'>): Remembered | null {
  const kept = decode(entries.get(keyFor(id)))
  return kept !== null && kept.id === id && kept.endsMs === endsMs ? kept : null
}

/** Worth another try: nobody has said no. */
const passing: readonly string[] = [
  'network',
  'rate-limited',
  'internal',
  'unavailable',
  'unauthenticated',
  'storage-full',
]

export function createReminders(ports: ReminderPorts): Reminders {
  const { template, device, identity, session, entries } = ports
  const remember = (kept: Remembered) => void entries.set(keyFor(kept.id), JSON.stringify(kept))
  let listening: readonly (() => void)[] = []

  /** The code is fresh each time: it works once. */
  async function tell(asked: Remembered): Promise<AskOutcome> {
    await ports.sync.syncNow()
    const code = identity.kind === 'wechat' ? await identity.code() : null
    const body = { clock: asked.id, template, ...(code !== null && { code }) }
    const reply = await session.call<{ at?: unknown }>('remind', body)
    if (reply.ok) {
      const at = isNumber(reply.at) ? reply.at : null
      remember({ ...asked, at })
      return { ok: true, at }
    }
    if (passing.includes(reply.error)) return { ok: true, at: null }
    entries.clear(keyFor(asked.id))
    return { ok: false, error: 'declined', message: reply.message }
  }

  async function tellAll(): Promise<void> {
    for (const [key, value] of entries.getState().entries) {
      const kept = key.startsWith(prefix) ? decode(value) : null
      if (kept === null || kept.at !== null) continue
      if (kept.endsMs <= entries.serverTime()) entries.clear(key)
      else await tell(kept)
    }
  }
  const retry = () => void tellAll().catch(() => undefined) // the next time the app comes to the front

  return {
    offered: () => template !== '' && identity.kind === 'wechat' && session.getState().consents.service,
    async ask({ id, endsMs }) {
      const answer = await device.askForMessage(template)
      if (answer !== 'accepted') return { ok: false, error: answer }
      const asked: Remembered = { id, endsMs, at: null }
      remember(asked)
      return tell(asked)
    },
    start() {
      if (listening.length > 0 || template === '') return
      listening = [device.onShow(retry), device.onOnline((online) => online && retry())]
    },
    stop() {
      for (const end of listening) end()
      listening = []
    },
  }
}
