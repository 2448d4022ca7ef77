/**
 * From the documents of a backup to a store that can be used: every merchant's document gets a new epoch,
 * so that phones notice and push again what was acknowledged after the backup; who was erased stays
 * erased; and what was ended since (a rep, a code, a consent) stays ended, as far as the store that is
 * replaced still knows it.
 */
import { inEpoch } from '#sync/doc'
import { eraseMerchant } from './account'
import type { Core } from './action'
import { endedSince, type Ended } from './restore-ended'
import { progressRow } from './progress-row'
import type { ErasedRecord, MerchantRecord } from './records'
import type { Store } from './ports'
import { everyOf } from './every'
import type { Kept, WholeStore } from './whole-store'

export interface Restoring {
  /** The backup's documents, checked before. */
  readonly documents: AsyncIterable<Kept>
  /** From elsewhere: another backup's list of erasures. */
  readonly erased: ReadonlyMap<string, ErasedRecord>
  readonly epoch: string
  /** Called with the number of documents done so far. */
  readonly onProgress: (done: number) => void
  /** Everything is there and nothing is final yet: the last moment to throw. */
  readonly check: (store: Store) => Promise<void>
}
export interface Restored {
  readonly documents: number
  /** Merchants of the backup who were erased after it. */
  readonly erased: number
}

const batch = 500

/** All or nothing (WholeStore.replace). `core`: its store is not used. */
export async function restore(core: Core, whole: WholeStore, restoring: Restoring): Promise<Restored> {
  const { documents, epoch, onProgress, check } = restoring
  const erased = new Map(restoring.erased)
  const now = core.ports.clock.now()
  let ended: Ended | null = null
  let done = 0
  let gone = 0
  await whole.replace({
    async before(present) {
      if (present === null) return
      ended = await endedSince(present)
      for await (const { id, value } of everyOf<ErasedRecord>(present, 'erased')) erased.set(id, value)
    },
    async fill({ store, add }) {
      let waiting: Kept[] = []
      for await (const document of documents) {
        done += 1
        if (document.collection === 'erased') erased.set(document.id, document.value as ErasedRecord)
        else waiting.push(...usable(document, { epoch, now, ended }))
        if (waiting.length < batch) continue
        await add(waiting)
        waiting = []
        onProgress(done)
      }
      await add(waiting)
      gone = await replay({ ...core, ports: { ...core.ports, store } }, erased)
      onProgress(done)
      await check(store)
    },
  })
  return { documents: done, erased: gone }
}

interface Moment {
  readonly epoch: string
  readonly now: number
  readonly ended: Ended | null
}

/** What the files were sealed with (server/key-check.ts). */
const keyNotes: ReadonlySet<string> = new Set(['master-key', 'merchant-keys'])

/** What of a backup's document goes back: itself, changed, or nothing. */
function usable(document: Kept, { epoch, now, ended }: Moment): readonly Kept[] {
  const { collection, id, value } = document
  // Uploads under way are asked for again; a reminder whose moment has passed may have been sent.
  if (collection === 'tickets' || collection === 'pieces') return []
  if (collection === 'reminders') return Number(id.slice(0, 13)) < now ? [] : [document]
  if (collection === 'meta') return keyNotes.has(id) ? [document] : []
  const kept = ended === null ? value : ended.in(collection, id, value)
  if (collection !== 'merchants') return [{ ...document, value: kept }]
  const merchant = kept as MerchantRecord
  const restored = { ...merchant, doc: inEpoch(merchant.doc, epoch) }
  return [{ ...document, value: restored, row: progressRow(restored) }]
}

/** Everything about them goes again, files too; the list itself is kept for the next restore. */
async function replay(core: Core, erased: ReadonlyMap<string, ErasedRecord>): Promise<number> {
  const { store } = core.ports
  let count = 0
  for (const [id, note] of erased) {
    await store.put<ErasedRecord>('erased', id, note, 0)
    const merchant = (await store.get<MerchantRecord>('merchants', id))?.value ?? null
    await eraseMerchant(core, id, merchant, note.by ?? 'merchant')
    if (merchant !== null) count += 1
  }
  return count
}
