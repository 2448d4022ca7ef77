/** One event as an iCalendar file (RFC 5545) with reminders a day and an hour before. */
export function icsOf(event: { readonly title: string; readonly startMs: number; readonly note: string }): string {
  const at = (ms: number) => new Date(ms).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '')
  const escape = (text: string) => text.replace(/([\\;,])/g, '\\$1').replace(/\n/g, '\\n')
  const alarm = (before: string) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-${before}`,
    `DESCRIPTION:${escape(event.title)}`,
    'END:VALARM',
  ]
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kaitong//zh-CN',
    'BEGIN:VEVENT',
    `UID:${event.startMs}-${encodeURIComponent(event.title).slice(0, 60)}`,
    `DTSTAMP:${at(Date.now())}`,
    `DTSTART:${at(event.startMs)}`,
    `DTEND:${at(event.startMs + 30 * 60_000)}`,
    `SUMMARY:${escape(event.title)}`,
    `DESCRIPTION:${escape(event.note)}`,
    ...alarm('P1D'),
    ...alarm('PT1H'),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
}
