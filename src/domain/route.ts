/** From answers to the way through: the route, its guides, the checklist and the fees (README, Routes). */
import { ask } from './answers'
import { holds, type Facts } from './condition'
import type {
  Answers,
  Caution,
  FieldOutline,
  GuideId,
  GuideOutline,
  IndustryOutline,
  MaterialOutline,
  Outline,
  PermitRule,
  QuestionOutline,
  RouteOutline,
  RouteId,
  Slot,
} from './content/types'
import { feeCardOf, type FeeCard } from './fee-card'
import { permitIds, permitSlots } from './permits'
import { routeIdOf } from './route-id'
import { warningsOf } from './warnings'

export interface PlannedMaterial {
  readonly material: MaterialOutline
  readonly applies: boolean
  readonly slots: readonly Slot[]
  /** Of the industry, for the material whose slots are its permits. */
  readonly permits: PermitRule | null
  /** Those that apply to this merchant. */
  readonly fields: readonly FieldOutline[]
}

export interface Plan {
  readonly answers: Answers
  readonly asked: readonly QuestionOutline[]
  readonly open: readonly QuestionOutline[]
  /** null until the answers decide it. */
  readonly route: RouteOutline | null
  readonly guides: readonly GuideOutline[]
  readonly industry: IndustryOutline | null
  /** In the checklist's order, those that do not apply included; results left out. */
  readonly materials: readonly PlannedMaterial[]
  readonly fee: FeeCard
  readonly warnings: readonly Caution[]
}

const routeById = (content: Outline, id: RouteId | null): RouteOutline | null =>
  content.routes.find((route) => route.id === id) ?? null

export const routeOf = (content: Outline, answers: Answers): RouteOutline | null =>
  routeById(content, routeIdOf(ask(content, answers).answers))

const guideOf = (content: Outline, id: GuideId) => content.guides.find((guide) => guide.id === id) ?? []

function plannedMaterial(
  content: Outline,
  material: MaterialOutline,
  industry: IndustryOutline | null,
  facts: Facts,
): PlannedMaterial {
  const permits = material.slots === 'industry' && facts.permitsNeeded ? (industry?.permits ?? null) : null
  return {
    material,
    applies: holds(material.applies, facts),
    slots: material.slots === 'industry' ? permitSlots(permits, content.permits) : (material.slots ?? []),
    permits,
    fields: (material.fields ?? []).filter((field) => holds(field.applies, facts)),
  }
}

/** What conditions are evaluated over. */
export const factsOf = ({ answers, route, industry }: Pick<Plan, 'answers' | 'route' | 'industry'>): Facts => ({
  answers,
  guides: route?.guides ?? [],
  permitsNeeded: permitIds(industry?.permits).length > 0,
})

/** Total: any answers give a plan, unknown ones count as not given. */
export function plan(content: Outline, given: Answers): Plan {
  const { questions, answers } = ask(content, given)
  const route = routeById(content, routeIdOf(answers))
  const industry = content.industries.find(({ id }) => id === answers.industry) ?? null
  const facts = factsOf({ answers, route, industry })
  return {
    answers,
    asked: questions,
    open: questions.filter(({ id }) => answers[id] === undefined),
    route,
    guides: (route?.guides ?? []).flatMap((id) => guideOf(content, id)),
    industry,
    materials: content.materials
      .filter(({ stage }) => stage !== 'result')
      .map((material) => plannedMaterial(content, material, industry, facts)),
    fee: feeCardOf(content, answers),
    warnings: warningsOf(route, industry),
  }
}
