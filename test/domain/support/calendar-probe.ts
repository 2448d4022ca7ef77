/** Run as a program with TZ set, by calendar.test.ts: what the rules and the words answer there. */
import { endOf, nearnessOf } from '#domain/clocks'
import { dateWords } from '../../../src/miniapp/stores/words'

const at = (text: string) => Date.parse(`${text}+08:00`)
const clock = {
  id: 'x',
  kind: 'deadline',
  title: '',
  amount: 10,
  unit: 'day',
  consequence: '',
  remedy: '',
  remindDays: [3, 1],
} as const

export function main(): void {
  const ends = [
    endOf({ amount: 10, unit: 'day' }, at('2026-11-20T15:00:00')),
    endOf({ amount: 1, unit: 'workday' }, at('2026-11-20T23:30:00')),
    endOf({ amount: 1, unit: 'workday' }, at('2026-09-30T00:10:00')),
  ]
  // New York's summer time begins on 2026-03-08, Auckland's ends on 2026-04-05.
  const words = [
    dateWords(at('2026-03-08T00:30:00'), at('2026-03-07T12:00:00')),
    dateWords(at('2027-01-01T00:00:00'), at('2026-12-31T23:59:00')),
  ]
  const nearness = [
    nearnessOf({ clock, endsMs: at('2026-11-30T23:59:00') }, at('2026-11-30T00:00:00')),
    nearnessOf({ clock, endsMs: at('2026-11-30T23:59:00') }, at('2026-11-27T00:00:00')),
  ]
  process.stdout.write(`${JSON.stringify({ ends: ends.map((end) => new Date(end).toISOString()), words, nearness })}\n`)
}
