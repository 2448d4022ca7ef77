/** Which step a picture belongs to, by its name: '<guide>/<step>', '<guide>/<step>-2', '<guide>/<step>-full'. */
import { content } from '#domain/content/content'
import type { Step } from '#domain/content/types'

const steps: ReadonlyMap<string, Step> = new Map(
  content.guides.flatMap((guide) => guide.steps.map((step) => [`${guide.id}/${step.id}`, step] as const)),
)

/** '<guide>/<step>' of every step, in order. */
export const stepIds: readonly string[] = [...steps.keys()]

/** The step of a picture; the name without its number when there is no such step. */
export function stepOf(id: string): string {
  if (steps.has(id)) return id
  const known = stepIds.filter((step) => id.startsWith(`${step}-`)).sort((one, other) => other.length - one.length)
  return known[0] ?? id.replace(/-[2-9]$/, '')
}

/** Throws when there is no such step. */
export function stepNamed(id: string): Step {
  const step = steps.get(id)
  if (!step) throw new Error(`没有「${id}」这一步`)
  return step
}

/** Whether a capture may bear this name: of a step, of its second to ninth picture, of the whole page of one. */
export const canBeCaptured = (id: string): boolean =>
  steps.has(id) || (/-([2-9]|full|[2-9]-full)$/.test(id) && steps.has(id.replace(/(-[2-9])?(-full)?$/, '')))
