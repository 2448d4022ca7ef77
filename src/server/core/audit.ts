/**
 * What reps looked at and did: a chain of entries for each rep. An entry holds the hash of the one before, so
 * that none can be changed, taken out or put in between without every later one telling. Ids and codes only.
 * OWASP Logging Cheat Sheet; ASVS 16.2.5, 16.3.2.
 */
import type { Core } from './action'
import { everyOf } from './every'
import { Unavailable, type Ports } from './ports'
import type { AuditRecord } from './records'
import type { Reply } from './reply'

type Unsealed = Omit<AuditRecord, 'hash'>

const attempts = 16
const seqDigits = 10

const hashOf = (
  { secrets }: Pick<Ports, 'secrets'>,
  { rep, seq, at, action, merchant, photo, result, before }: Unsealed,
): string => secrets.sha256(JSON.stringify([before, rep, seq, at, action, merchant, photo, result]))

async function lastOf({ store }: Pick<Ports, 'store'>, rep: string): Promise<AuditRecord | null> {
  const where = { field: 'rep', equals: rep }
  const [last] = await store.list<AuditRecord>('audit', { where, order: { field: 'seq', descending: true }, limit: 1 })
  return last?.value ?? null
}

/** Throws when it cannot be written: what is not in the log has not been shown. */
export async function writeAudit(
  { ports }: Pick<Core, 'ports'>,
  rep: string,
  action: string,
  about: { readonly merchant?: string; readonly photo?: string },
  reply: Reply,
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const last = await lastOf(ports, rep)
    const entry: Unsealed = {
      rep,
      seq: String(Number(last?.seq ?? 0) + 1).padStart(seqDigits, '0'),
      at: ports.clock.now(),
      action,
      merchant: about.merchant ?? null,
      photo: about.photo ?? null,
      result: reply.ok ? 'ok' : String(reply.error),
      before: last?.hash ?? '',
    }
    const record: AuditRecord = { ...entry, hash: hashOf(ports, entry) }
    // Two looks at once: only one of them is the next entry.
    if (await ports.store.put<AuditRecord>('audit', `${rep}.${entry.seq}`, record, 0)) return
  }
  throw new Unavailable('audit: too many writers on one chain')
}

export interface Chain {
  readonly rep: string
  readonly entries: readonly AuditRecord[]
  /** The first entry that does not fit; null: the chain is whole. */
  readonly broken: string | null
}

/** Every chain, or one rep's, read and checked. */
export async function readAudit(ports: Pick<Ports, 'store' | 'secrets'>, rep?: string): Promise<readonly Chain[]> {
  const chains = new Map<string, AuditRecord[]>()
  for await (const { value } of everyOf<AuditRecord>(ports.store, 'audit')) {
    if (rep !== undefined && value.rep !== rep) continue
    chains.set(value.rep, [...(chains.get(value.rep) ?? []), value])
  }
  return [...chains].map(([id, entries]) => ({ rep: id, entries, broken: brokenIn(ports, entries) }))
}

function brokenIn(ports: Pick<Ports, 'secrets'>, entries: readonly AuditRecord[]): string | null {
  let before = ''
  for (const [i, entry] of entries.entries()) {
    const fits = Number(entry.seq) === i + 1 && entry.before === before && entry.hash === hashOf(ports, entry)
    if (!fits) return entry.seq
    before = entry.hash
  }
  return null
}
