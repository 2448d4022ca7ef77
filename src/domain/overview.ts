/** The guides as they look before any question is answered: all of them, nothing done. */
import type { Content } from './content/types'
import { guideStates, type GuideState } from './guide-state'

export function overviewOf(content: Content): readonly GuideState[] {
  return guideStates(content.guides, new Map())
}
