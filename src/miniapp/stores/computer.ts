/**
 * The page on a computer: shows a code, waits until a phone approves it, has a merchant's photos and texts
 * until the time is over or somebody closes it, and then nothing of them any more. It asks the function
 * every few seconds; a network that is away for a while ends nothing but the waiting.
 */
import type { Clock } from '../ports/clock'
import type { Computer } from '../ports/computer'
import type { Device } from '../ports/device'
import { createComputerCell, type ComputerCell, type ComputerState } from './computer-cell'
import { createRounds, lastMinuteMs, type Rounds } from './computer-round'
import type { Readable } from './readable'

export interface ComputerStore extends Readable<ComputerState> {
  start(): void
  stop(): void
  /** The person at the computer closes it. */
  leave(): void
  /** New codes again after a rest. */
  wake(): void
  /** The address of a photo of those shown; null: it could not be had. */
  linkTo(photoId: string, variant: 'full' | 'thumb'): Promise<string | null>
  save(photoId: string, filename: string): Promise<boolean>
}

export interface ComputerPorts extends Computer {
  readonly clock: Clock
  readonly device: Pick<Device, 'onShow' | 'onOnline'>
}

/** ms; between two rounds at least. */
const leastMs = 100

/** Not later than something ends, or begins to end. */
function msUntilNext({ open, code }: ComputerState, now: number, ms: number): number {
  const moments = [
    ...(open === null ? [] : [open.until, open.until - lastMinuteMs]),
    ...(code === null ? [] : [code.until]),
  ]
  const ahead = moments.map((at) => at - now).filter((left) => left > 0)
  return Math.max(leastMs, Math.min(ms, ...ahead))
}

function createLoop({ clock, device }: ComputerPorts, cell: ComputerCell, rounds: Rounds) {
  let running = false
  let stopped = true
  let cancel: () => void = () => undefined
  let offs: readonly (() => void)[] = []

  async function round(): Promise<void> {
    running = true
    try {
      const ms = await rounds.run()
      if (!stopped) cancel = clock.after(msUntilNext(cell.get(), clock.now(), ms), go)
    } finally {
      running = false
    }
  }
  function go(): void {
    cancel()
    if (!stopped && !running) void round()
  }
  return {
    go,
    start() {
      stopped = false
      offs = [device.onShow(go), device.onOnline((online) => online && go())]
      go()
    },
    stop() {
      stopped = true
      cancel()
      for (const off of offs) off()
    },
  }
}

export function createComputerStore(ports: ComputerPorts): ComputerStore {
  const cell = createComputerCell(ports.tab)
  const rounds = createRounds(ports, ports.clock, cell)
  const loop = createLoop(ports, cell, rounds)
  const { getState, getInitialState, subscribe } = cell.store

  async function linkTo(photoId: string, variant: 'full' | 'thumb'): Promise<string | null> {
    const { open } = cell.get()
    if (open === null) return null
    const { desk, secret } = open
    const body = { desk, secret, photoId, variant }
    const reply = await ports.backend.call<{ readonly url: string }>('photo-link', body, null)
    return reply.ok ? ports.backend.address(reply.url) : null
  }

  return {
    getState,
    getInitialState,
    subscribe,
    start: loop.start,
    stop: loop.stop,
    leave() {
      const { open } = cell.get()
      if (open === null) return
      cell.set({ open: null, contents: null, ended: 'left' })
      void rounds.poll(open, { leave: true })
      loop.go()
    },
    wake() {
      rounds.awake()
      cell.set({ resting: false })
      loop.go()
    },
    linkTo,
    async save(photoId, filename) {
      const url = await linkTo(photoId, 'full')
      if (url !== null && (await ports.save(filename, url))) return true
      loop.go() // it may have been closed
      return false
    },
  }
}
