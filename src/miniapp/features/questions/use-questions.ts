import { useState } from 'react'
import { startTexts } from '#domain/content/parts/start-texts'
import type { Question } from '#domain/content/types'
import { labelOf } from '#domain/answers'
import { useApp, useEdits, useProgress } from '../../stores/hooks'

export interface Asking {
  readonly question: Question
  readonly index: number // from 0
  readonly count: number
  readonly chosen: string | undefined
  readonly last: { readonly label: string } | null
  readonly isLast: boolean
  readonly choose: (option: string) => void
  readonly next: () => void
  readonly previous: () => void
}

/**
 * Which question is on the screen. Answering may change how many are asked (a person is asked
 * nothing more), so the place is kept by number and clamped.
 */
export function useQuestions(onDone: (eligible: boolean) => void): Asking | null {
  const { content, navigator } = useApp()
  const { plan } = useProgress()
  const edits = useEdits()
  const firstOpen = plan.asked.findIndex((question) => plan.answers[question.id] === undefined)
  const [place, setPlace] = useState(firstOpen === -1 ? 0 : firstOpen)
  const index = Math.min(place, plan.asked.length - 1)
  const asked = plan.asked[index]
  const question = startTexts.questions.find(({ id }) => id === asked?.id)
  if (!question) return null
  const chosen = plan.answers[question.id]
  const before = plan.asked[index - 1]
  const beforeAnswer = before ? plan.answers[before.id] : undefined
  const isLast = index === plan.asked.length - 1
  return {
    question,
    index,
    count: plan.asked.length,
    chosen,
    last: before && beforeAnswer !== undefined ? { label: labelOf(content, before.id, beforeAnswer) } : null,
    isLast,
    choose: (option) => edits.answer(question.id, option),
    next: () => (isLast ? onDone(plan.route !== null && plan.route.id !== 'not-eligible') : setPlace(index + 1)),
    previous: () => (index === 0 ? navigator.back() : setPlace(index - 1)),
  }
}
