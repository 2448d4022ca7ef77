/** The phone's ports in memory, with every fault a test may want. */
import { createHash } from 'node:crypto'
import type { Clock } from '../../src/miniapp/ports/clock'
import type { Device } from '../../src/miniapp/ports/device'
import type { Files, PreparedPhoto, PrepareOutcome } from '../../src/miniapp/ports/files'
import type { Storage } from '../../src/miniapp/ports/storage'
import { createChance } from './chance'

export interface MemoryStorage extends Storage {
  /** Characters of keys and texts together; `set` answers false beyond. */
  capacity: number
  /** Cuts the text of a key short, as a kill in the middle of a write does. */
  tear(key: string): void
  /** Changes one of its digits. */
  spoil(key: string): void
  snapshot(): ReadonlyMap<string, string>
  restore(texts: ReadonlyMap<string, string>): void
}

export function createMemoryStorage(capacity = 10_000_000): MemoryStorage {
  const kept = new Map<string, string>()
  const sizeOf = (key: string) => (kept.has(key) ? key.length + (kept.get(key)?.length ?? 0) : 0)
  const size = () => [...kept.keys()].reduce((sum, key) => sum + sizeOf(key), 0)
  return {
    capacity,
    get: (key) => kept.get(key) ?? null,
    set(key, text) {
      if (size() - sizeOf(key) + key.length + text.length > this.capacity) return false
      kept.set(key, text)
      return true
    },
    remove: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
    tear: (key) => void kept.set(key, (kept.get(key) ?? '').slice(0, -7)),
    spoil(key) {
      const text = kept.get(key) ?? ''
      const at = text.search(/\d[^\d]*$/)
      kept.set(key, `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`)
    },
    snapshot: () => new Map(kept),
    restore(texts) {
      kept.clear()
      for (const [key, text] of texts) kept.set(key, text)
    },
  }
}

export interface FakeClock extends Clock {
  /** Lets time pass: runs what falls due, and everything that follows from it. */
  advance(ms: number): Promise<void>
  /** The person sets the phone's clock; timers do not mind. */
  jump(ms: number): void
  /** Lets promises settle without time passing. */
  settle(): Promise<void>
  /** Time stands still until this has ended: for what waits in real time, as the function's second tries do. */
  during<T>(work: Promise<T>): Promise<T>
  /** Timers still to come. */
  waiting(): number
}

export const noon = Date.UTC(2026, 10, 21, 4)

export function createFakeClock(start = noon, seed = 1): FakeClock {
  const chance = createChance(seed)
  const timers = new Map<number, { readonly due: number; readonly run: () => void }>()
  const running = new Set<Promise<unknown>>()
  let now = start
  let made = 0
  const settle = async () => {
    do {
      await Promise.allSettled(running)
      for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve))
    } while (running.size > 0)
  }
  const nextDue = (until: number) =>
    [...timers].filter(([, { due }]) => due <= until).sort(([a, x], [b, y]) => x.due - y.due || a - b)[0]
  return {
    now: () => now,
    after(ms, run) {
      const id = made++
      timers.set(id, { due: now + Math.max(0, ms), run })
      return () => void timers.delete(id)
    },
    random: chance.bytes,
    settle,
    async during(work) {
      running.add(work)
      try {
        return await work
      } finally {
        running.delete(work)
      }
    },
    waiting: () => timers.size,
    jump(ms) {
      now += ms
      for (const [id, { due, run }] of timers) timers.set(id, { due: due + ms, run })
    },
    async advance(ms) {
      const until = now + ms
      await settle()
      for (let next = nextDue(until); next !== undefined; next = nextDue(until)) {
        const [id, { due, run }] = next
        timers.delete(id)
        now = Math.max(now, due)
        run()
        await settle()
      }
      now = until
    },
  }
}

export interface FakeDevice extends Pick<Device, 'online' | 'onOnline' | 'onShow' | 'onHide'> {
  setOnline(online: boolean): void
  show(): void
  hide(): void
}

export function createFakeDevice(): FakeDevice {
  const listeners = {
    online: new Set<(online: boolean) => void>(),
    show: new Set<() => void>(),
    hide: new Set<() => void>(),
  }
  const listen = <T>(set: Set<T>, listener: T) => {
    set.add(listener)
    return () => void set.delete(listener)
  }
  let online = true
  return {
    online: () => online,
    onOnline: (listener) => listen(listeners.online, listener),
    onShow: (listener) => listen(listeners.show, listener),
    onHide: (listener) => listen(listeners.hide, listener),
    setOnline(next) {
      online = next
      for (const listener of listeners.online) listener(next)
    },
    show: () => listeners.show.forEach((listener) => listener()),
    hide: () => listeners.hide.forEach((listener) => listener()),
  }
}

export interface MemoryFiles extends Files {
  /** What `prepare` makes of a path; unnamed paths become a small photo. */
  readonly prepared: Map<string, PrepareOutcome>
  readonly kept: Map<string, string>
  /** There is no room for another photo. */
  full: boolean
}

const hex = (text: string) =>
  [...text]
    .reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)
    .toString(16)
    .padStart(8, '0')
    .repeat(8)

export const photoAt = (path: string): PreparedPhoto => ({
  path,
  width: 1600,
  height: 1200,
  bytes: 150_000,
  sha256: hex(path),
})

export function createMemoryFiles(): MemoryFiles {
  const prepared = new Map<string, PrepareOutcome>()
  const kept = new Map<string, string>()
  return {
    prepared,
    kept,
    full: false,
    choose: async () => ({ ok: true, photos: [{ path: 'chosen.jpg', bytes: 3_000_000 }] }),
    prepare: async (path) => prepared.get(path) ?? { ok: true, ...photoAt(path) },
    open: async () => null,
    render: async () => ({ ok: false, error: 'failed' }),
    letters: () => null,
    async keep(photoId, path) {
      if (this.full) return null
      kept.set(photoId, `kept:${path}`)
      return `kept:${path}`
    },
    find: async (photoId) => kept.get(photoId) ?? null,
    // As many bytes as photoAt says.
    base64: async (photoId) => (kept.has(photoId) ? 'A'.repeat(200_000) : null),
    drop: async (photoId) => void kept.delete(photoId),
  }
}

/** The path that was chosen, of one that is kept. */
export const chosenPath = (path: string): string => path.replace(/^kept:/, '')

/** The same, for a function that reads the photos: each has the bytes of the path that was chosen. */
export function createFilesOf(bytesOf: (chosen: string) => Uint8Array): MemoryFiles {
  const files = createMemoryFiles()
  return {
    ...files,
    async prepare(path) {
      const bytes = bytesOf(path)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return { ok: true, path, width: 1600, height: 1200, bytes: bytes.length, sha256 }
    },
    async base64(photoId) {
      const path = files.kept.get(photoId)
      return path === undefined ? null : Buffer.from(bytesOf(chosenPath(path))).toString('base64')
    },
  }
}
