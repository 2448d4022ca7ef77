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

export interface EntriesStore extends Readable<EntriesState>, Edits, Exchange {}

export function createEntriesStore(ports: { readonly storage: Storage; readonly clock: Clock }): EntriesStore {
  const keeper = createFolderKeeper(ports)
  const store = createStore<EntriesState>(() => shown(keeper, true))
  const show = (kept: boolean): void => {
    const { entries } = store.getState()
    const next = shown(keeper, kept)
    store.setState(sameEntries(entries, next.entries) ? { ...next, entries } : next)
  }
  const keep = (folder: Folder): void => show(keeper.keep(folder))
  return {
    ...readable(store),
    ...createEdits(keeper, ports.clock, keep),
    ...createExchange(keeper, ports.clock, keep, show),
  }
}

const readable = ({ getState, getInitialState, subscribe }: StoreApi<EntriesState>): Readable<EntriesState> => ({
  getState,
  getInitialState,
  subscribe,
})

function createEdits({ folder }: FolderKeeper, clock: Clock, keep: (folder: Folder) => void): Edits {
  function set(key: string, value: Value): SetOutcome {
    const error = isLocalKey(key) ? localRefusalOf(key, value) : refusalOf(key, value)
    if (error !== null) return { ok: false, error }
    const { local, replica, refused } = folder()
    if (isLocalKey(key)) keep({ ...folder(), local: withEntry(local, key, value) })
    else
      keep({
        ...folder(),
        replica: edit(replica, key, value, clock.now()),
        refused: refused.filter(({ k }) => k !== key),
      })
    return { ok: true }
  }
  function dismissConflict(conflict: Loss): void {
    keep({ ...folder(), losses: folder().losses.filter(({ k, text }) => k !== conflict.k || text !== conflict.text) })
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
    dismissRejected: (key) => keep({ ...folder(), refused: folder().refused.filter(({ k }) => k !== key) }),
  }
}

function createExchange(
  keeper: FolderKeeper,
  clock: Clock,
  keep: (folder: Folder) => void,
  show: (kept: boolean) => void,
): Exchange {
  const { folder, merchant } = keeper
  const request = (doc: string | null) => (doc === null ? null : makeRequest(folder().replica, doc))
  return {
    open(id) {
      if (merchant() !== id) show(keeper.open(id))
    },
    erase() {
      keeper.erase()
      show(true)
    },
    serverTime: () => clock.now() + folder().replica.offset,
    heardTime: (time) => keep({ ...folder(), replica: heard(folder().replica, time, clock.now()) }),
    hasWork: () => hasWork(folder().replica),
    makeRequest: () => request(merchant()),
    receive(reply, flight) {
      // The reply to a merchant whose folder has been closed since is nobody's.
      if (flight.request.doc !== merchant()) return
      keep(withReceived(folder(), receive(folder().replica, reply, flight, clock.now())))
    },
  }
}
