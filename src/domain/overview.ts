/** The guides as they look before any question is answered: all of them, nothing done. */
import type { Outline } from './content/types'
import { guideStates, type GuideState } from './guide-state'

export function overviewOf(content: Outline): readonly GuideState[] {
  return guideStates(content.guides, new Map())
}
