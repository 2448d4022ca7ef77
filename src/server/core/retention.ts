/**
 * What the consent texts promise: some time after a merchant has finished (RETENTION_DAYS, 90 by default),
 * everything about them is deleted, as by erase-me. Who has not finished is left alone.
 */
import { content } from '#domain/content/content'
import type { Entries } from '#domain/entries'
import { progress } from '#domain/progress'
import { stampMs } from '#sync/stamp'
import { eraseMerchant } from './account'
import type { Core } from './action'
import { everyOf } from './every'
import type { ErasedRecord, MerchantRecord } from './records'

const page = 100

/** ms when the last step was ticked; null while something is left to do. */
function finishedAt({ doc }: MerchantRecord, now: number): number | null {
  const entries: Entries = new Map(doc.entries.map(({ k, v }) => [k, v]))
  if (!progress(content, entries, now).finished) return null
  return Math.max(...doc.entries.filter(({ k }) => k.startsWith('s.')).map(({ s }) => stampMs(s)))
}

/**
 * Keys of merchants who were erased do not come back: not with an upload that was on its way, and not with a
 * copy of the keys that an operator put back.
 */
async function voidErased({ ports }: Core): Promise<void> {
  const { store, files } = ports
  if (files.forget === undefined) return
  for await (const { id } of everyOf<ErasedRecord>(store, 'erased')) await files.forget(id)
}

/** Answers how many were erased. One that fails does not keep the others; it is tried again next time. */
export async function purge(core: Core, retentionMs: number): Promise<number> {
  const { store, clock, log } = core.ports
  let erased = 0
  for (let after = ''; ;) {
    const found = await store.list<MerchantRecord>('merchants', { limit: page, ...(after !== '' && { after }) })
    for (const { id, value } of found) {
      const finished = finishedAt(value, clock.now())
      if (finished === null || clock.now() - finished < retentionMs) continue
      try {
        await eraseMerchant(core, id, value, 'retention')
        erased += 1
      } catch (error) {
        log.error('purge failed', error, { merchant: id })
      }
    }
    const last = found[found.length - 1]
    if (found.length < page || last === undefined) break
    after = last.id
  }
  await voidErased(core)
  return erased
}
