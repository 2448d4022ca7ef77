/**
 * What a rep sees of a merchant who shares their progress: derived from the entries, the same at any moment
 * until one of them changes, and with nothing in it that was typed but the shop's name.
 */
import type { Deadline } from '../clocks'
import type { Outline, RouteId } from '../content/types'
import { shopNameKey } from '../entries'
import { progress, type Progress } from '../progress'
import type { Dated } from './dated'
import { reachedBy, type Reached } from './funnel'
import { sinceOf, stopOf, type Stop } from './stop'
import { stuckAt, type Stuck } from './stuck'

export interface Due {
  /** `<guide>.<clock>`. */
  readonly id: string
  readonly title: string
  readonly endsMs: number
  /** Counted in workdays of a year whose holidays are not announced. */
  readonly approximate: boolean
}

export interface Standing {
  readonly shop: string | null
  readonly route: RouteId | null
  /** Steps of the route; 0 of 0 before there is one. */
  readonly done: number
  readonly total: number
  readonly materialsDone: number
  readonly materialsTotal: number
  readonly stop: Stop
  /** ms. */
  readonly since: number
  readonly stuck: Stuck | null
  /** What has to be done by when, the nearest. */
  readonly deadline: Due | null
  /** Somebody else is at work; the usual end. */
  readonly waiting: Due | null
  /** Materials by title, at most `mostNamed`. */
  readonly missing: readonly string[]
  readonly retakes: readonly string[]
  readonly reached: Reached
}

const mostNamed = 8
/** Any moment will do: clocks that only time ends are left out. */
const whenever = 0

const dueOf = ({ id, clock, endsMs, approximate }: Deadline): Due => ({ id, title: clock.title, endsMs, approximate })

const titles = ({ materials }: Progress, state: 'todo' | 'redo'): readonly string[] =>
  materials
    .filter((one) => one.state === state && (state === 'redo' || one.material.optional !== true))
    .map(({ material }) => material.title)
    .slice(0, mostNamed)

export function standingOf(content: Outline, dated: Dated): Standing {
  const now = progress(content, dated.entries, whenever)
  const running = now.deadlines.filter(({ clock }) => clock.until !== undefined)
  const [deadline] = running.filter(({ clock }) => clock.kind === 'deadline').map(dueOf)
  const [waiting] = running.filter(({ clock }) => clock.kind === 'wait').map(dueOf)
  const stop = stopOf(now)
  const since = sinceOf(stop, dated)
  const shop = dated.entries.get(shopNameKey)
  return {
    shop: typeof shop === 'string' && shop.trim() !== '' ? shop.trim() : null,
    route: now.plan.route?.id ?? null,
    done: now.done,
    total: now.total,
    materialsDone: now.materialsDone,
    materialsTotal: now.materialsTotal,
    stop,
    since,
    stuck: stuckAt(stop, since, running),
    deadline: deadline ?? null,
    waiting: waiting ?? null,
    missing: titles(now, 'todo'),
    retakes: titles(now, 'redo'),
    reached: reachedBy(now, dated),
  }
}
