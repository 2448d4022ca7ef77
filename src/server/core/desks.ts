/**
 * Computers that ask for a merchant's photos and texts ("desks"): opened by anyone, approved on a phone once,
 * let in for minutes. A desk's id is in its QR code and opens nothing; what does is the secret, which only
 * the computer has.
 */
import { everyOf } from './every'
import { newId, newToken } from './ids'
import type { Ports, Store } from './ports'
import type { DeskRecord } from './desk-record'
import { deskProof } from './schemas'
import { deskCodeMs } from './settings'

export type DeskState = 'waiting' | 'approved' | 'expired' | 'revoked'

export function stateOf({ merchant, expires, revoked }: DeskRecord, now: number): DeskState {
  if (revoked) return 'revoked'
  if (expires <= now) return 'expired'
  return merchant === null ? 'waiting' : 'approved'
}

type DeskPorts = Pick<Ports, 'store' | 'secrets' | 'clock'>

/** The secret in clear, for the computer: it is not kept. */
export async function openDesk({ store, secrets, clock }: DeskPorts, browser: string) {
  const desk = newId(secrets)
  const secret = newToken(secrets)
  const expires = clock.now() + deskCodeMs
  const record = { secret: secrets.sha256(secret), browser, expires, merchant: null, revoked: false }
  await store.put<DeskRecord>('desks', desk, record, 0)
  return { desk, secret, expires }
}

const nobodys = ''

/** null: no such desk, or not its secret; which of them cannot be told from the time either. */
export async function deskBySecret(
  { store, secrets }: DeskPorts,
  { desk, secret }: { readonly desk: string; readonly secret: string },
): Promise<DeskRecord | null> {
  const found = await store.get<DeskRecord>('desks', desk)
  const same = secrets.same(secrets.sha256(secret), found?.value.secret ?? nobodys)
  return found !== null && same ? found.value : null
}

/** The merchant for whom a computer may act, by what its body proves; null: none. */
export async function sessionOfDesk(
  ports: DeskPorts,
  body: unknown,
): Promise<{ readonly merchant: string; readonly from: null; readonly desk: string } | null> {
  const proof = deskProof.safeParse(body)
  const found = proof.success ? await deskBySecret(ports, proof.data) : null
  if (!proof.success || found === null || found.merchant === null) return null
  if (stateOf(found, ports.clock.now()) !== 'approved') return null
  return { merchant: found.merchant, from: null, desk: proof.data.desk }
}

/** Asked when a link is opened: it ends with the desk it was made for. */
export async function isOpenFor({ store, clock }: DeskPorts, desk: string, merchant: string): Promise<boolean> {
  const found = await store.get<DeskRecord>('desks', desk)
  return found?.value.merchant === merchant && stateOf(found.value, clock.now()) === 'approved'
}

/** More than anybody has approved within minutes. */
const most = 100

const desksOf = ({ store }: { readonly store: Store }, merchant: string) =>
  store.list<DeskRecord>('desks', { where: { field: 'merchant', equals: merchant }, limit: most })

export async function openDesksOf({ store, clock }: Pick<Ports, 'store' | 'clock'>, merchant: string) {
  const found = await desksOf({ store }, merchant)
  return found.filter(({ value }) => stateOf(value, clock.now()) === 'approved')
}

/** Every computer that this merchant let in is out, and nothing tells that it was in. */
export async function dropDesks(store: Store, merchant: string): Promise<void> {
  for (;;) {
    const found = await desksOf({ store }, merchant)
    for (const { id } of found) await store.remove('desks', id)
    if (found.length < most) return
  }
}

/** ms; so long a computer can still learn how its desk ended. */
const toldMs = 600_000

/** Removes what is over. Answers how many. */
export async function sweepDesks({ store, clock }: Pick<Ports, 'store' | 'clock'>): Promise<number> {
  let swept = 0
  for await (const { id, value } of everyOf<DeskRecord>(store, 'desks')) {
    if (clock.now() - value.expires < toldMs) continue
    await store.remove('desks', id)
    swept += 1
  }
  return swept
}
