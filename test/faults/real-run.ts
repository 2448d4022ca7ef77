/**
 * One merchant's few phones against the real server: edits, syncs that overlap, apps that end, clocks that
 * are wrong. In the end the network is good, and what was acknowledged must be there.
 */
import { digest } from '../../src/sync/digest'
import { beats } from '../../src/sync/merge'
import type { Op } from '../../src/sync/protocol'
import { createChance, type Chance } from '../support/chance'
import { createSlots } from '../../src/miniapp/stores/slots'
import { decodeFolder } from '../../src/miniapp/stores/entries-codec'
import type { Replica } from '../../src/sync/replica'
import { createRealPhone, type RealPhone, type Witness } from './real-phone'

export interface RealRun {
  /** Settles when the steps are done. */
  readonly done: Promise<void>
  /** Over a good network: everybody syncs, and every invariant is checked. Answers how many edits were acknowledged. */
  finish(): Promise<number>
}

const steps = 60
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** `origin`: where the phones find the server; `up`: whether it runs at the moment. */
export function startRealRun(seed: number, origin: () => string, up: () => boolean): RealRun {
  const chance = createChance(seed)
  const ledger = createLedger()
  const phones = Array.from({ length: 2 + chance.below(3) }, () => createRealPhone(origin, chance, ledger))
  const [firstPhone, ...others] = phones
  if (firstPhone === undefined) throw new Error('no phone')
  // The guest's key is made on the phone before it is used, so that lost replies make no second merchant.
  const key = Buffer.from(chance.bytes(32)).toString('hex')
  const started = Promise.all(phones.map((phone) => phone.stores().session.takeOver(key)))
  return {
    done: started.then(() => act(chance, phones, up)),
    async finish() {
      for (let round = 0; round < 3; round++) for (const phone of [firstPhone, ...others]) await settle(phone, key)
      return check(phones, ledger)
    },
  }
}

async function act(chance: Chance, phones: readonly RealPhone[], up: () => boolean): Promise<void> {
  const running = new Set<Promise<unknown>>()
  for (let i = 0; i < steps; i++) {
    // While the server starts again little happens: the interesting moments are before and after.
    while (!up() && chance.yes(0.9)) await pause(100)
    const phone = chance.pick(phones)
    const dice = chance.below(100)
    if (dice < 55) enter(chance, phone)
    else if (dice < 88) {
      const round = phone.sync().catch(() => null)
      running.add(round)
      void round.finally(() => running.delete(round))
    } else if (dice < 94) phone.restart()
    else phone.setSkew(chance.pick([0, 0, -40_000, 90_000, 400 * 86_400_000, -700 * 86_400_000]))
    await pause(chance.below(90))
  }
  await Promise.all(running)
}

function enter(chance: Chance, phone: RealPhone): void {
  const { entries } = phone.stores()
  const name = `field-${chance.below(4)}`
  const erase = chance.yes(0.15)
  const [key, value] = chance.pick<readonly [string, string | true | number]>([
    [`t.shop.${name}`, `店 ${chance.below(10_000)}`],
    [`c.${name}`, true],
    [`s.reuse.${name}`, chance.below(10_000)],
  ])
  const outcome = entries.set(key, erase ? null : value)
  if (!outcome.ok) throw new Error(`refused ${key}: ${outcome.error}`)
  if ((entries.getState().entries.get(key) ?? null) !== (erase ? null : value))
    throw new Error(`own edit vanished: ${key}`)
}

/** Syncs until there is nothing left to tell; the first call may still have to log in. */
async function settle(phone: RealPhone, key: string): Promise<void> {
  phone.setSkew(0)
  await phone.stores().session.takeOver(key)
  for (let i = 0; i < 5; i++) {
    const { kind } = await phone.sync()
    if (kind === 'done' && !phone.stores().entries.hasWork()) return
  }
  throw new Error('a phone does not settle')
}

interface Ledger extends Witness {
  readonly promised: Map<string, Op>
}

/** What phones were told is safe; and that versions never fall. */
function createLedger(): Ledger {
  const promised = new Map<string, Op>()
  let newest = 0
  return {
    promised,
    began: () => newest,
    heard(start, { ops }, { ver, rejected }) {
      // Replies may overtake each other; one that was asked for after another must not be older.
      if (ver < start) throw new Error(`the version fell from ${start} to ${ver}`)
      newest = Math.max(newest, ver)
      const refused = new Set((rejected ?? []).map(({ k }) => k))
      for (const op of ops) if (!refused.has(op.k) && beats(op, promised.get(op.k))) promised.set(op.k, op)
    },
  }
}

function replicaOf(phone: RealPhone): Replica {
  const { merchantId } = phone.stores().session.getState()
  const folder = createSlots(phone.storage, `kt.${merchantId ?? ''}.entries`).read(decodeFolder).value
  if (folder === null) throw new Error('nothing stored')
  return folder.replica
}

function check(phones: readonly RealPhone[], { promised }: Ledger): number {
  const merchants = new Set(phones.map((phone) => phone.stores().session.getState().merchantId))
  if (merchants.size !== 1) throw new Error('one key, two merchants')
  const replicas = phones.map(replicaOf)
  const digests = new Set(replicas.map(({ base }) => digest(base)))
  if (digests.size !== 1) throw new Error('copies differ')
  for (const { pending, base } of replicas) {
    if (pending.size > 0) throw new Error(`still pending: ${[...pending.keys()].join()}`)
    for (const [key, op] of promised) {
      const final = base.get(key)
      if (final === undefined || beats(op, final))
        throw new Error(`lost: ${JSON.stringify(op)}, there: ${JSON.stringify(final)}`)
    }
  }
  return promised.size
}
