/** A phone whose stores are the app's own, talking HTTP through the faulty proxy. */
import { parseSyncReply } from '../../src/miniapp/stores/sync-reply'
import { syncRound, type RoundOutcome } from '../../src/miniapp/stores/sync-round'
import { createStores, type Stores } from '../../src/miniapp/stores/create-stores'
import { parseJson, isRecord } from '../../src/miniapp/stores/shapes'
import type { Backend, Reply } from '../../src/miniapp/ports/backend'
import type { SyncReply, SyncRequest } from '../../src/sync/protocol'
import type { Chance } from '../support/chance'
import { noNetwork } from '../support/backends'
import { createFakeDevice, createMemoryFiles } from '../support/ports'
import { createSimStorage, type SimStorage } from '../sync/world/storage'

/** Told of every exchange whose reply reached the phone. `start`: what `began` answered. */
export interface Witness {
  began(): number
  heard(start: number, request: SyncRequest, reply: SyncReply): void
}

export interface RealPhone {
  readonly storage: SimStorage
  stores(): Stores
  /** ms; what its clock is off by from now on. */
  setSkew(ms: number): void
  sync(): Promise<RoundOutcome>
  /** The app ends, whatever it was doing, and is started again. */
  restart(): void
}

const timeoutMs = 4_000

export function createRealPhone(origin: () => string, chance: Chance, witness: Witness): RealPhone {
  const storage = createSimStorage()
  let skew = 0
  const clock = {
    now: () => Date.now() + skew,
    after(ms: number, run: () => void) {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
    random: chance.bytes,
  }
  const boot = (): Stores => {
    const backend = createBackend(origin, witness)
    const identity = { kind: 'guest' as const, code: async () => null }
    return createStores({ backend, storage, clock, files: createMemoryFiles(), identity, device: createFakeDevice() })
  }
  let stores = boot()
  return {
    storage,
    stores: () => stores,
    setSkew(ms) {
      skew = ms
    },
    sync: () => syncRound({ clock, entries: stores.entries, session: stores.session }),
    restart() {
      stores = boot()
    },
  }
}

/** As adapters/http-backend.ts does it, with fetch instead of Taro. */
function createBackend(origin: () => string, witness: Witness): Backend {
  async function post(action: string, body: object, token: string | null): Promise<unknown> {
    const response = await fetch(`${origin()}/api/${action}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) },
      signal: AbortSignal.timeout(timeoutMs),
    })
    return parseJson(await response.text())
  }
  return {
    address: (url) => url,
    upload: async () => noNetwork,
    async call<T>(action: string, body: object, token: string | null): Promise<Reply<T>> {
      const start = witness.began()
      const data = await post(action, body, token).catch(() => null)
      if (!isRecord(data) || typeof data.ok !== 'boolean') return noNetwork
      const reply = action === 'sync' ? parseSyncReply(data) : null
      if (reply?.ok) witness.heard(start, body as SyncRequest, reply)
      return data as Reply<T>
    },
  }
}
