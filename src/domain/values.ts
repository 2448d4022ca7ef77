/** The value to type into a field of an official page, from what the merchant entered. */
import { holds } from './condition'
import type { MaterialOutline, Step, StepField, ValueSource } from './content/types'
import type { Entries } from './entries'
import { factsOf, type Plan } from './route'

export type FieldValue =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'missing'; readonly material: string; readonly field: string }
  | { readonly kind: 'photo'; readonly material: string }
  | { readonly kind: 'on-page'; readonly why: string }

/** A choice is kept by its id; the page shows its label. */
function labelOf(materials: readonly MaterialOutline[], material: string, field: string, text: string): string {
  const fields = materials.find(({ id }) => id === material)?.fields ?? []
  const choices = fields.filter(({ id }) => id === field).flatMap(({ choices = [] }) => choices)
  return choices.find(({ id }) => id === text)?.label ?? text
}

/** `materials`: of the content, for the labels of choices. */
export function fieldValue(
  source: ValueSource,
  entries: Entries,
  materials: readonly MaterialOutline[] = [],
): FieldValue {
  if ('text' in source) return { kind: 'value', text: source.text }
  if ('photo' in source) return { kind: 'photo', material: source.photo }
  if ('onPage' in source) return { kind: 'on-page', why: source.onPage }
  const [, material = '', field = ''] = source.entry.split('.')
  const value = entries.get(source.entry)
  if (typeof value !== 'string' || value === '') return { kind: 'missing', material, field }
  return { kind: 'value', text: labelOf(materials, material, field, value) }
}

/** The fields of a step that this merchant has to fill in. */
export function stepFields(step: Step, plan: Plan): readonly StepField[] {
  const facts = factsOf(plan)
  return (step.fields ?? []).filter(({ applies }) => holds(applies, facts))
}
