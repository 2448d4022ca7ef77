/** What the row of a field says, and what a tap on it does. */
import type { MaterialOutline, StepField } from '#domain/content/types'
import type { Entries } from '#domain/entries'
import { fieldValue } from '#domain/values'

/** What the licence's QR code says; not confirmed by the merchant. */
export interface ReadLicence {
  readonly code?: string
  readonly name?: string
}

export type FieldShown =
  | { readonly act: 'copy'; readonly text: string; readonly read: boolean }
  | { readonly act: 'fill' | 'look' | 'shoot'; readonly text: string; readonly material: string }
  | { readonly act: 'none'; readonly text: string }

export interface Known {
  readonly entries: Entries
  readonly materials: readonly MaterialOutline[]
  /** Ids of the materials that have a photo. */
  readonly photographed: ReadonlySet<string>
  readonly licence: ReadLicence | null
}

function readFrom(licence: ReadLicence | null, material: string, field: string): string | undefined {
  if (material !== 'business-licence') return undefined
  return field === 'code' ? licence?.code : field === 'name' ? licence?.name : undefined
}

/** Typed on the official page only: says so where the content's own words do not. */
const onPage = (why: string) => (why.includes('页面') ? why : `在页面上填：${why}`)

export function fieldShown(field: StepField, known: Known): FieldShown {
  const value = fieldValue(field.value, known.entries, known.materials)
  if (value.kind === 'value') return { act: 'copy', text: value.text, read: false }
  if (value.kind === 'on-page') return { act: 'none', text: onPage(value.why) }
  if (value.kind === 'photo') {
    const taken = known.photographed.has(value.material)
    return { act: taken ? 'look' : 'shoot', text: taken ? '用拍好的照片' : '还没拍', material: value.material }
  }
  const read = readFrom(known.licence, value.material, value.field)
  if (read !== undefined) return { act: 'copy', text: read, read: true }
  return { act: 'fill', text: '还没填', material: value.material }
}
