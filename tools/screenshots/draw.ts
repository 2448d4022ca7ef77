/** Draws what changed: captures first, because a wrong one must stop everything before anything is written. */
import type { Browser } from 'playwright-core'
import { launch } from '../chromium'
import { nothingChanged } from './capture-fault'
import { createCompose, type Compose } from './compose'
import type { Encoded } from './encode'
import { fitAll, fitEach, type Candidate } from './fit'
import { isCapture, sha256, sourceHash } from './manifest'
import type { Entry } from './manifest-shape'
import { easel, render } from './render'
import type { Slot } from './slots'

export interface Drawn {
  readonly entries: Readonly<Record<string, Entry>>
  /** What is to be written, by picture. */
  readonly files: ReadonlyMap<string, Encoded>
  /** What was drawn wrong, one sentence each. */
  readonly failures: readonly string[]
}

interface Work {
  readonly slots: readonly Slot[]
  readonly wanted: readonly Slot[]
  readonly root: string
  /** What the manifest says of pictures that stay as they are. */
  readonly known: Readonly<Record<string, Entry>>
}

/** Slots with what they hold: bytes and file. */
interface Bench {
  readonly entries: Record<string, Entry>
  readonly files: Map<string, Encoded>
  readonly chromium: string
  readonly progress: (id: string, encoded: Encoded | null) => void
}

const kb = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`

function counter(total: number): Bench['progress'] {
  let count = 0
  return (id, encoded) => {
    count += 1
    const what = encoded ? `${encoded.width}×${encoded.height}  ${kb(encoded.data.length)}` : '没画成'
    console.log(`[${count}/${total}] ${id}  ${what}`)
  }
}

function put(bench: Bench, slot: Slot, encoded: Encoded, squeezed = false): void {
  bench.files.set(slot.id, encoded)
  bench.entries[slot.id] = {
    source: sourceHash(slot),
    file: sha256(encoded.data),
    width: encoded.width,
    height: encoded.height,
    bytes: encoded.data.length,
    chromium: bench.chromium,
    ...(slot.capture ? { taken: slot.capture.date ?? '' } : {}),
    ...(encoded.type === 'jpg' ? { type: 'jpg' } : {}),
    ...(squeezed ? { squeezed: true } : {}),
  }
}

/** Captures: the wanted ones are made, and those that an earlier total made smaller than they need be. */
async function candidates(work: Work, compose: Compose, bench: Bench): Promise<readonly Candidate[]> {
  const captures = work.slots.flatMap((slot) => (slot.capture ? [{ slot, capture: slot.capture }] : []))
  const kept = captures.flatMap(({ slot, capture }) => {
    const entry = work.known[slot.id]
    const stays = entry && isCapture(entry) && !entry.squeezed && !work.wanted.includes(slot)
    return stays ? [{ capture, bytes: entry.bytes, fitted: null }] : []
  })
  const upToDate = new Set(kept.map(({ capture }) => capture))
  const toMake = captures.flatMap(({ capture }) => (upToDate.has(capture) ? [] : [capture]))
  const { fitted, faults } = await fitEach(toMake, compose, bench.progress)
  if (faults.length > 0) throw nothingChanged(faults)
  return [...kept, ...fitted]
}

async function drawings(work: Work, browser: Browser, bench: Bench): Promise<readonly string[]> {
  const failures: string[] = []
  const wanted = work.wanted.filter(({ capture }) => !capture)
  if (wanted.length === 0) return failures
  const on = await easel(browser)
  for (const slot of wanted) {
    if (!slot.picture) continue
    try {
      const encoded = await render(on, slot.picture)
      put(bench, slot, encoded)
      bench.progress(slot.id, encoded)
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error))
      bench.progress(slot.id, null)
    }
  }
  return failures
}

async function everything(work: Work, browser: Browser): Promise<Drawn> {
  const squeezed = work.slots.filter((slot) => work.known[slot.id]?.squeezed && !work.wanted.includes(slot))
  const bench: Bench = {
    entries: { ...work.known },
    files: new Map(),
    chromium: browser.version(),
    progress: counter(work.wanted.length + squeezed.length),
  }
  const compose = createCompose(browser, work.root)
  const made = await candidates(work, compose, bench)
  const failures = await drawings(work, browser, bench)
  const others = work.slots
    .filter(({ capture }) => !capture)
    .reduce((sum, { id }) => sum + (bench.entries[id]?.bytes ?? 0), 0)
  const fitted = made.length > 0 ? await fitAll(made, others, compose) : []
  for (const slot of work.slots) {
    const found = fitted.find(({ capture }) => capture === slot.capture)?.fitted
    if (found) put(bench, slot, found.encoded, found.squeezed)
  }
  return { entries: bench.entries, files: bench.files, failures }
}

/** Nothing is written here. Throws on a capture that cannot be used, or on too many bytes of captures. */
export async function draw(work: Work): Promise<Drawn> {
  if (work.wanted.length === 0) return { entries: work.known, files: new Map(), failures: [] }
  const browser = await launch()
  try {
    return await everything(work, browser)
  } finally {
    await browser.close()
  }
}
