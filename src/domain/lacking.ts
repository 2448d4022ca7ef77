/** Which photos a material still needs, as far as that can be told: among permits the merchant may have a choice. */
import type { PermitRule, Slot } from './content/types'
import type { MaterialState, SlotState } from './material-state'
import { satisfied } from './permits'

export interface Lacking {
  readonly slots: readonly Slot[]
  /** One of the slots is enough (or one group of them): which, only the merchant knows. */
  readonly choice: boolean
}

const taken = ({ photos }: SlotState) => photos.some((photo) => photo.redo === undefined)
const nothing = { ids: [], choice: false } as const

interface Ids {
  readonly ids: readonly string[]
  readonly choice: boolean
}

function lackingIds(rule: PermitRule, has: (id: string) => boolean): Ids {
  if (satisfied(rule, has)) return nothing
  if ('permit' in rule) return { ids: [rule.permit], choice: false }
  if ('all' in rule) {
    const parts = rule.all.map((part) => lackingIds(part, has))
    return { ids: [...new Set(parts.flatMap(({ ids }) => ids))], choice: parts.some(({ choice }) => choice) }
  }
  // Who has begun one of the ways goes on with it.
  const begun = rule.any.find((part) => 'all' in part && part.all.some((inner) => satisfied(inner, has)))
  if (begun) return lackingIds(begun, has)
  const ids = [...new Set(rule.any.flatMap((part) => lackingIds(part, has).ids))]
  return { ids, choice: ids.length > 1 }
}

export function lackingPhotos({ slots, permits }: Pick<MaterialState, 'slots' | 'permits'>): Lacking {
  if (permits === null) {
    return {
      slots: slots.filter((state) => !state.slot.optional && !taken(state)).map(({ slot }) => slot),
      choice: false,
    }
  }
  const has = (id: string) => slots.some((state) => state.slot.id === id && taken(state))
  const { ids, choice } = lackingIds(permits, has)
  return { slots: slots.map(({ slot }) => slot).filter(({ id }) => ids.includes(id)), choice }
}
