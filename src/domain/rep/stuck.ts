/**
 * When a merchant counts as stuck: one place has taken longer than it usually does. Where a wait of the guides
 * runs, the usual is its own length; everywhere else it is some days (content/rep.ts). A deadline that has
 * passed is stuck at once. The rule answers the moment, so that nothing has to be worked out again as time goes by.
 */
import type { Deadline } from '../clocks'
import type { Clock } from '../content/types'
import { usualDays } from '../content/rep'
import type { Stop } from './stop'

const dayMs = 86_400_000

export interface Stuck {
  /** ms; from then on. */
  readonly from: number
  /** In words, for the rep. */
  readonly reason: string
}

const units: Readonly<Record<Clock['unit'], string>> = { day: '天', workday: '个工作日', hour: '小时' }
const lengthOf = ({ amount, unit }: Clock): string => `${amount} ${units[unit]}`

const tooLong = ({ kind, title }: Stop, since: number): Stuck | null => {
  if (kind === 'finish' || kind === 'not-eligible') return null
  const days = usualDays[kind]
  return { from: since + days * dayMs, reason: `停在「${title}」超过 ${days} 天` }
}

const overdue = ({ clock, endsMs }: Deadline): Stuck => ({
  from: endsMs,
  reason: `「${clock.title}」比平常的 ${lengthOf(clock)}还久`,
})

const missed = ({ clock, endsMs }: Deadline): Stuck => ({
  from: endsMs,
  reason: `「${clock.title}」的期限过了`,
})

const later = (a: Stuck, b: Stuck): Stuck => (b.from > a.from ? b : a)
const earlier = (a: Stuck, b: Stuck): Stuck => (b.from < a.from ? b : a)

/** `running`: the clocks that something ends. `since`: ms, when the merchant came to the place. null: never. */
export function stuckAt(stop: Stop, since: number, running: readonly Deadline[]): Stuck | null {
  const usual = tooLong(stop, since)
  if (usual === null) return null
  const waited = running.filter(({ clock }) => clock.kind === 'wait').map(overdue)
  const due = running.filter(({ clock }) => clock.kind === 'deadline').map(missed)
  return due.reduce(earlier, waited.reduce(later, usual))
}
