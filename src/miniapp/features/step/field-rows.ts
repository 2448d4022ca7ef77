/** Which number of the pictures a field to fill in belongs to. */
import type { StepField } from '#domain/content/types'
import type { StepPicture } from './step-pictures'

export interface FieldRow {
  /** The number on the picture and of the instruction; null: no picture points at this field. */
  readonly no: number | null
  readonly field: StepField
}

/** A label may be broken by hand on a picture. */
const plain = (label: string) => label.replace(/\s/g, '')

/** Label to number; where two pictures show the same field, the first one counts. */
function numbersOf(pictures: readonly StepPicture[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>()
  for (const { no, fields } of pictures.flatMap(({ hits = [] }) => hits))
    for (const label of fields) if (!numbers.has(plain(label))) numbers.set(plain(label), no)
  return numbers
}

/** By number, and under a number in the order of the step's own list; those without a number last. */
export function fieldRows(fields: readonly StepField[], pictures: readonly StepPicture[]): readonly FieldRow[] {
  const numbers = numbersOf(pictures)
  const rows = fields.map((field) => ({ no: numbers.get(plain(field.label)) ?? null, field }))
  const last = 10 // no picture has so many numbers
  return rows.sort((a, b) => (a.no ?? last) - (b.no ?? last))
}
