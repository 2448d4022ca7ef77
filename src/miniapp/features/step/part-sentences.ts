/** How many parts of a step say how they are done when the page opens. */
import type { Part } from '#domain/content/types'

/** This one and the two after it; what comes later is named, and says more when it is asked or its turn. */
const ahead = 3

/** The parts up to the next one that has to be done, and a few beyond it. */
export function sentencesUpTo(parts: readonly Pick<Part, 'id' | 'optional'>[], ticked: ReadonlySet<string>): number {
  const next = parts.findIndex(({ id, optional }) => !optional && !ticked.has(id))
  const until = next < 0 ? parts.length : next + ahead
  return parts.length - until <= 2 ? parts.length : until // two are not worth a tap
}
