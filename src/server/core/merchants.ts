/** A merchant's own document: made at the first login, changed by compare-and-swap. */
import { emptyDoc } from '#sync/doc'
import type { MerchantRecord } from './records'
import type { Ports, Store } from './ports'
import { progressRow } from './progress-row'
import { update, type Decision } from './update'

/** `active` is exact to this. */
const activeMs = 3_600_000

export const newMerchant = (identity: string, epoch: string, now: number): MerchantRecord => ({
  identity,
  created: now,
  active: now,
  doc: emptyDoc(epoch),
  consents: {},
  consentLog: [],
  rep: null,
  scene: null,
  joined: null,
  uploads: [],
})

export async function getMerchant({ store }: Pick<Ports, 'store'>, id: string): Promise<MerchantRecord | null> {
  return (await store.get<MerchantRecord>('merchants', id))?.value ?? null
}

/** The one way to write a merchant: what their rep sees changes in the same step. null: the merchant was erased. */
export const updateMerchant = <R>(
  store: Store,
  id: string,
  decide: (merchant: MerchantRecord) => Decision<MerchantRecord, R>,
): Promise<R | null> => update<MerchantRecord, R>(store, 'merchants', id, decide, progressRow)

/** The merchant's own doing: notes their activity along the way. */
export function changeMerchant<R>(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  id: string,
  decide: (merchant: MerchantRecord, now: number) => Decision<MerchantRecord, R>,
): Promise<R | null> {
  return updateMerchant<R>(store, id, (merchant) => {
    const now = clock.now()
    const decision = decide(merchant, now)
    if (decision.put === undefined && now - merchant.active < activeMs) return decision
    return { result: decision.result, put: { ...(decision.put ?? merchant), active: now } }
  })
}
