import type { NextAction } from '#domain/progress'
import { useApp } from './hooks'

/** Leads to where the next action is done. */
export function useGo(): (next: NextAction) => void {
  const { navigator } = useApp()
  return (next) => {
    if (next.kind === 'questions') navigator.questions()
    else if (next.kind === 'not-eligible') navigator.notEligible()
    else if (next.kind === 'material') navigator.material(next.material.id)
    else if (next.kind === 'step') navigator.step(next.guide.id, next.step.id)
    else navigator.finish()
  }
}
