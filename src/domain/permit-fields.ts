/** What is asked of a permit beside its photo: its number and its last day, as fields of `industry-permits`. */
import { untilFieldOf } from './expiries'
import type { FieldOutline, Permit, Slot } from './content/types'

/** Met by the licence's own photo. */
const licenceSlot = 'business-licence'

const until = (id: string, slot: string): FieldOutline => ({
  id,
  slot,
  label: '有效期到',
  input: 'date',
  optional: true,
})

const number = ({ id, check }: Pick<Permit, 'id' | 'check'>): FieldOutline => ({
  id: `${id}-number`,
  slot: id,
  label: '证上的编号',
  input: 'code',
  optional: true,
  soft: true,
  ...(check !== undefined && { check }),
})

/** A letter has neither; the licence's own are asked with the licence. */
export const permitFields = (
  slots: readonly Slot[],
  permits: readonly Pick<Permit, 'id' | 'check'>[],
): readonly FieldOutline[] =>
  slots.flatMap((slot) => {
    const permit = permits.find(({ id }) => id === slot.id)
    if (permit === undefined || slot.shape === 'portrait' || slot.id === licenceSlot) return []
    return [number(permit), until(untilFieldOf({ slots: 'industry' }, slot.id), slot.id)]
  })
