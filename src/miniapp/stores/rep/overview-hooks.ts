/** The overview as its page reads it. */
import { useCallback, useState } from 'react'
import { dayOf, isoOf } from '#domain/calendar'
import { useApp } from '../hooks'
import { useSession } from '../session-hooks'
import { useAsked, useRep, type Asked } from './hooks'
import type { Overview } from './overview'

/** How far back; what joined before is not counted. */
export const spans = [
  { id: 'month', words: '近四周', note: '近四周加入的', days: 28 },
  { id: 'quarter', words: '近三个月', note: '近三个月加入的', days: 91 },
  { id: 'year', words: '近一年', note: '近一年加入的', days: 364 },
] as const
export type SpanId = (typeof spans)[number]['id']

export interface OverviewShown {
  readonly asked: Asked<Overview>
  readonly span: SpanId
  readonly setSpan: (span: SpanId) => void
}

export function useOverview(): OverviewShown {
  const { clock } = useApp()
  const { overview } = useRep()
  const isRep = useSession().rep !== null
  const [span, setSpan] = useState<SpanId>('month')
  const ask = useCallback(async () => {
    const days = spans.find(({ id }) => id === span)?.days ?? 0
    const today = dayOf(clock.now())
    const reply = isRep
      ? await overview.of({ from: isoOf(today - days + 1), to: isoOf(today) })
      : ({ ok: false, message: '' } as const)
    return reply.ok ? { ok: true as const, value: reply.overview } : reply
  }, [overview, clock, span, isRep])
  return { asked: useAsked(ask), span, setSpan }
}
