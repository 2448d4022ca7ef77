import type { CalendarEvent } from '../../ports/device'

const minuteMs = 60_000
const maxOctets = 75

/** One event as an iCalendar file (RFC 5545). `now`: ms since 1970, when it was made. */
export function icsOf(event: CalendarEvent, now: number): string {
  const title = escape(event.title)
  const alarms = event.alarmsMs.flatMap((ms) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-PT${Math.round(ms / minuteMs)}M`,
    `DESCRIPTION:${title}`,
    'END:VALARM',
  ])
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kaitong//kaitong//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escape(event.id)}@kaitong`,
    `DTSTAMP:${utc(now)}`,
    // The same event made again, for another day, is the newer one.
    `SEQUENCE:${Math.max(0, Math.floor(now / minuteMs) - 29_000_000)}`,
    `DTSTART:${utc(event.startMs)}`,
    `DTEND:${utc(event.endMs)}`,
    `SUMMARY:${title}`,
    `DESCRIPTION:${escape(event.note)}`,
    ...alarms,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

const utc = (ms: number) => new Date(ms).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')

/** Control characters have no place in a text; line ends are written out. */
const escape = (text: string) =>
  text
    .replace(/([\\;,])/g, '\\$1')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/[\u0000-\u001f\u007f]/g, '')

const octets = (letter: string) => new TextEncoder().encode(letter).length

/** At most 75 octets a line, going on after a blank; never within a character. */
function fold(line: string): string {
  let folded = ''
  let length = 0
  for (const letter of line) {
    const more = octets(letter)
    if (length + more > maxOctets) {
      folded += '\r\n '
      length = 1
    }
    folded += letter
    length += more
  }
  return folded
}
