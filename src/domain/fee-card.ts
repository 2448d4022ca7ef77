/**
 * What the merchant should be ready to pay. While questions are open the amount spans every way that is
 * still possible, and only the lines that are certain are listed. Never a promise: the notes say who decides.
 */
import { holds, type Facts } from './condition'
import { asOf } from './content/as-of'
import type { Answers, Condition, FeeNoteOutline, FeeOutline, Outline } from './content/types'
import { permitIds } from './permits'
import { routeIdOf } from './route-id'

export interface FeeCard {
  readonly lines: readonly FeeOutline[]
  /** Yuan. */
  readonly min: number
  readonly max: number
  readonly notes: readonly FeeNoteOutline[]
  /** ISO date on which the content was checked. */
  readonly asOf: string
}

/** All answers that may still come of these; the industry, which has many and decides no route, stays open. */
function outcomes(content: Outline, answers: Answers): readonly Answers[] {
  let all: readonly Answers[] = [{}]
  for (const question of content.questions) {
    all = all.flatMap((before) => {
      if (!holds(question.asked, { answers: before, guides: [], permitsNeeded: false })) return [before]
      const given = answers[question.id]
      if (given !== undefined) return [{ ...before, [question.id]: given }]
      return question.id === 'industry'
        ? [before]
        : question.options.map(({ id }) => ({ ...before, [question.id]: id }))
    })
  }
  return all
}

function factsOf(content: Outline, answers: Answers): readonly Facts[] {
  const id = routeIdOf(answers)
  const route = content.routes.find((one) => one.id === id)
  if (route === undefined || route.id === 'not-eligible') return []
  const industry = content.industries.find((one) => one.id === answers.industry)
  return [{ answers, guides: route.guides, permitsNeeded: permitIds(industry?.permits).length > 0 }]
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

export function feeCardOf(content: Outline, answers: Answers): FeeCard {
  const checked = content.feesChecked ?? asOf
  const ways = outcomes(content, answers).flatMap((outcome) => factsOf(content, outcome))
  if (ways.length === 0) return { lines: [], min: 0, max: 0, notes: [], asOf: checked }
  const certain = ({ applies }: { readonly applies?: Condition }) => ways.every((facts) => holds(applies, facts))
  const total = (end: 0 | 1) =>
    ways.map((facts) => sum(content.fees.filter((fee) => holds(fee.applies, facts)).map((fee) => fee.yuan[end])))
  return {
    lines: content.fees.filter(certain),
    min: Math.min(...total(0)),
    max: Math.max(...total(1)),
    notes: content.feeNotes.filter(certain),
    asOf: checked,
  }
}
