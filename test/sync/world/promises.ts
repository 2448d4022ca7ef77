/** What phones were told is safe, and which of them still hold it: the ledger of the no-loss invariant. */
import type { Value } from '#domain/entries'
import { isPhotoKey } from '#sync/keys'
import { beats } from '#sync/merge'
import type { Op } from '#sync/protocol'
import { entryAt } from '#sync/replica'
import { stampMs } from '#sync/stamp'
import { copyOf } from '../support'
import type { SimFunction } from './function'
import { folderOf, hasUnsaved, type Phone } from './phone'

interface Promised {
  readonly op: Op
  /** The lives of the phones that were told. */
  readonly holders: Set<string>
}

/** There is an entry, and it is the op or greater. */
export const kept = (entry: { v: Value; s: string } | undefined, op: Op): boolean =>
  entry !== undefined && !beats(op, entry)

export class Promises {
  private readonly of = new Map<string, Map<string, Promised>>()

  add(merchant: string, op: Op, { life }: Phone): void {
    const promised = this.of.get(merchant) ?? new Map<string, Promised>()
    this.of.set(merchant, promised)
    const known = promised.get(op.k)
    if (known === undefined || beats(op, known.op)) promised.set(op.k, { op, holders: new Set([life]) })
    else if (known.op.s === op.s) known.holders.add(life)
  }

  erased(merchant: string): void {
    this.of.delete(merchant)
  }

  /** After copies were destroyed: what no living phone was told, and nobody has, cannot be asked for. */
  forgive(phones: readonly Phone[], there: SimFunction): void {
    const lives = new Set(phones.map(({ life }) => life))
    for (const [merchant, promised] of this.of) {
      const orphans = [...promised].filter(([, { holders }]) => ![...holders].some((life) => lives.has(life)))
      if (orphans.length === 0) continue
      const doc = there.docs.get(merchant)
      const copy = doc === undefined ? new Map<string, never>() : copyOf(doc)
      // What a phone without room has stored is older than what it holds.
      const folders = phones.filter((phone) => !hasUnsaved(phone)).flatMap((phone) => folderOf(phone, merchant) ?? [])
      for (const [key, { op }] of orphans) {
        const copies = [copy.get(key), ...folders.map(({ replica }) => entryAt(replica, key))]
        if (!copies.some((entry) => kept(entry, op))) promised.delete(key)
      }
    }
  }

  /** Every promise against what the function holds in the end. */
  check(there: SimFunction, phones: readonly Phone[]): void {
    for (const [merchant, promised] of this.of) {
      const doc = there.docs.get(merchant)
      // Erased meanwhile: a reply that came late promised what the person has taken back.
      if (doc === undefined) continue
      const final = new Map(doc.entries.map((entry) => [entry.k, entry]))
      for (const [key, { op, holders }] of promised) {
        const forgotten = isPhotoKey(key) && stampMs(op.s) < (there.gcBefore.get(merchant) ?? 0)
        if (forgotten || kept(final.get(key), op)) continue
        // No room for it after a restore: kept on the phone, and shown.
        if (phones.some((phone) => folderOf(phone, merchant)?.replica.held.has(key))) continue
        const told = [...holders].join()
        throw new Error(`lost: ${JSON.stringify(op)}, there: ${JSON.stringify(final.get(key))}, told: ${told}`)
      }
    }
  }
}
