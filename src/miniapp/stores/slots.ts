/**
 * One text kept so that a kill or a bad write never costs more than the last change: it is written in
 * turn to two storage keys, each with a generation and a checksum, and read from the newest that is
 * whole. What cannot be read is set aside under `<name>.bad`, never thrown away unseen.
 */
import { cyrb53 } from '#sync/digest'
import type { Storage } from '../ports/storage'

export interface Slots {
  /** The newest text that `decode` accepts (it answers null to what it cannot read). */
  read<T>(decode: (text: string) => T | null): { readonly value: T | null; readonly damaged: boolean }
  /** Somebody else (another tab) has written since: to be read and merged before writing. */
  overtaken(): boolean
  /** false: there was no room; the text before it is still kept. */
  write(text: string): boolean
  clear(): void
}

const seal = (generation: number, text: string): string => `${generation}.${cyrb53(`${generation}.${text}`)}.${text}`

function open<T>(sealed: string, decode: (text: string) => T | null) {
  const [, generation = '', sum, text = ''] = /^(\d{1,15})\.(\d{1,16})\.([^]*)$/.exec(sealed) ?? []
  const whole = String(cyrb53(`${generation}.${text}`)) === sum
  return { sealed, generation: Number(generation), value: whole ? decode(text) : null }
}

export function createSlots(storage: Storage, name: string): Slots {
  const keys = [`${name}.a`, `${name}.b`] as const
  const aside = `${name}.bad`
  const keyFor = (written: number): string => keys[written % 2] ?? keys[0]
  let generation = 0
  let behind = false

  function put(text: string): boolean {
    const next = generation + 1
    const sealed = seal(next, text)
    if (!storage.set(keyFor(next), sealed)) {
      // What was set aside is worth less than what the person enters now.
      storage.remove(aside)
      if (!storage.set(keyFor(next), sealed)) return false
    }
    generation = next
    return true
  }

  return {
    read(decode) {
      const found = keys.flatMap((key) => storage.get(key) ?? []).map((sealed) => open(sealed, decode))
      const [best] = found.filter(({ value }) => value !== null).sort((a, b) => b.generation - a.generation)
      const bad = found.filter(({ value }) => value === null)
      if (bad.length > 0) storage.set(aside, bad.map(({ sealed }) => sealed).join('\n'))
      generation = best?.generation ?? 0
      return { value: best?.value ?? null, damaged: bad.length > 0 }
    },
    overtaken() {
      // The first text that somebody else wrote went where the next one goes.
      const [, found = '0'] = /^(\d{1,15})\./.exec(storage.get(keyFor(generation + 1)) ?? '') ?? []
      return Number(found) > generation
    },
    write(text) {
      const kept = put(text)
      // After a time without room the other slot is old: both get what is written now.
      behind = kept ? behind && !put(text) : true
      return kept
    },
    clear() {
      for (const key of [...keys, aside]) storage.remove(key)
      generation = 0
    },
  }
}
