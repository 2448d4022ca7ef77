/**
 * China's working days as the State Council announces them, a notice a year (usually in November for the
 * year after). A year without its notice is counted Monday to Friday and called approximate
 * (domain/calendar.ts). To add a year: the notice's days here, its source in sources.ts.
 */
import type { SourceId } from './sources'

/** Dates are `YYYY-MM-DD` in China; a span names its first and its last day. */
export interface HolidayYear {
  readonly year: number
  readonly source: SourceId
  /** The day of the notice. */
  readonly announced: string
  readonly off: readonly { readonly name: string; readonly from: string; readonly to: string; readonly days: number }[]
  /** Saturdays and Sundays that are worked instead (调休). */
  readonly worked: readonly string[]
}

export const holidays: readonly HolidayYear[] = [
  {
    year: 2025,
    source: 'holidays-2025',
    announced: '2024-11-12',
    off: [
      { name: '元旦', from: '2025-01-01', to: '2025-01-01', days: 1 },
      { name: '春节', from: '2025-01-28', to: '2025-02-04', days: 8 },
      { name: '清明节', from: '2025-04-04', to: '2025-04-06', days: 3 },
      { name: '劳动节', from: '2025-05-01', to: '2025-05-05', days: 5 },
      { name: '端午节', from: '2025-05-31', to: '2025-06-02', days: 3 },
      { name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08', days: 8 },
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    source: 'holidays-2026',
    announced: '2025-11-04',
    off: [
      { name: '元旦', from: '2026-01-01', to: '2026-01-03', days: 3 },
      { name: '春节', from: '2026-02-15', to: '2026-02-23', days: 9 },
      { name: '清明节', from: '2026-04-04', to: '2026-04-06', days: 3 },
      { name: '劳动节', from: '2026-05-01', to: '2026-05-05', days: 5 },
      { name: '端午节', from: '2026-06-19', to: '2026-06-21', days: 3 },
      { name: '中秋节', from: '2026-09-25', to: '2026-09-27', days: 3 },
      { name: '国庆节', from: '2026-10-01', to: '2026-10-07', days: 7 },
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
]
