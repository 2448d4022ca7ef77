/** Where a merchant is now, by name, and since when. */
import type { GuideId } from '../content/types'
import type { NextAction, Progress } from '../progress'
import { lastChange, preparing, type Dated } from './dated'

/** `redo`: a photo is to be taken again. `id`: the material's or the step's; null where there is only one. */
export interface Stop {
  readonly kind: 'questions' | 'not-eligible' | 'material' | 'redo' | 'step' | 'finish'
  readonly guide: GuideId | null
  readonly id: string | null
  readonly title: string
}

const bare = (kind: Stop['kind'], title: string): Stop => ({ kind, guide: null, id: null, title })

const named = (next: NextAction): Stop => {
  switch (next.kind) {
    case 'questions':
      return bare('questions', '四个问题')
    case 'not-eligible':
      return bare('not-eligible', '个人不能办')
    case 'finish':
      return bare('finish', '都办好了')
    case 'material':
      return { kind: 'material', guide: null, id: next.material.id, title: next.material.title }
    case 'step':
      return { kind: 'step', guide: next.guide.id, id: next.step.id, title: next.step.title }
  }
}

export function stopOf({ next, materials }: Progress): Stop {
  const stop = named(next)
  const redo = materials.some(({ material, state }) => material.id === stop.id && state === 'redo')
  return stop.kind === 'material' && redo ? { ...stop, kind: 'redo' } : stop
}

const movedBy: Readonly<Record<Stop['kind'], readonly string[]>> = {
  questions: ['a.'],
  'not-eligible': ['a.'],
  material: preparing,
  redo: ['v.review.'],
  step: ['s.'],
  finish: ['s.'],
}

/** ms. Nobody is anywhere before they joined; who has ticked nothing yet is there since all was prepared. */
export const sinceOf = ({ kind }: Stop, dated: Dated): number =>
  Math.max(dated.joined, lastChange(dated, movedBy[kind]) ?? lastChange(dated, preparing) ?? 0)
