import { materialTexts } from '#domain/content/parts/material-texts'
import type { Field, Material } from '#domain/content/types'
import type { Entries } from '#domain/entries'
import { textOf, type MaterialState } from '#domain/material-state'
import { permitFields } from '#domain/permit-fields'
import { useEntries, useProgress } from '../../stores/hooks'

/** A material's state, with everything its page says. */
export interface ShownMaterial extends Omit<MaterialState, 'material' | 'fields'> {
  readonly material: Material
  /** Those that apply to this merchant. */
  readonly fields: readonly Field[]
}

/** A result (the AppID) is not in the checklist, so its state is worked out here. */
function resultState(material: Material, entries: Entries): ShownMaterial {
  const fields = material.fields ?? []
  const missing = fields
    .filter((field) => !field.optional && textOf(entries, material.id, field) === '')
    .map((field) => field.label)
  return { material, state: missing.length === 0 ? 'done' : 'todo', missing, slots: [], fields, permits: null }
}

/** By their place: a company and a sole trader have fields of the same name. */
function shownState(material: Material, state: MaterialState): ShownMaterial {
  const applies = new Set(state.fields)
  const outlined = state.material.fields ?? []
  const own = (material.fields ?? []).filter((_, i) => outlined.some((one, at) => at === i && applies.has(one)))
  const slots = state.permits === null ? [] : state.slots.map(({ slot }) => slot)
  return { ...state, material, fields: [...own, ...permitFields(slots, materialTexts.permits)] }
}

export function useMaterial(id: string): ShownMaterial | null {
  const entries = useEntries()
  const { materials } = useProgress()
  const material = materialTexts.materials.find((one) => one.id === id)
  if (material === undefined) return null
  const known = materials.find((one) => one.material.id === id)
  return known ? shownState(material, known) : resultState(material, entries)
}
