import type { Clock, GuideId, Outline } from '#domain/content/types'

interface Placed {
  readonly clock: Clock
  readonly guide: GuideId
  readonly step: string
}

/** The clock of `<guide>.<clock>`, and the step it belongs to; null: this version does not know it. */
export function clockOf(content: Outline, id: string): Placed | null {
  for (const guide of content.guides) {
    for (const step of guide.steps) {
      for (const clock of [step.clock, ...(step.parts ?? []).map((part) => part.clock)]) {
        if (clock !== undefined && `${guide.id}.${clock.id}` === id) return { clock, guide: guide.id, step: step.id }
      }
    }
  }
  return null
}
