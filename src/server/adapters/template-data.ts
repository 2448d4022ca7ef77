/**
 * A reminder in the words of the operator's template: its fields' names say their kind, and each kind has
 * its limits (thing: 20 characters; time: 2026年12月3日 15:04; date: 2026年12月3日).
 */
import { chinaTime } from '#domain/calendar'
import type { Message } from '../core/ports'

export interface TemplateSettings {
  readonly id: string
  /** The template's own field names, e.g. thing1, time2. `note` may be missing from a template. */
  readonly title: string
  readonly time: string
  readonly note: string | null
}

const thingLetters = 20

export function templateData(
  template: TemplateSettings,
  { title, time, note }: Pick<Message, 'title' | 'time' | 'note'>,
): Readonly<Record<string, { readonly value: string }>> {
  return {
    [template.title]: { value: cut(title, thingLetters) },
    [template.time]: { value: timeWords(time, template.time.startsWith('date')) },
    ...(template.note !== null && { [template.note]: { value: cut(note, thingLetters) } }),
  }
}

/** Whole clauses where they fit, else cut with an ellipsis. Characters, not halves of them; blanks that never break become plain. */
export function cut(text: string, max: number): string {
  const letters = [...text.replace(/\u00a0/g, ' ')]
  if (letters.length <= max) return letters.join('')
  const clause = letters.slice(0, max + 1).lastIndexOf('，')
  if (clause >= Math.ceil(max / 3)) return letters.slice(0, clause).join('')
  return `${letters.slice(0, max - 1).join('')}…`
}

function timeWords(ms: number, dateOnly: boolean): string {
  const { year, month, date, hour, minute } = chinaTime(ms)
  const day = `${year}年${month}月${date}日`
  return dateOnly ? day : `${day} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
