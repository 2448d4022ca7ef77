/** Every merchant there can be, as far as the rules care. */
import type { Facts } from '#domain/condition'
import type { Answers, Content } from '#domain/content/types'
import { ask } from '#domain/answers'
import { permitIds } from '#domain/permits'
import { routeIdOf } from '#domain/route-id'

export interface Situation {
  readonly answers: Answers
  readonly facts: Facts
}

const ways = [
  { 'service-account': 'certified' },
  { 'service-account': 'registered' },
  { 'service-account': 'none', 'wants-service-account': 'yes' },
  { 'service-account': 'none', 'wants-service-account': 'no' },
] as const

/** Both licences, every way to a service account, every industry; and the person without a licence. */
export function situations(content: Content): readonly Situation[] {
  const licensed = content.industries.flatMap(({ id: industry }) =>
    (['company', 'sole-trader'] as const).flatMap((subject) => ways.map((way) => ({ subject, ...way, industry }))),
  )
  return [...licensed, { subject: 'person' }].map((given) => {
    const { answers } = ask(content, given)
    const route = content.routes.find(({ id }) => id === routeIdOf(answers))
    const industry = content.industries.find(({ id }) => id === answers.industry)
    return {
      answers,
      facts: { answers, guides: route?.guides ?? [], permitsNeeded: permitIds(industry?.permits).length > 0 },
    }
  })
}
