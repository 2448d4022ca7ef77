/**
 * Tokens: 256 random bits, kept as their SHA-256, one for each login of a device. They end by not being used
 * (TOKEN_IDLE_DAYS), by age (TOKEN_MAX_DAYS), by erase-me, when a merchant has logged in on too many devices
 * (the one unused for longest goes), and when the operator ends them.
 */
import { dropDesks } from './desks'
import { everyOf } from './every'
import { newToken } from './ids'
import type { Ports } from './ports'
import type { TokenRecord } from './records'
import type { CoreSettings } from './settings'

interface Core {
  readonly ports: Pick<Ports, 'store' | 'secrets' | 'clock'>
  readonly settings: CoreSettings
}

/** Devices of one merchant; more than anybody has, so few that a stolen key cannot fill the store. */
export const maxDevices = 20
const page = 200

export const isOver = ({ created, used }: TokenRecord, settings: CoreSettings, now: number): boolean =>
  now - used > settings.tokenIdleMs || now - created > settings.tokenMaxMs

/** In clear, for the device: it is not kept. */
export async function issueToken({ ports, settings }: Core, merchant: string): Promise<string> {
  const { store, secrets, clock } = ports
  const now = clock.now()
  await makeRoom({ ports, settings }, merchant, now)
  const token = newToken(secrets)
  await store.put<TokenRecord>('tokens', secrets.sha256(token), { merchant, created: now, used: now }, 0)
  return token
}

async function makeRoom({ ports, settings }: Core, merchant: string, now: number): Promise<void> {
  const found = await tokensOf(ports, merchant)
  const live = found.filter(({ value }) => !isOver(value, settings, now))
  const unused = [...live]
    .sort((a, b) => a.value.used - b.value.used)
    .slice(0, Math.max(0, live.length - maxDevices + 1))
  const over = found.filter(({ value }) => isOver(value, settings, now))
  for (const { id } of [...over, ...unused]) await ports.store.remove('tokens', id)
}

const tokensOf = ({ store }: Pick<Ports, 'store'>, merchant: string) =>
  store.list<TokenRecord>('tokens', { where: { field: 'merchant', equals: merchant }, limit: page })

/** Every device of the merchant has to log in again, and no computer is let in. Answers how many there were. */
export async function endSessions({ store }: Pick<Ports, 'store'>, merchant: string): Promise<number> {
  await dropDesks(store, merchant)
  for (let ended = 0; ;) {
    const found = await tokensOf({ store }, merchant)
    for (const { id } of found) await store.remove('tokens', id)
    ended += found.length
    if (found.length < page) return ended
  }
}

/** Everybody's. */
export async function endAllSessions({ store }: Pick<Ports, 'store'>): Promise<number> {
  let ended = 0
  for await (const { id } of everyOf(store, 'desks')) await store.remove('desks', id)
  for await (const { id } of everyOf<TokenRecord>(store, 'tokens')) {
    await store.remove('tokens', id)
    ended += 1
  }
  return ended
}

/** Removes tokens that are over and that nobody came back with. Answers how many. */
export async function sweepTokens({ ports, settings }: Core): Promise<number> {
  let swept = 0
  for await (const { id, value } of everyOf<TokenRecord>(ports.store, 'tokens')) {
    if (!isOver(value, settings, ports.clock.now())) continue
    await ports.store.remove('tokens', id)
    swept += 1
  }
  return swept
}
