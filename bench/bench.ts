/** What every part gets. */
import type { ProgressBar } from '../tools/progress-bar'
import type { Load } from './load/load'
import type { Summary } from './load/times'
import { cpuOf, runJson, type RunningServer, type Workshop } from './programs'

export interface Bench {
  readonly shop: Workshop
  readonly bar: ProgressBar
  readonly quick: boolean
}

export interface Pushes extends Summary {
  /** The server's processor time for one push; null where the system does not tell. */
  readonly cpuMs: number | null
}

export async function pushTo({ shop }: Bench, server: RunningServer, load: Omit<Load, 'url'>): Promise<Pushes> {
  const before = cpuOf(server.pid)
  const child = shop.start([shop.load, JSON.stringify({ url: server.url, ...load })], {})
  const { total, ...summary } = await runJson<Summary & { readonly total: number }>(child)
  const after = cpuOf(server.pid)
  return { ...summary, cpuMs: before === null || after === null ? null : ((after - before) / total) * 1000 }
}
