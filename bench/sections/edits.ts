/** What one edit costs the phone: joined, written down, and said to whoever shows it. Without network and screen. */
import { randomBytes } from 'node:crypto'
import { createEntriesStore, type EntriesStore } from '../../src/miniapp/stores/entries-store'
import { createMemoryStorage } from '../../test/support/ports'
import type { Bench } from '../bench'
import { summarise } from '../load/times'
import { ms, whole, type Section } from '../report'
import { measuredTick, sixtyEntries } from '../sixty-entries'

const merchant = 'bench-merchant-0000001'
const edits = 20_000

const clock = { now: Date.now, after: () => () => undefined, random: randomBytes }

/**
 * A phone that holds sixty entries, none of them synced: the most there is to write down at an edit. In memory: how
 * long its own storage takes to write is the phone's affair.
 */
function fullPhone(): EntriesStore {
  const entries = createEntriesStore({ storage: createMemoryStorage(), clock })
  entries.open(merchant)
  for (const [key, value] of sixtyEntries) entries.set(key, value)
  return entries
}

export async function editsSection({ quick }: Bench): Promise<Section> {
  const entries = fullPhone()
  const count = quick ? edits / 10 : edits
  const durations: number[] = []
  const begin = performance.now()
  for (let i = 0; i < count; i++) {
    const from = performance.now()
    entries.set(measuredTick, i)
    durations.push(performance.now() - from)
  }
  const { perSecond, p50, p99, max } = summarise(durations, (performance.now() - begin) / 1000)
  return {
    part: 'edits',
    title: 'An edit on the phone',
    tables: [
      {
        head: ['', 'edits/s', 'p50 ms', 'p99 ms', 'most ms', 'aim'],
        rows: [['among 60 entries', whole(perSecond), ms(p50), ms(p99), ms(max), '1 ms']],
      },
    ],
    notes: [
      'The app’s own store: the edit is stamped and joined, everything kept is written as text with its checksum, and the listeners are told. On this machine, which is no phone.',
    ],
  }
}
