/** What of a material is there, and what is missing. */
import type { FieldOutline, MaterialOutline, PermitOutline, PermitRule, Slot } from './content/types'
import { keyOf, type Entries } from './entries'
import { checkField } from './field-check'
import { describe, satisfied } from './permits'
import type { PhotoState } from './photos'
import type { PlannedMaterial } from './route'

export interface SlotState {
  readonly slot: Slot
  readonly photos: readonly PhotoState[]
}

export interface MaterialState {
  readonly material: MaterialOutline
  /** `none`: does not apply. `redo`: a photo is to be taken again. */
  readonly state: 'todo' | 'done' | 'redo' | 'none'
  /** What is missing, by name. */
  readonly missing: readonly string[]
  /** Of `redo`. */
  readonly reason?: string
  readonly slots: readonly SlotState[]
  readonly fields: readonly FieldOutline[]
  readonly permits: PermitRule | null
}

/** What is kept for a field; '' when nothing, or nothing readable. */
export function textOf(entries: Entries, material: string, field: FieldOutline): string {
  const value = entries.get((field.local ? keyOf.local : keyOf.text)(material, field.id))
  return typeof value === 'string' ? value : ''
}

const isGood = ({ redo }: PhotoState) => redo === undefined
const hasGood = ({ photos }: SlotState) => photos.some(isGood)

function missingPhotos(
  { permits }: PlannedMaterial,
  slots: readonly SlotState[],
  known: readonly PermitOutline[],
): readonly string[] {
  if (permits !== null) {
    const has = (id: string) => slots.some((state) => state.slot.id === id && hasGood(state))
    return satisfied(permits, has) ? [] : [describe(permits, known)]
  }
  return slots.filter((state) => state.slot.optional !== true && !hasGood(state)).map(({ slot }) => slot.label)
}

const missingTexts = ({ material, fields }: PlannedMaterial, entries: Entries): readonly string[] =>
  fields
    .filter(
      (field) =>
        field.optional !== true && !checkField(material, field, textOf(entries, material.id, field), entries).ok,
    )
    .map(({ label }) => label)

const missingConfirmation = ({ material }: PlannedMaterial, entries: Entries): readonly string[] =>
  (material.statements ?? []).length > 0 && entries.get(keyOf.confirmed(material.id)) !== true ? ['逐条确认'] : []

/** A photo in a slot of several pages may be one of many; a single redo among them is enough. */
const reasonOf = (slots: readonly SlotState[]) =>
  slots.flatMap(({ photos }) => photos).find((photo) => !isGood(photo))?.redo

/** `photos`: by slot (photos.ts). `permits`: all that the content knows. */
export function materialState(
  planned: PlannedMaterial,
  entries: Entries,
  photos: ReadonlyMap<string, readonly PhotoState[]>,
  permits: readonly PermitOutline[],
): MaterialState {
  const { material, fields } = planned
  const slots = planned.slots.map((slot) => ({ slot, photos: photos.get(slot.id) ?? [] }))
  const shape = { material, slots, fields, permits: planned.permits }
  if (!planned.applies) return { ...shape, state: 'none', missing: [] }
  const missing = [
    ...missingPhotos(planned, slots, permits),
    ...missingTexts(planned, entries),
    ...missingConfirmation(planned, entries),
  ]
  const reason = reasonOf(slots)
  if (reason !== undefined) return { ...shape, state: 'redo', missing, reason }
  return { ...shape, state: missing.length === 0 ? 'done' : 'todo', missing }
}
