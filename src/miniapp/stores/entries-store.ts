/**
 * What the merchant entered, on this phone: every edit is kept at once, with or without a network, and
 * shown from here.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Value } from '#domain/entries'
import { isLocalKey, localRefusalOf, refusalOf } from '#sync/keys'
import type { RejectCode, SyncRefusal, SyncReply } from '#sync/protocol'
import { heard, receive, type Loss } from '#sync/receive'
import { edit, entryAt, hasWork, makeRequest, type Flight } from '#sync/replica'
import { stampMs } from '#sync/stamp'
import type { Clock } from '../ports/clock'
import type { Storage } from '../ports/storage'
import type { Folder } from './entries-codec'
import { sameEntries, shown, withEntry, withReceived, type EntriesState } from './entries-view'
import { createFolderKeeper, type FolderKeeper } from './folder-keeper'
import type { Readable } from './readable'

export type SetOutcome = { readonly ok: true } | { readonly ok: false; readonly error: RejectCode }

interface Edits {
  /** Sets an entry; `l.*` stays on this phone. Refuses what the function would refuse. */
  set(key: string, value: Value): SetOutcome
  clear(key: string): SetOutcome
  /** The entry was there and was taken back, here or on another phone. */
  isDeleted(key: string): boolean
  /** When the entry was last set, ms by the function's clock; 0: never. */
  changedAt(key: string): number
  /** Sets the text that lost again. */
  takeBack(conflict: Loss): SetOutcome
  dismissConflict(conflict: Loss): void
  dismissRejected(key: string): void
}

interface Exchange {
  /** Opens a merchant's entries. What the draft holds moves in as new edits. */
  open(merchant: string): void
  /** What another merchant has on this phone moves into the open folder. false: there was no room, all is as before. */
  adopt(merchant: string): boolean
  /** Forgets what another merchant has on this phone. */
  discard(merchant: string): void
  /** Forgets everything on this phone, of whatever merchant, and starts a clean draft. */
  erase(): void
  /** ms, by the function's clock. */
  serverTime(): number
  heardTime(time: number): void
  hasWork(): boolean
  /** The next request; null in the draft. */
  makeRequest(): Flight | null
  receive(reply: SyncReply | SyncRefusal, flight: Flight): void
}

type Change = (update: (folder: Folder) => Folder) => void

export interface EntriesStore extends Readable<EntriesState>, Edits, Exchange {}

export function createEntriesStore(ports: { readonly storage: Storage; readonly clock: Clock }): EntriesStore {
  const keeper = createFolderKeeper(ports)
  const store = createStore<EntriesState>(() => shown(keeper, true))
  const show = (kept: boolean): void => {
    const { entries } = store.getState()
    const next = shown(keeper, kept)
    store.setState(sameEntries(entries, next.entries) ? { ...next, entries } : next)
  }
  const change: Change = (update) => show(keeper.change(update))
  return {
    ...readable(store),
    ...createEdits(keeper, ports.clock, change),
    ...createExchange(keeper, ports.clock, change, show),
  }
}

const readable = ({ getState, getInitialState, subscribe }: StoreApi<EntriesState>): Readable<EntriesState> => ({
  getState,
  getInitialState,
  subscribe,
})

function createEdits({ folder }: FolderKeeper, clock: Clock, change: Change): Edits {
  function set(key: string, value: Value): SetOutcome {
    const error = isLocalKey(key) ? localRefusalOf(key, value) : refusalOf(key, value)
    if (error !== null) return { ok: false, error }
    change((now) => (isLocalKey(key) ? withLocal(now, key, value) : withEdit(now, key, value, clock.now())))
    return { ok: true }
  }
  function dismissConflict(conflict: Loss): void {
    change((now) => ({
      ...now,
      losses: now.losses.filter(({ k, text }) => k !== conflict.k || text !== conflict.text),
    }))
  }
  return {
    set,
    clear: (key) => set(key, null),
    isDeleted: (key) => entryAt(folder().replica, key)?.v === null,
    changedAt: (key) => stampMs(entryAt(folder().replica, key)?.s ?? '0'),
    takeBack(conflict) {
      dismissConflict(conflict)
      return set(conflict.k, conflict.text)
    },
    dismissConflict,
    dismissRejected: (key) => change((now) => ({ ...now, refused: now.refused.filter(({ k }) => k !== key) })),
  }
}

const withLocal = (folder: Folder, key: string, value: Value): Folder => ({
  ...folder,
  local: withEntry(folder.local, key, value),
})

/** `now`: ms of the phone's clock. A refusal of the entry's earlier value is of no interest any more. */
const withEdit = (folder: Folder, key: string, value: Value, now: number): Folder => ({
  ...folder,
  replica: edit(folder.replica, key, value, now),
  refused: folder.refused.filter(({ k }) => k !== key),
})

function createExchange(keeper: FolderKeeper, clock: Clock, change: Change, show: (kept: boolean) => void): Exchange {
  const { folder, merchant } = keeper
  const request = (doc: string | null) => (doc === null ? null : makeRequest(folder().replica, doc))
  return {
    open(id) {
      if (merchant() !== id) show(keeper.open(id))
    },
    adopt(id) {
      const moved = keeper.adopt(id)
      show(moved)
      return moved
    },
    discard: keeper.discard,
    erase() {
      keeper.erase()
      show(true)
    },
    serverTime: () => clock.now() + folder().replica.offset,
    heardTime: (time) => change((now) => ({ ...now, replica: heard(now.replica, time, clock.now()) })),
    hasWork: () => hasWork(folder().replica),
    makeRequest: () => request(merchant()),
    receive(reply, flight) {
      // The reply to a merchant whose folder has been closed since is nobody's.
      if (flight.request.doc !== merchant()) return
      change((now) => withReceived(now, receive(now.replica, reply, flight, clock.now())))
    },
  }
}
