/** Which fields of the page each number of a picture frames: the step page shows their values by it. */
import { stepNamed, stepOf } from './steps'
import type { Element, Mark, Of, Picture } from './types'

export interface FieldHit {
  readonly no: number
  /** Labels as the guide has them, in the page's order. */
  readonly fields: readonly string[]
}

/** The name of a form's line, as the guide's field has it. */
export const fieldName = ({ field, label }: Of<'row'>): string => field ?? [label].flat().join('')

const inside = (element: Element): readonly Element[] => ('body' in element ? element.body : [])

/** The lines of a form in an element, itself included. */
export const rowsIn = (element: Element): readonly Of<'row'>[] => [
  ...(element.kind === 'row' ? [element] : []),
  ...inside(element).flatMap(rowsIn),
]

/** The elements of the page and of the pop-up above it. */
export const elementsOf = ({ body, dialog }: Picture): readonly Element[] => [...body, ...(dialog?.body ?? [])]

/** Marks within an element that are no elements themselves. */
function partsOf(element: Element): readonly Mark[] {
  if (element.kind === 'input') return element.beside ?? []
  if (element.kind === 'choice' || element.kind === 'tabs') return element.items
  return []
}

/** The numbers in an element, each with the lines it frames. A mark inside a line stands for that line. */
function framed(element: Element, line: Of<'row'> | null): readonly { no: number; rows: readonly Of<'row'>[] }[] {
  const at = element.kind === 'row' ? element : line
  const rows = rowsIn(element)
  const own = rows.length > 0 ? rows : at ? [at] : []
  return [
    ...(element.hit ? [{ no: element.hit.no, rows: own }] : []),
    ...partsOf(element).flatMap(({ hit }) => (hit ? [{ no: hit.no, rows: at ? [at] : [] }] : [])),
    ...inside(element).flatMap((inner) => framed(inner, at)),
  ]
}

/** Every number of the picture that frames fields of its step, in order. */
export function fieldHits(picture: Picture): readonly FieldHit[] {
  const known = new Set((stepNamed(stepOf(picture.id)).fields ?? []).map(({ label }) => label))
  return elementsOf(picture)
    .flatMap((element) => framed(element, null))
    .map(({ no, rows }) => ({ no, fields: rows.map(fieldName).filter((name) => known.has(name)) }))
    .filter(({ fields }) => fields.length > 0)
    .sort((one, other) => one.no - other.no)
}
