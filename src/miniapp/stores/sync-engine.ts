/**
 * When phone and function exchange entries: the app comes to the front, the network comes back, a
 * moment after an edit, and every 45 s in front. One round at a time; after a failure it waits longer
 * and longer. Without the `service` consent it does not stir.
 */
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Device } from '../ports/device'
import { backoffMs, chance } from './backoff'
import { createPlan, leftOf, type Plan, type Wait } from './plan'
import type { Readable } from './readable'
import { syncRound, type RoundOutcome, type RoundPorts } from './sync-round'

export interface SyncState {
  readonly status: 'off' | 'idle' | 'syncing' | 'offline' | 'error'
  /** ms by the phone's clock; null: not since the app was started. */
  readonly lastSync: number | null
  /** What is in the way, for the person; only with status `error`. */
  readonly message: string | null
}

export interface SyncEngine extends Readable<SyncState> {
  start(): void
  stop(): void
  /** A round now, whatever was planned; settles when it is over. */
  syncNow(): Promise<void>
}

export interface EnginePorts extends RoundPorts {
  readonly device: Pick<Device, 'online' | 'onOnline' | 'onShow' | 'onHide'>
}

const regularMs = 45_000
const afterEditMs = 1_000
const surprise: RoundOutcome = { kind: 'error', message: '同步出了意外，稍后会自动再试。' }

export function createSyncEngine(ports: EnginePorts): SyncEngine {
  const store = createStore<SyncState>(() => ({ status: 'off', lastSync: null, message: null }))
  const plan = createPlan(ports.clock, () => void rounds.run())
  const rounds = createRounds(ports, store, plan)
  let listening: readonly (() => void)[] = []
  return {
    getState: store.getState,
    getInitialState: store.getInitialState,
    subscribe: store.subscribe,
    start() {
      if (listening.length > 0) return
      listening = listen(ports, rounds, plan)
      rounds.fresh()
    },
    stop() {
      for (const end of listening) end()
      listening = []
      plan.cancel()
    },
    syncNow: rounds.run,
  }
}

interface Rounds {
  run(): Promise<void>
  /** Something changed for the better: earlier failures count no longer. */
  fresh(): void
  failing(): boolean
  setFront(inFront: boolean): void
}

function createRounds(ports: EnginePorts, store: StoreApi<SyncState>, plan: Plan): Rounds {
  const { clock, device, entries } = ports
  let running: Promise<void> | null = null
  let inFront = true
  let failures = 0
  let told: Wait = { since: 0, ms: 0 }

  async function run(): Promise<void> {
    if (!isWanted(ports)) return settle({ kind: 'off' })
    if (!device.online()) return settle({ kind: 'offline' })
    const left = leftOf(told, clock.now())
    if (left > 0) return plan.at(left)
    running ??= round().finally(() => {
      running = null
    })
    return running
  }

  async function round(): Promise<void> {
    plan.cancel()
    store.setState({ status: 'syncing' })
    let outcome = surprise
    try {
      outcome = await syncRound(ports)
    } finally {
      settle(isWanted(ports) ? outcome : { kind: 'off' })
    }
  }

  function settle(outcome: RoundOutcome): void {
    const failed = outcome.kind === 'offline' || outcome.kind === 'error'
    failures = failed ? failures + 1 : 0
    const wait = outcome.kind === 'error' ? (outcome.waitMs ?? 0) : 0
    told = { since: clock.now(), ms: wait }
    const status = outcome.kind === 'done' ? 'idle' : outcome.kind
    const message = outcome.kind === 'error' ? outcome.message : null
    store.setState({ status, message, ...(outcome.kind === 'done' && { lastSync: clock.now() }) })
    if (outcome.kind === 'off') plan.cancel()
    else if (failed) plan.at(Math.max(backoffMs(failures, clock), wait))
    else if (entries.hasWork()) plan.at(soonMs(ports))
    else if (inFront) plan.at(regularMs)
  }

  return {
    run,
    fresh() {
      failures = 0
      void run()
    },
    failing: () => failures > 0,
    setFront(front) {
      inFront = front
    },
  }
}

/** There is a consent to exchange entries, or an answer about consents to tell. */
function isWanted({ session }: EnginePorts): boolean {
  const { merchantId, consents, unsentConsents } = session.getState()
  return consents.service || (merchantId !== null && unsentConsents > 0)
}

const soonMs = ({ clock }: EnginePorts): number => afterEditMs + afterEditMs * chance(clock)

function listen(ports: EnginePorts, rounds: Rounds, plan: Plan): readonly (() => void)[] {
  const { device, entries, session } = ports
  return [
    device.onShow(() => {
      rounds.setFront(true)
      rounds.fresh()
    }),
    device.onHide(() => {
      rounds.setFront(false)
      plan.cancel()
      // The last moment before the platform may end the app.
      if (entries.hasWork()) rounds.fresh()
    }),
    device.onOnline((online) => (online ? rounds.fresh() : void rounds.run())),
    entries.subscribe((state, before) => {
      if (state.unsynced > before.unsynced && !rounds.failing() && isWanted(ports)) plan.by(soonMs(ports))
    }),
    session.subscribe((state, before) => {
      const turned = state.consents.service !== before.consents.service || state.merchantId !== before.merchantId
      if (turned || state.unsentConsents > before.unsentConsents) rounds.fresh()
    }),
  ]
}
