/** What the start package holds: the questions and routes in full, the industries with the words people search by. */
import { content } from '../content'
import type { Content } from '../types'

export const startTexts: Pick<Content, 'questions' | 'routes' | 'industries' | 'permits'> = {
  questions: content.questions,
  routes: content.routes,
  industries: content.industries,
  permits: content.permits,
}
