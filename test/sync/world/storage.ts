/** A phone's storage that can be full, wiped, torn, set back, or end the app between two of its writes. */
import type { Storage } from '../../../src/miniapp/ports/storage'

/** The app was ended in the middle of a change: nothing after this write happened. */
export class Killed extends Error {
  override readonly name = 'Killed'
}

export interface SimStorage extends Storage {
  full: boolean
  /** Writes that still succeed before the app is ended. */
  writesLeft: number
  /**
   * Damages the newer of an open folder's two slots, unless it is the first text ever written: cut short, or
   * one digit changed (the first one after `where`, a share of the text).
   */
  damageNewest(folder: string, how: 'cut' | 'digit', where: number): boolean
  snapshot(): ReadonlyMap<string, string>
  restore(texts: ReadonlyMap<string, string>): void
}

export function createSimStorage(): SimStorage {
  const kept = new Map<string, string>()
  return {
    full: false,
    writesLeft: Infinity,
    get: (key) => kept.get(key) ?? null,
    set(key, text) {
      if (this.writesLeft-- <= 0) throw new Killed()
      if (this.full) return false
      kept.set(key, text)
      return true
    },
    remove(key) {
      if (this.writesLeft-- <= 0) throw new Killed()
      kept.delete(key)
    },
    keys: () => [...kept.keys()],
    damageNewest(folder, how, where) {
      const [a, b] = [`${folder}.a`, `${folder}.b`]
      const newest = generationOf(kept.get(a)) > generationOf(kept.get(b)) ? a : b
      if (generationOf(kept.get(newest)) < 2) return false
      const text = kept.get(newest) ?? ''
      kept.set(newest, how === 'cut' ? text.slice(0, -7) : otherDigit(text, Math.floor(text.length * where)))
      return true
    },
    snapshot: () => new Map(kept),
    restore(texts) {
      kept.clear()
      for (const [key, text] of texts) kept.set(key, text)
    },
  }
}

export const generationOf = (sealed: string | undefined | null): number => parseInt(sealed ?? '0', 10)

function otherDigit(text: string, from: number): string {
  const after = text.slice(from).search(/\d/)
  const at = after < 0 ? text.search(/\d[^\d]*$/) : from + after
  return `${text.slice(0, at)}${(Number(text[at]) + 1) % 10}${text.slice(at + 1)}`
}
