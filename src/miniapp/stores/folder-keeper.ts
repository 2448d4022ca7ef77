/**
 * Which folder is open, and its place in storage: one for each merchant, and one for the draft before
 * any login. What the draft holds moves into the first merchant's folder that is opened; it is cleared
 * only when that folder has been kept, so that a kill in between costs nothing.
 */
import { beats, join } from '#sync/merge'
import { edit } from '#sync/replica'
import type { Clock } from '../ports/clock'
import type { Storage } from '../ports/storage'
import { decodeFolder, emptyFolder, encodeFolder, type Folder } from './entries-codec'
import { randomId } from './random-id'
import { createSlots, type Slots } from './slots'

export interface FolderKeeper {
  /** null: the draft. */
  merchant(): string | null
  folder(): Folder
  /** Something stored could not be read and was set aside. */
  damaged(): boolean
  /** Makes it the open folder's content. false: there was no room to store it. */
  keep(folder: Folder): boolean
  open(merchant: string): boolean
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
  let folder = read(slots)

  function read(from: Slots): Folder {
    const found = from.read(decodeFolder)
    damaged ||= found.damaged
    return found.value ?? emptyFolder(randomId(clock))
  }

  function keep(next: Folder): boolean {
    const other = slots.overtaken() ? slots.read(decodeFolder).value : null
    folder = other === null ? next : withUnsentOf(next, other)
    if (!slots.write(encodeFolder(folder))) return false
    if (draftMoved) draft.clear()
    draftMoved = false
    return true
  }

  return {
    merchant: () => merchant,
    folder: () => folder,
    damaged: () => damaged,
    keep,
    open(id) {
      // Another merchant's open folder never moves along: only the draft does.
      const moving = merchant === null ? folder : read(draft)
      merchant = id
      slots = slotsOf(id)
      draftMoved = true
      return keep(moveIn(read(slots), moving, clock.now()))
    },
    erase() {
      for (const key of storage.keys()) if (entriesKey.test(key)) storage.remove(key)
      merchant = null
      slots = slotsOf(draftName)
      draft = slots
      damaged = draftMoved = false
      folder = emptyFolder(randomId(clock))
    },
  }
}

/** Another tab's edits, which it may not have sent. Sending them twice does no harm. */
function withUnsentOf(folder: Folder, other: Folder): Folder {
  const { base } = folder.replica
  const unsent = [...other.replica.pending].filter(([key, entry]) => beats(entry, base.get(key)))
  const replica = { ...folder.replica, pending: join(folder.replica.pending, new Map(unsent)) }
  return { ...folder, replica, local: new Map([...other.local, ...folder.local]) }
}

/** The draft's entries as edits made now, in the order in which they were made. */
function moveIn(folder: Folder, draft: Folder, now: number): Folder {
  const edits = [...draft.replica.pending].sort(([, a], [, b]) => (a.s < b.s ? -1 : 1))
  const replica = edits.reduce((into, [key, { v }]) => (v === null ? into : edit(into, key, v, now)), folder.replica)
  return { ...folder, replica, local: new Map([...folder.local, ...draft.local]) }
}
