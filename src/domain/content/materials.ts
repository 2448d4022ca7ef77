/** Everything to have ready, in the order of the checklist: photographs, texts, things to confirm; results last. */
import { confirmMaterials } from './materials/confirm'
import { filing } from './materials/filing'
import { photoMaterials } from './materials/photo'
import { resultMaterials } from './materials/result'
import { textMaterials } from './materials/text'
import type { Material } from './types'

export const materials: readonly Material[] = [
  ...photoMaterials,
  ...textMaterials,
  ...confirmMaterials,
  filing,
  ...resultMaterials,
]
