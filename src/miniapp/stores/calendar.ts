/** Deadlines in the phone's calendar: what is to stand there, and what this phone has put there already. */
import type { Deadline } from '#domain/clocks'
import { keyOf, type Entries } from '#domain/entries'
import { calendarSpan } from '#domain/reminder-moment'
import type { CalendarEvent } from '../ports/device'

/** Only on this phone, because the calendar is: `l.calendar.<clock>` holds the end that was put there. */
const keyFor = ({ clock }: Pick<Deadline, 'clock'>) => keyOf.local('calendar', clock.id)

/** `moved`: it stands there for another day than it is now. */
export type InCalendar = 'no' | 'yes' | 'moved'

export function inCalendar(entries: Entries, deadline: Pick<Deadline, 'clock' | 'endsMs'>): InCalendar {
  const kept = entries.get(keyFor(deadline))
  if (typeof kept !== 'string' || kept === '') return 'no'
  return kept === String(deadline.endsMs) ? 'yes' : 'moved'
}

export const calendarNote = (deadline: Pick<Deadline, 'clock' | 'endsMs'>) =>
  ({ key: keyFor(deadline), text: String(deadline.endsMs) }) as const

export const calendarEvent = (deadline: Pick<Deadline, 'id' | 'clock' | 'endsMs'>): CalendarEvent => ({
  id: deadline.id,
  title: deadline.clock.title,
  note: `${deadline.clock.consequence}。`,
  ...calendarSpan(deadline),
})
