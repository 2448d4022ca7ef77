/** Papers that run out before they would be accepted, as deadlines among the others. */
import { atHour } from './calendar'
import type { Deadline } from './clocks'
import { longerMonths, usualMonths } from './content/valid-months'
import type { MaterialOutline } from './content/types'
import { keyOf, type Entries } from './entries'
import type { PlannedMaterial } from './route'
import { lastDayOf, validityOf } from './validity'

/** Where the last day of a slot's paper is kept: 营业执照 has one paper, the permits one for each slot. */
export const untilFieldOf = ({ slots }: Pick<MaterialOutline, 'slots'>, slot: string): string =>
  slots === 'industry' ? `${slot}-until` : 'until'

export const monthsIn = (entries: Entries): number =>
  longerMonths[String(entries.get(keyOf.text('filing', 'region')))] ?? usualMonths

/** `now`: ms since 1970. */
export function expiriesOf(materials: readonly PlannedMaterial[], entries: Entries, now: number): readonly Deadline[] {
  const months = monthsIn(entries)
  return materials
    .filter(({ applies }) => applies)
    .flatMap(({ material, permits, slots }) =>
      slots.flatMap(({ id, label }) => {
        const last = lastDayOf(String(entries.get(keyOf.text(material.id, untilFieldOf(material, id)))))
        const state = last === null ? 'fine' : validityOf(last, months, now)
        if (last === null || state === 'fine') return []
        const paper = { material: material.id, slot: id, label, step: permits === null ? 'filing' : 'category' }
        return [expiry(paper, atHour(last, 24) - 60_000, months, state === 'passed')]
      }),
    )
}

interface Paper {
  readonly material: string
  readonly slot: string
  readonly label: string
  /** Of `finish-setup`, where it is handed in. */
  readonly step: string
}

const expiry = ({ material, slot, label, step }: Paper, endsMs: number, months: number, passed: boolean): Deadline => ({
  id: `finish-setup.expiry-${slot}`,
  clock: {
    id: `expiry-${slot}`,
    kind: 'deadline',
    title: `换好${label}`,
    amount: 0,
    unit: 'day',
    consequence: `有效期要还有 ${months}\u00a0个月以上，不够的先换证再交`,
    remedy: `${label}过期了，先换证再交`,
    remindDays: [months * 31, 30, 7],
  },
  guide: 'finish-setup',
  step,
  material,
  startedMs: 0,
  endsMs,
  passed,
  approximate: false,
})
