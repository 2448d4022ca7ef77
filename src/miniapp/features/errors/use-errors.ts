import { useMemo } from 'react'
import { guideTexts } from '#domain/content/parts/guide-texts'
import type { ErrorRemedy, GuideId } from '#domain/content/types'
import { searchErrors } from '#domain/search-errors'

/** Below this many cards are open at once. */
const most = 20

export interface FoundErrors {
  readonly shown: readonly ErrorRemedy[]
  readonly title: string
}

/** A query's hits; without one, the step's own errors, or the frequent ones. */
export function useErrors(query: string, from: { guide: GuideId; step: string } | null): FoundErrors {
  return useMemo(() => {
    if (query.trim() !== '') {
      const shown = searchErrors(guideTexts, query).slice(0, most)
      return { shown, title: `找到 ${shown.length} 条` }
    }
    const step = from
      ? guideTexts.guides.find((guide) => guide.id === from.guide)?.steps.find((one) => one.id === from.step)
      : undefined
    const ids = step?.errors ?? []
    if (step && ids.length > 0)
      return { shown: guideTexts.errors.filter((one) => ids.includes(one.id)), title: `「${step.title}」常见的报错` }
    return { shown: guideTexts.errors.filter((one) => one.frequent), title: '大家常遇到的' }
  }, [query, from])
}
