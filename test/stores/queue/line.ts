/** The line between one run of the app and the function: drops, time-outs, aborts, and the end of the run. */
import type { Backend, Reply, UploadTicket, UploadWatch } from '../../../src/miniapp/ports/backend'
import type { Chance } from '../../support/chance'
import type { FakeClock } from '../../support/ports'
import type { Fn } from './function'

export interface Weather {
  /** Chance that a request, or its reply, is lost. */
  drop: number
  /** An upload never ends within its 60 s, a call takes 12 s. */
  slow: boolean
  /** The function does not answer at all. */
  down: boolean
}

export interface Line extends Backend {
  /** The app was killed: nothing of this run is heard of any more. */
  cut(): void
}

const noNetwork = { ok: false, error: 'network', message: 'x' } as const
const callMs = 12_000
const uploadMs = 60_000

interface LinePorts {
  readonly fn: Fn
  readonly clock: FakeClock
  readonly chance: Chance
  readonly weather: Weather
  readonly bytesOf: (path: string) => Uint8Array
  /** More of one phone at a time than there should be. */
  readonly onUploads: (atOnce: number) => void
}

export function createLine({ fn, clock, chance, weather, bytesOf, onUploads }: LinePorts): Line {
  let alive = true
  let uploads = 0
  const never = <T>() => new Promise<T>(() => undefined)
  const wait = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve))
  const json = <T>(value: unknown) => JSON.parse(JSON.stringify(value)) as T

  /** A request on its way: lost, answered, or answered and the answer lost. */
  async function carried<T>(run: () => Promise<unknown>): Promise<Reply<T>> {
    if (!alive) return never()
    await wait(weather.slow ? callMs : 50)
    if (!alive) return never()
    if (weather.down || chance.yes(weather.drop)) return noNetwork
    const reply = json<Reply<T>>(await clock.during(run()))
    if (!alive) return never()
    return chance.yes(weather.drop) ? noNetwork : reply
  }
  async function upload<T>(ticket: UploadTicket, path: string, watch: UploadWatch): Promise<Reply<T>> {
    if (weather.slow) {
      for (const part of [0.2, 0.4, 0.6]) {
        await wait(uploadMs / 3)
        if (watch.signal?.aborted !== true) watch.onProgress?.(part)
      }
      return alive ? noNetwork : never()
    }
    watch.onProgress?.(0.5)
    const name = /ticket=([^&]+)/.exec(ticket.url)?.[1] ?? ''
    return carried(() => fn.process().door.upload(name, async () => bytesOf(path)))
  }
  return {
    address: (url) => `https://shop.example${url}`,
    call: (action, body, token) =>
      carried(() => fn.process().companion({ via: 'token', token }, action, json<object>(body))),
    async upload(ticket, path, watch) {
      onUploads(++uploads)
      const aborted = new Promise<typeof noNetwork>((resolve) => watch.signal?.onAbort(() => resolve(noNetwork)))
      try {
        return await Promise.race([upload<never>(ticket, path, watch), aborted])
      } finally {
        uploads--
      }
    },
    cut() {
      alive = false
    },
  }
}
