/** What stands under a paper's last day. */
import { dayOf } from '#domain/calendar'
import { usualMonths } from '#domain/content/valid-months'
import { lastDayOf, validityOf } from '#domain/validity'
import type { EntryHint } from '../../ui/text-entry'

/** null: nothing to say. `now`: ms since 1970. */
export function validityHint(kept: string, months: number, now: number): EntryHint | null {
  const last = lastDayOf(kept)
  if (last === null) return null
  const state = validityOf(last, months, now)
  if (state === 'passed') return { tone: 'wrong', text: `已经过期 ${dayOf(now) - last}\u00a0天，先换证再交` }
  if (state === 'fine') return null
  const stricter = months === usualMonths ? '' : '，你那个省比别处严'
  return { tone: 'warn', text: `剩下不到 ${months}\u00a0个月${stricter}。交上去可能被退，先换证` }
}
