/**
 * What the store that is about to be replaced knows to have ended. A backup is older than it, and must
 * not give a revoked rep the role back, or undo a merchant's withdrawal.
 */
import { endConsents } from './consent'
import { everyOf } from './every'
import {
  consentKinds,
  type ClaimRecord,
  type ConsentKind,
  type MerchantRecord,
  type RepRecord,
  type SceneRecord,
} from './records'
import type { Collection } from './collections'
import type { Reading } from './whole-store'

export interface Ended {
  /** The document as it goes back. */
  in(collection: Collection, id: string, value: unknown): unknown
}

interface Withdrawn {
  readonly kind: ConsentKind
  /** ms */
  readonly at: number
}

export async function endedSince(present: Reading): Promise<Ended> {
  const revoked = await dates<RepRecord>(present, 'reps', ({ revoked: at }) => at)
  const closed = await dates<SceneRecord>(present, 'scenes', ({ revoked: at }) => at)
  const used = await dates<ClaimRecord>(present, 'claims', ({ used: at }) => at)
  const withdrawn = await withdrawals(present)
  return {
    in(collection, id, value) {
      if (collection === 'reps') return ending(value as RepRecord, 'revoked', revoked.get(id))
      if (collection === 'scenes') return ending(value as SceneRecord, 'revoked', closed.get(id))
      if (collection === 'claims') return ending(value as ClaimRecord, 'used', used.get(id))
      return collection === 'merchants' ? withdrawing(value as MerchantRecord, withdrawn.get(id) ?? []) : value
    },
  }
}

const ending = <T extends object>(value: T, member: keyof T, at: number | undefined): T =>
  at === undefined || value[member] !== null ? value : { ...value, [member]: at }

function withdrawing(merchant: MerchantRecord, withdrawn: readonly Withdrawn[]): MerchantRecord {
  return withdrawn
    .filter(({ kind, at }) => (merchant.consents[kind]?.at ?? at) < at)
    .reduce((changed, { kind, at }) => endConsents(changed, [kind], 'restored', at), merchant)
}

async function dates<T>(store: Reading, collection: Collection, of: (value: T) => number | null) {
  const found = new Map<string, number>()
  for await (const { id, value } of everyOf<T>(store, collection)) {
    const at = of(value)
    if (at !== null) found.set(id, at)
  }
  return found
}

async function withdrawals(store: Reading): Promise<ReadonlyMap<string, readonly Withdrawn[]>> {
  const found = new Map<string, readonly Withdrawn[]>()
  for await (const { id, value } of everyOf<MerchantRecord>(store, 'merchants')) {
    const taken = consentKinds.flatMap((kind) => {
      const consent = value.consents[kind]
      return consent?.granted === false ? [{ kind, at: consent.at }] : []
    })
    if (taken.length > 0) found.set(id, taken)
  }
  return found
}
