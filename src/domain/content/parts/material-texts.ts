/** What the material package holds: the materials and permits in full. */
import { content } from '../content'
import type { Content } from '../types'

export const materialTexts: Pick<Content, 'materials' | 'permits'> = {
  materials: content.materials,
  permits: content.permits,
}
