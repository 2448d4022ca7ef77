/** The places where a picture is shown: each has a drawing, a capture that takes its place, or both. */
import { altOf } from './alt'
import { capturesIn, type Capture } from './captures'
import { pictures } from './pictures/index'
import { ownSteps, stepIds, stepOf, type Steps } from './steps'
import type { Picture } from './types'

export interface Slot {
  readonly id: string
  /** null when only a capture exists. */
  readonly picture: Picture | null
  readonly capture: Capture | null
}

/** Every slot in the order of the steps; within a step the drawings' order, then what only captures show. */
export async function slotsOf(root: string, drawings: readonly Picture[] = pictures): Promise<readonly Slot[]> {
  const captures = await capturesIn(root)
  const drawn = new Set<string>(drawings.map(({ id }) => id))
  const more = [...captures.values()].filter(({ id }) => !drawn.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
  const all: readonly Slot[] = [
    ...drawings.map((picture) => ({ id: picture.id, picture, capture: captures.get(picture.id) ?? null })),
    ...more.map((capture) => ({ id: capture.id, picture: null, capture })),
  ]
  const steps = [...new Set([...stepIds, ...all.map(({ id }) => stepOf(id))])]
  return steps.flatMap((step) => all.filter(({ id }) => stepOf(id) === step))
}

/** Quotation marks inside quotation marks. */
const nested = (words: string) => words.replace(/「/g, '『').replace(/」/g, '』')

/** What a screen reader says of a capture: what its sidecar says, else what the drawing would, else what the step asks. */
function captureAlt({ id, picture }: Slot, { sidecar, date }: Capture, steps: Steps): string {
  const kind = date ? `截图（${date}）` : '截图'
  if (sidecar.alt) return `${kind}：${sidecar.alt}`
  if (picture) return altOf(picture, '截图').replace(/^截图/, kind)
  const { title, instructions } = steps.named(steps.of(id))
  return `${kind}：「${nested(title)}」这一步的页面。${instructions.map(({ text }, index) => `${index + 1}，${text}。`).join('')}`
}

/** What is said of a whole page, from what is said of its crop. */
export const wholeAlt = (alt: string): string => alt.replace('：', '（整页）：')

/** What a screen reader says of what is shown: 示意图, 示意图（整页） or 截图, then the page and its numbers. */
export function slotAlt(slot: Slot, steps: Steps = ownSteps): string {
  if (slot.capture) return captureAlt(slot, slot.capture, steps)
  if (!slot.picture) return ''
  if (!slot.picture.wide) return altOf(slot.picture)
  return wholeAlt(altOf({ ...slot.picture, page: slot.picture.page.replace(/（整页）$/, '') }))
}
