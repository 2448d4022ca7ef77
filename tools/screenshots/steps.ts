/** Which step a picture belongs to, by its name: '<guide>/<step>', '<guide>/<step>-2', '<guide>/<step>-full'. */
import { content } from '#domain/content/content'
import type { Content, Step } from '#domain/content/types'

export interface Steps {
  /** '<guide>/<step>' of every step, in order. */
  readonly ids: readonly string[]
  /** The step of a picture; the name without its number when there is no such step. */
  of(id: string): string
  /** Throws when there is no such step. */
  named(id: string): Step
  /** Whether a capture may bear this name: of a step, of its second to ninth picture, of the whole page of one. */
  canBeCaptured(id: string): boolean
}

/** The names that the steps of some content give to pictures. */
export function stepsIn({ guides }: Pick<Content, 'guides'>): Steps {
  const steps: ReadonlyMap<string, Step> = new Map(
    guides.flatMap((guide) => guide.steps.map((step) => [`${guide.id}/${step.id}`, step] as const)),
  )
  const ids = [...steps.keys()]
  return {
    ids,
    of(id) {
      if (steps.has(id)) return id
      const known = ids.filter((step) => id.startsWith(`${step}-`)).sort((one, other) => other.length - one.length)
      return known[0] ?? id.replace(/-[2-9]$/, '')
    },
    named(id) {
      const step = steps.get(id)
      if (!step) throw new Error(`没有「${id}」这一步`)
      return step
    },
    canBeCaptured: (id) =>
      steps.has(id) || (/-([2-9]|full|[2-9]-full)$/.test(id) && steps.has(id.replace(/(-[2-9])?(-full)?$/, ''))),
  }
}

/** Of the content that the repository's own pictures belong to. */
export const ownSteps = stepsIn(content)
export const { ids: stepIds, of: stepOf, named: stepNamed, canBeCaptured } = ownSteps
