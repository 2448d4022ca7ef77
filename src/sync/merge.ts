/**
 * How two copies agree: for each key the greater entry stays. Entries of one key are totally ordered
 * by stamp, then by value, so the join is associative, commutative and idempotent, and copies that
 * have seen the same entries are equal, in whatever order and however often they arrived.
 */
import { canonical } from './canonical'
import type { Op, Stamped } from './protocol'

export type Copy = ReadonlyMap<string, Stamped>

/** `entry` takes the place of `other`. Equal stamps (a cloned device) are decided by the value. */
export function beats(entry: Stamped, other: Stamped | undefined): boolean {
  if (other === undefined || entry.s > other.s) return true
  return entry.s === other.s && canonical(entry.v) > canonical(other.v)
}

/** The join of a copy and single entries, as a new copy. */
export function joinOps(copy: Copy, ops: Iterable<Op>): Map<string, Stamped> {
  const joined = new Map(copy)
  for (const { k, v, s } of ops) if (beats({ v, s }, joined.get(k))) joined.set(k, { v, s })
  return joined
}

/** The join of two copies. */
export function join(a: Copy, b: Copy): Map<string, Stamped> {
  const joined = new Map(a)
  for (const [key, entry] of b) if (beats(entry, joined.get(key))) joined.set(key, entry)
  return joined
}
