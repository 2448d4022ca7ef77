/** Merchants by number, with ids of the lengths that the product makes (stores/random-id.ts, server/core/ids.ts). */
import { createHash } from 'node:crypto'
import type { Doc } from '#sync/doc'
import type { Stamp } from '#sync/protocol'
import type { MerchantRecord, TokenRecord } from '../src/server/core/records'
import { sixtyEntries } from './sixty-entries'

const padded = (n: number, length: number): string => String(n).padStart(length, '0')

export const deviceOf = (n: number): string => `Device${padded(n, 6)}`
/** Scattered as random ids are: the digits are those of a permutation. */
export const merchantOf = (n: number): string => `${padded(scattered(n), 10)}Merchant0000`
export const tokenOf = (n: number): string => `token-${padded(n, 37)}`
export const tokenIdOf = (n: number): string => createHash('sha256').update(tokenOf(n)).digest('hex')
export const epoch = 'Epoch00000000000000001'

/** Multiplying by an odd number is a permutation of 32 bits. */
const scattered = (n: number): number => Math.imul(n + 1, 2_654_435_761) >>> 0

/** As the store holds them after one push of `entries` entries by one phone. `now`: ms. */
export function merchantRecord(n: number, entries: number, now: number): MerchantRecord {
  const granted = { granted: true, version: '2026-11-21', at: now }
  return {
    identity: `guest:${padded(n, 64)}`,
    created: now,
    active: now,
    doc: docOf(n, entries, now),
    consents: { service: granted, documents: granted },
    consentLog: [
      { kind: 'service', ...granted },
      { kind: 'documents', ...granted },
    ],
    rep: null,
    scene: null,
    joined: null,
    uploads: [],
  }
}

export const tokenRecord = (n: number, now: number): TokenRecord => ({
  merchant: merchantOf(n),
  created: now,
  used: now,
})

const hour = 3_600_000

function docOf(n: number, count: number, now: number): Doc {
  // The entry that is pushed is one of them.
  const kept = sixtyEntries.slice(-count)
  const stampOf = (i: number): Stamp => `${padded(now - hour + i * 1000, 13)}-0000-${deviceOf(n)}`
  const entries = kept.map(([k, v], i) => ({ k, v, s: stampOf(i), n: 1 }))
  return { ep: epoch, ver: 1, gcBefore: 0, entries: entries.sort((a, b) => (a.k < b.k ? -1 : 1)) }
}
