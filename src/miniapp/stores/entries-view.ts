/** A folder as the pages see it. */
import type { Entries, Value } from '#domain/entries'
import { canonical } from '#sync/canonical'
import { schema, type RejectCode } from '#sync/protocol'
import type { Loss, Received } from '#sync/receive'
import { viewOf } from '#sync/replica'
import type { Folder } from './entries-codec'
import type { FolderKeeper } from './folder-keeper'

export interface Rejected {
  readonly k: string
  readonly v: Value
  readonly code: RejectCode
}

export interface EntriesState {
  /** The merchant whose entries these are; null: the draft before login. */
  readonly merchant: string | null
  /** Without tombstones; `l.*` included. A new map only when something in it changed. */
  readonly entries: Entries
  /** Edits the function has not confirmed: 「n 项未同步」. */
  readonly unsynced: number
  /** Edits it refused. With code `limit` the edit is still in `entries`. */
  readonly rejected: readonly Rejected[]
  /** Texts that lost against one written at the same time elsewhere, the newest last. */
  readonly conflicts: readonly Loss[]
  /** There was no room to keep the last edit: it lives only as long as the app runs. */
  readonly storageFull: boolean
  /** Something stored could not be read and was set aside. */
  readonly damaged: boolean
  /** This version of the app is too old to save with the function; it can still read. */
  readonly outdated: boolean
}

const maxConflicts = 20

/** `kept`: it could be stored. */
export function shown(keeper: FolderKeeper, kept: boolean): EntriesState {
  const { replica, local, refused, losses } = keeper.folder()
  const held = [...replica.held].map(([k, code]) => ({ k, code, v: replica.pending.get(k)?.v ?? null }))
  return {
    merchant: keeper.merchant(),
    entries: new Map([...viewOf(replica), ...local]),
    unsynced: replica.pending.size,
    rejected: [...refused, ...held],
    conflicts: losses,
    storageFull: !kept,
    damaged: keeper.damaged(),
    outdated: schema < replica.minSchema,
  }
}

export function withReceived(folder: Folder, { replica, refused, losses }: Received): Folder {
  const again = new Set(refused.map(({ k }) => k))
  return {
    ...folder,
    replica,
    refused: [...folder.refused.filter(({ k }) => !again.has(k)), ...refused],
    losses: [...folder.losses, ...losses].slice(-maxConflicts),
  }
}

export function withEntry(map: ReadonlyMap<string, Value>, key: string, value: Value): ReadonlyMap<string, Value> {
  const next = new Map(map).set(key, value)
  if (value === null) next.delete(key)
  return next
}

export const sameEntries = (a: Entries, b: Entries): boolean =>
  a.size === b.size && [...b].every(([key, v]) => a.has(key) && canonical(a.get(key) ?? null) === canonical(v))
