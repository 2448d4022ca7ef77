import type { Material } from '#domain/content/types'
import type { Entries } from '#domain/entries'
import { textOf, type MaterialState } from '#domain/material-state'
import { useApp, useEntries, useProgress } from '../../stores/hooks'

/** A result (the AppID) is not in the checklist, so its state is worked out here. */
function resultState(material: Material, entries: Entries): MaterialState {
  const fields = material.fields ?? []
  const missing = fields
    .filter((field) => !field.optional && textOf(entries, material.id, field) === '')
    .map((field) => field.label)
  return { material, state: missing.length === 0 ? 'done' : 'todo', missing, slots: [], fields, permits: null }
}

export function useMaterial(id: string): MaterialState | null {
  const { content } = useApp()
  const entries = useEntries()
  const { materials } = useProgress()
  const known = materials.find((one) => one.material.id === id)
  if (known) return known
  const material = content.materials.find((one) => one.id === id)
  return material ? resultState(material, entries) : null
}
