/** Chance that can be repeated: the same seed, the same run. */
export interface Chance {
  /** [0, 1) */
  next(): number
  /** 0 … n − 1 */
  below(n: number): number
  /** true with probability p. */
  yes(p: number): boolean
  pick<T>(from: readonly T[]): T
  bytes(n: number): Uint8Array
}

/** mulberry32 (public domain, by Tommy Ettinger): 32 bits of state. */
export function createChance(seed: number): Chance {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return {
    next,
    below,
    yes: (p) => next() < p,
    pick<T>(from: readonly T[]): T {
      const picked = from[below(from.length)]
      if (picked === undefined) throw new Error('nothing to pick from')
      return picked
    },
    bytes: (n) => Uint8Array.from({ length: n }, () => below(256)),
  }
}
