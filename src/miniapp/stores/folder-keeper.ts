/**
 * Which folder is open, and its place in storage: one for each merchant, and one for the draft before
 * any login. What the draft holds moves into the first merchant's folder that is opened; it is cleared
 * only when that folder has been kept, so that a kill in between costs nothing.
 */
import { isServerKey } from '#sync/keys'
import { beats, join, type Copy } from '#sync/merge'
import { edit, type Replica } from '#sync/replica'
import { isFuture, laterOf } from '#sync/stamp'
import type { Clock } from '../ports/clock'
import type { Storage } from '../ports/storage'
import { decodeFolder, emptyFolder, encodeFolder, type Folder } from './entries-codec'
import { randomDevice } from './random-id'
import { createSlots, type Slots } from './slots'

export interface FolderKeeper {
  /** null: the draft. */
  merchant(): string | null
  folder(): Folder
  /** Something stored could not be read and was set aside. */
  damaged(): boolean
  /**
   * Changes the open folder, as it is now: with what another tab has written since. false: there was no
   * room to store it.
   */
  change(update: (folder: Folder) => Folder): boolean
  open(merchant: string): boolean
  /** What another merchant has here moves into the open folder, every entry with the stamp it has. false: no room. */
  adopt(merchant: string): boolean
  discard(merchant: string): void
  /** Clears every merchant's folder on this phone, and opens a clean draft. */
  erase(): void
}

const draftName = 'guest'
const entriesKey = /^kt\.[^.]+\.entries\./

export function createFolderKeeper({
  storage,
  clock,
}: {
  readonly storage: Storage
  readonly clock: Clock
}): FolderKeeper {
  const slotsOf = (name: string): Slots => createSlots(storage, `kt.${name}.entries`)
  let draft = slotsOf(draftName)
  let merchant: string | null = null
  let slots = draft
  let damaged = false
  let draftMoved = false
  let unsaved = false
  let folder = read(slots)

  function read(from: Slots): Folder {
    const found = from.read(decodeFolder)
    damaged ||= found.damaged
    return found.value ?? emptyFolder(randomDevice(clock))
  }

  function keep(next: Folder): boolean {
    folder = next
    unsaved = !slots.write(encodeFolder(folder))
    if (unsaved) return false
    if (draftMoved) draft.clear()
    draftMoved = false
    return true
  }

  function current(): Folder {
    const other = slots.overtaken() ? slots.read(decodeFolder).value : null
    return other === null ? folder : merged(folder, other, unsaved)
  }

  return {
    merchant: () => merchant,
    folder: () => folder,
    damaged: () => damaged,
    change: (update) => keep(update(current())),
    open(id) {
      // Another merchant's open folder never moves along: only the draft does.
      const moving = merchant === null ? folder : read(draft)
      merchant = id
      slots = slotsOf(id)
      draftMoved = true
      unsaved = false
      return keep(moveIn(read(slots), moving, clock.now()))
    },
    adopt: (id) => emptied(slotsOf(id), (left) => keep(withAllOf(current(), left))),
    discard: (id) => slotsOf(id).clear(),
    erase() {
      for (const key of storage.keys()) if (entriesKey.test(key)) storage.remove(key)
      merchant = null
      slots = slotsOf(draftName)
      draft = slots
      damaged = draftMoved = false
      folder = emptyFolder(randomDevice(clock))
    },
  }
}

/**
 * One phone's two tabs: what either has entered, sent or heard. Their copies stem from one function, so
 * the join of both has reached the later version of the two. `unsaved`: what is here was not stored yet.
 */
function merged(mine: Folder, other: Folder, unsaved: boolean): Folder {
  const [a, b] = [mine.replica, other.replica]
  const base = join(a.base, b.base)
  const [told, untold] = a.seen > b.seen ? [a, b] : [b, a]
  const waiting = join(told.pending, notRestamped(untold, told))
  const pending = new Map([...waiting].filter(([key, entry]) => beats(entry, base.get(key))))
  const replica = {
    ...a,
    seen: told.seen,
    offset: told.offset,
    base,
    pending,
    held: new Map([...a.held, ...b.held].filter(([key]) => pending.has(key))),
    ver: a.ep === b.ep ? Math.max(a.ver, b.ver) : a.ver,
    full: a.full || b.full || a.ep !== b.ep,
    last: isFuture(untold.last, told.seen) ? told.last : laterOf(a.last, b.last),
  }
  const local = unsaved ? new Map([...other.local, ...mine.local]) : other.local
  const { refused, losses } = unsaved ? mine : other
  return { replica, local, refused, losses }
}

/** Cleared only when what was in there has been moved. */
function emptied(slots: Slots, move: (left: Folder) => boolean): boolean {
  const left = slots.read(decodeFolder).value
  const moved = left === null || move(left)
  if (moved) slots.clear()
  return moved
}

/** Without the edits that the other tab, told of a wrong clock, has stamped anew: the old stamps must not win. */
function notRestamped({ pending }: Replica, told: Replica): Copy {
  const known = (key: string): boolean => told.pending.has(key) || told.base.has(key)
  return new Map([...pending].filter(([key, { s }]) => !(known(key) && isFuture(s, told.seen))))
}

/** Stamps stay: two phones of one person that do the same end up with the same. */
function withAllOf(folder: Folder, left: Folder): Folder {
  const entries = [...join(left.replica.base, left.replica.pending)].filter(([key]) => !isServerKey(key))
  const last = entries.reduce((latest, [, { s }]) => laterOf(latest, s), folder.replica.last)
  const replica = { ...folder.replica, last, pending: join(folder.replica.pending, new Map(entries)) }
  return { ...folder, replica, local: new Map([...left.local, ...folder.local]) }
}

/** The draft's entries as edits made now, in the order in which they were made. */
function moveIn(folder: Folder, draft: Folder, now: number): Folder {
  const edits = [...draft.replica.pending].sort(([, a], [, b]) => (a.s < b.s ? -1 : 1))
  const replica = edits.reduce((into, [key, { v }]) => (v === null ? into : edit(into, key, v, now)), folder.replica)
  return { ...folder, replica, local: new Map([...folder.local, ...draft.local]) }
}
