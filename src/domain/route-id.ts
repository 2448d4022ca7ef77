/** Which answers lead to which route. The industry has no say in it. */
import type { Answers, RouteId } from './content/types'

/** null while an answer is missing. */
export function routeIdOf(answers: Answers): RouteId | null {
  if (answers.subject === 'person') return 'not-eligible'
  if (answers.subject !== 'company' && answers.subject !== 'sole-trader') return null
  switch (answers['service-account']) {
    case 'certified':
      return 'reuse'
    case 'registered':
      return 'certify-then-reuse'
    case 'none':
      if (answers['wants-service-account'] === 'yes') return 'service-account-first'
      return answers['wants-service-account'] === 'no' ? 'standalone' : null
    default:
      return null
  }
}
