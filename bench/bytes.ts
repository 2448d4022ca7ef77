/**
 * Sizes that do not depend on the machine. The phone is the app's own (src/sync), the function the real one on
 * a store in memory; bodies are counted as HTTP carries them. test/sync/bytes.test.ts holds them to their budgets.
 */
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { entriesOf } from '#sync/doc'
import type { SyncReply } from '#sync/protocol'
import { packed } from '../src/server/adapters/packed'
import type { MerchantRecord } from '../src/server/core/records'
import { createTestCore, loginGuest, startTime, type Guest, type TestCore } from '../test/server/support/core'
import { deviceOf } from './made-up'
import { createPhone, type Phone } from './phone'
import { measuredTick, sixtyEntries } from './sixty-entries'

const day = 86_400_000
const consents = ['service', 'documents', 'share-progress', 'share-photos']

/** Bytes of JSON, one exchange. */
export interface Bodies {
  readonly request: number
  readonly reply: number
}
export interface Bytes {
  readonly tick: Bodies
  /** A phone that has nothing fetches 60 entries. */
  readonly full: Bodies
  /** Requests, the new login included, until a phone that was offline for 30 days agrees with one that went on. */
  readonly recovery: number
  /** Of the 60 entries as the store keeps them: before, and after 1,000 edits. */
  readonly stored: number
  readonly after1000: number
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

export async function measureBytes(): Promise<Bytes> {
  const core = createTestCore()
  const guest = await core.guest()
  await guest.consent(...consents)
  const phone = createPhone(deviceOf(1), guest.id)
  sixtyEntries.forEach(([key, value], n) => phone.edit(key, value, startTime - (61 - n) * 60_000))
  await settle(phone, guest, startTime)
  const full = await exchange(createPhone(deviceOf(2), guest.id), guest, startTime)
  phone.edit(measuredTick, startTime + 1000, startTime + 1000)
  core.advance(1000)
  const tick = await exchange(phone, guest, startTime + 1000)
  const stored = await storedBytes(core, guest)
  await edits(core, phone, guest, 1000)
  return { tick, full, stored, after1000: await storedBytes(core, guest), recovery: await recover() }
}

async function exchange(phone: Phone, guest: Guest, now: number): Promise<Bodies> {
  const flight = phone.request()
  // As stores/sync-round.ts sends it, by a phone that has heard the consents when it logged in.
  const request = { ...flight.request, agreed: startTime }
  const reply = await guest.call('sync', request)
  if (!reply.ok) throw new Error(`sync: ${JSON.stringify(reply)}`)
  phone.hear(flight, reply as unknown as SyncReply, now)
  return { request: bytesOf(request), reply: bytesOf(reply) }
}

/** How many requests it took; at least one. */
async function settle(phone: Phone, guest: Guest, now: number): Promise<number> {
  for (let requests = 1; ; requests++) {
    await exchange(phone, guest, now)
    if (!phone.hasWork()) return requests
  }
}

async function storedBytes({ ports }: TestCore, guest: Guest): Promise<number> {
  const stored = await ports.store.get<MerchantRecord>('merchants', guest.id)
  const { doc } = packed('merchants', stored?.value) as { readonly doc: unknown }
  return bytesOf(doc)
}

/** One entry after the other is changed and sent; the values keep their length. */
async function edits(core: TestCore, phone: Phone, guest: Guest, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    core.advance(60_000)
    const now = core.ports.clock.now()
    const [key, value] = sixtyEntries[n % sixtyEntries.length] ?? [measuredTick, now]
    phone.edit(key, value === true || typeof value === 'object' ? null : now, now)
    if (typeof value !== 'number') phone.edit(key, value, now)
    await exchange(phone, guest, now)
  }
}

/** Offline for 30 days with 200 edits, photos among them, while another phone changed 60 entries. */
async function recover(): Promise<number> {
  const core = createTestCore()
  const guest = await core.guest()
  await guest.consent(...consents)
  const [away, home] = [createPhone(deviceOf(1), guest.id), createPhone(deviceOf(2), guest.id)]
  sixtyEntries.forEach(([key, value], n) => away.edit(key, value, startTime + n))
  await settle(away, guest, startTime)
  await settle(home, guest, startTime)
  for (let n = 0; n < 200; n++)
    away.edit(`t.account-names.extra-${n % 100}`, `第 ${n} 次修改`, startTime + n * 3600_000)
  core.advance(30 * day)
  const now = core.ports.clock.now()
  for (const [key, value] of sixtyEntries) home.edit(key, value === true ? null : value, now)
  home.edit('t.shop.name', '青岚小厨二店', now)
  // The tokens have run out.
  const again = await loginGuest(core.call, guest.key)
  await settle(home, again, now)
  const requests = 1 + (await settle(away, again, now))
  const stored = await core.ports.store.get<MerchantRecord>('merchants', guest.id)
  const [theirs, ours] = [
    entriesOf(stored?.value.doc ?? { ep: '', ver: 0, gcBefore: 0, entries: [] }),
    away.replica().base,
  ]
  for (const [key, value] of theirs)
    if (JSON.stringify(ours.get(key)?.v) !== JSON.stringify(value)) throw new Error(`the copies differ at ${key}`)
  return requests
}

/** What a phone downloads for this source, minified for its engines; bytes after gzip. */
export async function bundledSize(source: string, resolveDir: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2019',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'error',
  })
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length
}

/** What the phone imports for syncing: stamp, merge, replica, receive. */
export const phoneCore = `
  export { edit, emptyReplica, entryAt, hasWork, makeRequest, viewOf } from './src/sync/replica'
  export { heard, receive } from './src/sync/receive'
  export { join, joinOps } from './src/sync/merge'
  export { isStamp, nextStamp } from './src/sync/stamp'
`
