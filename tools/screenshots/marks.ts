/** Escaping and the highlight, shared by everything that draws. */
import type { Mark } from './types'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const text = (words: string): string => words.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

/** The class names of a marked element, to follow others. `snug`: the frame stands close. */
export function markClass(mark: Mark, snug = false): string {
  if (mark.hit) return snug ? ' hit snug' : ' hit'
  return mark.not ? ' not' : ''
}

/** What a marked element holds besides its own content: frame, number, word. */
export function markParts({ hit, not }: Mark): string {
  if (not) return '<span class="no-word">不是这个</span>'
  if (!hit) return ''
  const say = hit.say ? `<span class="say${hit.sayBelow ? ' below' : ''}">${text(hit.say)}</span>` : ''
  return `<span class="frame"></span><span class="no">${hit.no}</span>${say}`
}
