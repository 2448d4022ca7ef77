/** How many merchants came how far: today's figures, and the funnel by code and by week. */
import type { Reply } from '../../ports/backend'
import { strangeReply } from '../refusals'
import type { SessionStore } from '../session-store'
import { isListOf, isNumber, isRecord, isString } from '../shapes'

/** Merchants who have come at least as far as each stage, in the order of domain/content/rep.ts. */
export type Funnel = readonly number[]

export interface Part {
  readonly id: string
  readonly name: string
  readonly funnel: Funnel
}

export interface Overview {
  /** Of today, and of now. */
  readonly figures: Readonly<Record<'joined' | 'active' | 'stuck' | 'ending', number>>
  readonly all: Funnel
  readonly codes: readonly Part[]
  /** By the week of joining, the latest first. */
  readonly weeks: readonly Part[]
}

/** Days of joining, `YYYY-MM-DD` in China, both included. */
export interface Span {
  readonly from: string
  readonly to: string
}

const funnelFrom = (value: unknown): Funnel => (isListOf(value, isNumber) ? value : [])
const figure = (value: unknown) => (isNumber(value) ? value : 0)

function partFrom(value: unknown): Part | null {
  if (!isRecord(value)) return null
  const { scene, week, name, funnel } = value
  const id = isString(scene) ? scene : isString(week) ? week : null
  return id === null ? null : { id, name: isString(name) ? name : id, funnel: funnelFrom(funnel) }
}
const partsFrom = (value: unknown): readonly Part[] =>
  Array.isArray(value) ? value.flatMap((one: unknown) => partFrom(one) ?? []) : []

export interface OverviewCalls {
  of(span: Span): Promise<Reply<{ readonly overview: Overview }>>
}

export function createOverview(session: Pick<SessionStore, 'call'>): OverviewCalls {
  return {
    async of(span) {
      const reply = await session.call<Readonly<Record<string, unknown>>>('rep-overview', span)
      if (!reply.ok) return reply
      const { today, now, funnel, codes, weeks } = reply as Readonly<Record<string, unknown>>
      if (!isRecord(today) || !isRecord(now)) return strangeReply
      const { joined, active } = today
      const { stuck, ending } = now
      const overview = {
        figures: { joined: figure(joined), active: figure(active), stuck: figure(stuck), ending: figure(ending) },
        all: funnelFrom(funnel),
        codes: partsFrom(codes),
        weeks: [...partsFrom(weeks)].reverse(),
      }
      return { ok: true, overview }
    },
  }
}
