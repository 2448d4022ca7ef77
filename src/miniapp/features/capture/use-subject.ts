import { materialTexts } from '#domain/content/parts/material-texts'
import type { Material, Slot } from '#domain/content/types'
import { useProgress } from '../../stores/hooks'
import type { Subject } from './findings'

export interface CaptureSubject extends Subject {
  readonly material: Material
  readonly slot: Slot
}

const licenceSlot = 'business-licence'

/** What the page's address names; null when the answers no longer ask for it. */
export function useSubject(materialId: string, slotId: string): CaptureSubject | null {
  const state = useProgress().materials.find((one) => one.material.id === materialId)
  const slot = state?.slots.find((one) => one.slot.id === slotId)?.slot
  const material = materialTexts.materials.find((one) => one.id === materialId)
  return material && slot ? { material, slot, shape: slot.shape, licence: slot.id === licenceSlot } : null
}
