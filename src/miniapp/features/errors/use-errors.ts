import { useMemo } from 'react'
import type { ErrorRemedy, GuideId } from '#domain/content/types'
import { searchErrors } from '#domain/search-errors'
import { useApp } from '../../stores/hooks'

/** Below this many cards are open at once. */
const most = 20

export interface FoundErrors {
  readonly shown: readonly ErrorRemedy[]
  readonly title: string
}

/** A query's hits; without one, the step's own errors, or the frequent ones. */
export function useErrors(query: string, from: { guide: GuideId; step: string } | null): FoundErrors {
  const { content } = useApp()
  return useMemo(() => {
    if (query.trim() !== '') {
      const shown = searchErrors(content, query).slice(0, most)
      return { shown, title: `找到 ${shown.length} 条` }
    }
    const step = from
      ? content.guides.find((guide) => guide.id === from.guide)?.steps.find((one) => one.id === from.step)
      : undefined
    const ids = step?.errors ?? []
    if (step && ids.length > 0)
      return { shown: content.errors.filter((one) => ids.includes(one.id)), title: `「${step.title}」常见的报错` }
    return { shown: content.errors.filter((one) => one.frequent), title: '大家常遇到的' }
  }, [content, query, from])
}
