/**
 * The merchant's answers as the rules take them. What is entered stays entered whatever happens here:
 * an answer that the content no longer offers, or to a question that is not asked any more, is only
 * left out, and is there again when it fits again.
 */
import { holds } from './condition'
import type { Answers, Outline, QuestionId, QuestionOutline } from './content/types'
import { keyOf, type Entries } from './entries'

/** The industry question's options are the industries. */
const optionIds = (content: Outline, question: QuestionOutline): readonly string[] =>
  question.id === 'industry' ? content.industries.map(({ id }) => id) : question.options.map(({ id }) => id)

/** Every answer entered that the content still offers, asked at present or not. */
export function answersOf(content: Outline, entries: Entries): Answers {
  const answers: { [question in QuestionId]?: string } = {}
  for (const question of content.questions) {
    const entered = entries.get(keyOf.answer(question.id))
    if (typeof entered === 'string' && optionIds(content, question).includes(entered)) answers[question.id] = entered
  }
  return answers
}

export interface Asked {
  readonly questions: readonly QuestionOutline[]
  /** Only of questions that are asked, and only options there are. */
  readonly answers: Answers
}

/** Goes through the questions in order: whether one is asked depends on the answers before it. */
export function ask(content: Outline, given: Answers): Asked {
  const questions: QuestionOutline[] = []
  const answers: { [question in QuestionId]?: string } = {}
  for (const question of content.questions) {
    if (!holds(question.asked, { answers, guides: [], permitsNeeded: false })) continue
    questions.push(question)
    const answer = given[question.id]
    if (answer !== undefined && optionIds(content, question).includes(answer)) answers[question.id] = answer
  }
  return { questions, answers }
}

export const askedQuestions = (content: Outline, answers: Answers): readonly QuestionOutline[] =>
  ask(content, answers).questions

/** What the merchant sees of an answer; empty for one that is not offered. */
export function labelOf(content: Outline, question: QuestionId, option: string): string {
  const options =
    question === 'industry' ? content.industries : (content.questions.find(({ id }) => id === question)?.options ?? [])
  return options.find(({ id }) => id === option)?.label ?? ''
}
