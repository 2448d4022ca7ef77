/**
 * A short name for a whole set of entries: phone and function compare it after every exchange, so
 * that a copy that went wrong silently (a restored backup, say) is found at once. Not a signature.
 */
import { canonical } from './canonical'
import type { Op, Stamped } from './protocol'

const { imul } = Math

/**
 * cyrb53 with seed 0 (public domain, by bryc: github.com/bryc/code, jshash/experimental/cyrb53.js)
 * over the text's UTF-16 code units; 53 bits.
 */
export function cyrb53(text: string): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = imul(a ^ unit, 2654435761)
    b = imul(b ^ unit, 1597334677)
  }
  a = imul(a ^ (a >>> 16), 2246822507) ^ imul(b ^ (b >>> 13), 3266489909)
  b = imul(b ^ (b >>> 16), 2246822507) ^ imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0)
}

/** cyrb53, in decimal, of the canonical JSON of `[[k, s, v], …]`, keys in UTF-16 order, tombstones included. */
export const digest = (entries: ReadonlyMap<string, Stamped>): string =>
  digestInOrder(Array.from(entries, ([k, { v, s }]) => ({ k, v, s })).sort((a, b) => (a.k < b.k ? -1 : 1)))

/** The same of entries that are in the order of their keys, as a document's are. */
export const digestInOrder = (entries: readonly Op[]): string => String(cyrb53(`[${entries.map(row).join(',')}]`))

const row = ({ k, s, v }: Op): string => `[${JSON.stringify(k)},${JSON.stringify(s)},${canonical(v)}]`
