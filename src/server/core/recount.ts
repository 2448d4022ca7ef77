/**
 * Counting again: every row that a rep sees, from the merchant's own document. Rows change with their documents in
 * one step, so that this finds something only after the content or the rules have changed, in a new version.
 */
import { content } from '#domain/content/content'
import * as rep from '#domain/content/rep'
import { everyOf } from './every'
import { updateMerchant } from './merchants'
import type { Ports, Store } from './ports'
import { progressRow } from './progress-row'
import type { MerchantRecord, ProgressRecord, RepRecord } from './records'

/** Raise it when the rules of the rep's view change. */
const rules = 2
const page = 200
const place = 'progress-rules'

interface Counted {
  /** Of the content and rules with which the rows were made. */
  readonly rules: string
}

/** Answers how many rows were not as they should be. */
export async function recount({ store }: Pick<Ports, 'store'>): Promise<number> {
  let changed = 0
  for await (const { id } of everyOf<RepRecord>(store, 'reps'))
    for await (const merchant of merchantsOf(store, id)) {
      const kept = (await store.get<ProgressRecord>('progress', merchant.id))?.value ?? null
      if (JSON.stringify(kept) === JSON.stringify(progressRow(merchant.value))) continue
      await updateMerchant(store, merchant.id, (put) => ({ put, result: true }))
      changed += 1
    }
  return changed
}

async function* merchantsOf(store: Store, rep: string) {
  for (let after: string | undefined; ;) {
    const where = { field: 'rep', equals: rep }
    const found = await store.list<MerchantRecord>('merchants', {
      where,
      limit: page,
      ...(after !== undefined && { after }),
    })
    yield* found
    if (found.length < page) return
    after = found.at(-1)?.id
  }
}

/** Once for each version: at the start of the first process that has it. */
export async function recountWhenNew({ store, secrets }: Pick<Ports, 'store' | 'secrets'>): Promise<number> {
  const present = secrets.sha256(JSON.stringify([rules, content, rep]))
  const counted = await store.get<Counted>('meta', place)
  if (counted?.value.rules === present) return 0
  const changed = await recount({ store })
  await store.put<Counted>('meta', place, { rules: present }, counted?.version ?? 0)
  return changed
}
