/** What a simulated person enters: a few keys, so that phones meet on them, and photos. */
import type { Value } from '#domain/entries'
import { isPhotoKey } from '#sync/keys'
import type { EntriesStore } from '../../../src/miniapp/stores/entries-store'
import type { Chance } from '../../support/chance'

const sha256 = 'ab'.repeat(32)

/** Keys carry the account's number: none may ever be seen in the other one's document. */
export const isOthers = (key: string, account: number): boolean => key.includes(`-of${1 - account}-`)

export interface Edit {
  readonly key: string
  readonly value: Value
}

/** `photoIds`: grows with every photo taken. `photoShare`: how often it is one. */
export function someEdit(
  chance: Chance,
  tab: EntriesStore,
  account: number,
  photoIds: string[],
  photoShare: number,
): Edit {
  const name = `f-of${account}-${chance.below(3)}`
  const erase = chance.yes(0.2)
  if (chance.yes(photoShare)) return photo(chance, tab, erase, account, photoIds)
  const [key, value] = chance.pick<readonly [string, Value]>([
    [`a.${name}`, chance.pick(['yes', 'no'])],
    [`c.${name}`, true],
    [`s.reuse.${name}`, chance.below(1000)],
    [`t.shop.${name}`, `店 ${chance.below(1000)}`],
  ])
  return { key, value: erase ? null : value }
}

function photo(chance: Chance, tab: EntriesStore, erase: boolean, account: number, photoIds: string[]): Edit {
  const there = [...tab.getState().entries.keys()].filter(isPhotoKey)
  if ((erase || there.length > 3) && there.length > 0) return { key: chance.pick(there), value: null }
  const id = `Photo${chance.below(1e9)}`.padEnd(20, 'x')
  photoIds.push(id)
  return { key: `p.slot-of${account}-x.${id}`, value: { sha256, w: 10, h: 20 } }
}
