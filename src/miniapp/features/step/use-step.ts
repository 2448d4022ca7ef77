import { guideTexts } from '#domain/content/parts/guide-texts'
import type { Guide, GuideId, Step, StepField } from '#domain/content/types'
import type { StepState } from '#domain/guide-state'
import { overviewOf } from '#domain/overview'
import { stepFields } from '#domain/values'
import { useApp, useProgress } from '../../stores/hooks'

export interface StepPlace {
  readonly guide: Guide
  readonly step: Step
  /** Those that apply to this merchant. */
  readonly fields: readonly StepField[]
  readonly state: StepState
  readonly index: number // from 0
  readonly count: number
  /** The neighbour within the route; null at its ends. */
  readonly previous: { readonly guide: GuideId; readonly step: string } | null
  readonly next: { readonly guide: GuideId; readonly step: string } | null
}

/** Finds a step by its ids; a guide outside the route is shown as well (a link may be old). */
export function useStep(guideId: string, stepId: string): StepPlace | null {
  const { content } = useApp()
  const progress = useProgress()
  const inRoute = progress.guides.some((state) => state.guide.id === guideId)
  const guides = inRoute ? progress.guides : overviewOf(content).filter((state) => state.guide.id === guideId)
  const all = guides.flatMap((state) => state.steps.map((step) => ({ guide: state.guide, state: step })))
  const at = all.findIndex((one) => one.guide.id === guideId && one.state.step.id === stepId)
  const here = all[at]
  const guide = guideTexts.guides.find(({ id }) => id === guideId)
  const step = guide?.steps.find(({ id }) => id === stepId)
  if (!here || !guide || !step) return null
  const idsOf = (one: typeof here | undefined) => (one ? { guide: one.guide.id, step: one.state.step.id } : null)
  return {
    guide,
    step,
    fields: stepFields(step, progress.plan),
    state: here.state,
    index: guide.steps.indexOf(step),
    count: guide.steps.length,
    previous: idsOf(all[at - 1]),
    next: idsOf(all[at + 1]),
  }
}
