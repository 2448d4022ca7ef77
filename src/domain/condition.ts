/** When a piece of content applies. Total: an unanswered question is in no list of answers. */
import type { Answers, Condition, GuideId } from './content/types'

export interface Facts {
  readonly answers: Answers
  readonly guides: readonly GuideId[]
  readonly permitsNeeded: boolean
}

/** Without a condition, always. */
export function holds(condition: Condition | undefined, facts: Facts): boolean {
  if (condition === undefined) return true
  if ('answer' in condition) {
    const answer = facts.answers[condition.answer]
    return answer !== undefined && condition.in.includes(answer)
  }
  if ('guide' in condition) return facts.guides.includes(condition.guide)
  if ('permits' in condition) return facts.permitsNeeded
  if ('all' in condition) return condition.all.every((part) => holds(part, facts))
  if ('any' in condition) return condition.any.some((part) => holds(part, facts))
  return !holds(condition.not, facts)
}
