/**
 * One merchant as the list shows them, in the shape in which the function says it and this phone's copy keeps it.
 * What does not fit is left out, never a crash.
 */
import { isListOf, isNumber, isRecord, isString } from '../shapes'
import { filters, type Counts } from './question'

/** Something to be done by a certain time. */
export interface Due {
  /** `<guide>.<clock>`. */
  readonly id: string
  readonly title: string
  readonly endsMs: number
  readonly approximate: boolean
}

const kinds = ['questions', 'not-eligible', 'material', 'redo', 'step', 'finish'] as const

export interface Stuck {
  /** ms; from then on. */
  readonly from: number
  readonly reason: string
}

export interface MerchantRow {
  readonly id: string
  readonly shop: string | null
  readonly route: string | null
  /** Steps of the route. */
  readonly done: number
  readonly total: number
  /** Where the merchant is: the questions, something to prepare, a step of a guide. */
  readonly kind: (typeof kinds)[number]
  readonly title: string
  readonly guide: string | null
  readonly step: string | null
  readonly material: string | null
  /** ms */
  readonly lastActive: number
  readonly deadline: Due | null
  readonly stuck: Stuck | null
  /** What has to be ready, and what is. */
  readonly materialsDone: number
  readonly materialsTotal: number
  /** Materials by title, the first few. */
  readonly missing: readonly string[]
  /** Those with a photo that is to be taken again. */
  readonly retakes: readonly string[]
  /** ms */
  readonly finished: number | null
}

export interface MerchantPage {
  readonly rows: readonly MerchantRow[]
  readonly next: string | null
  readonly total: number | null
  readonly counts: Counts | null
}

const textOrNull = (value: unknown) => (isString(value) && value !== '' ? value : null)
const numberOr = (value: unknown, other: number) => (isNumber(value) ? value : other)

export function dueFrom(value: unknown): Due | null {
  if (!isRecord(value) || !isNumber(value.endsMs)) return null
  return {
    id: textOrNull(value.id) ?? '',
    title: textOrNull(value.title) ?? '',
    endsMs: value.endsMs,
    approximate: value.approximate === true,
  }
}

function stuckFrom(value: unknown): Stuck | null {
  if (!isRecord(value) || !isString(value.reason)) return null
  return { from: numberOr(value.from, 0), reason: value.reason }
}

const titles = (value: unknown): readonly string[] => (isListOf(value, isString) ? value : [])

/** null: it names nobody. */
export function rowFrom(value: unknown): MerchantRow | null {
  if (!isRecord(value) || !isString(value.id)) return null
  return {
    id: value.id,
    shop: textOrNull(value.shop),
    route: textOrNull(value.route),
    done: numberOr(value.done, 0),
    total: numberOr(value.total, 0),
    kind: kinds.find((one) => one === value.kind) ?? 'questions',
    title: textOrNull(value.title) ?? '',
    guide: textOrNull(value.guide),
    step: textOrNull(value.step),
    material: textOrNull(value.material),
    lastActive: numberOr(value.lastActive, 0),
    deadline: dueFrom(value.deadline),
    stuck: stuckFrom(value.stuck),
    materialsDone: numberOr(value.materialsDone, 0),
    materialsTotal: numberOr(value.materialsTotal, 0),
    missing: titles(value.missing),
    retakes: titles(value.retakes),
    finished: isNumber(value.finished) ? value.finished : null,
  }
}

export const rowsFrom = (value: unknown): readonly MerchantRow[] =>
  Array.isArray(value) ? value.flatMap((one: unknown) => rowFrom(one) ?? []) : []

/** null: not all of them are there. */
export function countsFrom(value: unknown): Counts | null {
  if (!isRecord(value)) return null
  const [all, stuck, deadline, retake, finished] = filters.map((name) => value[name])
  if (!isNumber(all) || !isNumber(stuck) || !isNumber(deadline) || !isNumber(retake) || !isNumber(finished)) return null
  return { all, stuck, deadline, retake, finished }
}
