/** This phone's copy of the list: its first rows in the usual order, and when they were fetched. */
import type { Storage } from '../../ports/storage'
import { isNumber, isRecord, isString, parseJson } from '../shapes'
import { countsFrom, rowsFrom, type MerchantRow } from './merchant-row'
import type { Counts, Question } from './question'

export interface ListCopy {
  /** Whose list it is. */
  readonly rep: string
  /** ms, by this phone's clock. */
  readonly at: number
  readonly rows: readonly MerchantRow[]
  readonly counts: Counts | null
}

/** Cleared with everything else that this phone keeps (create-stores.ts). */
export const copyKey = 'kt.rep'
/** About 30 KB: who is looked at every day. */
const mostRows = 100

export function keepCopy(storage: Storage, copy: ListCopy): void {
  // No room: there is no copy, and nobody misses one while there is a network.
  storage.set(copyKey, JSON.stringify({ ...copy, rows: copy.rows.slice(0, mostRows) }))
}

/** null: none, or another rep's. */
export function readCopy(storage: Storage, rep: string): ListCopy | null {
  const stored = parseJson(storage.get(copyKey) ?? '')
  if (!isRecord(stored) || !isString(stored.rep) || stored.rep !== rep || !isNumber(stored.at)) return null
  return { rep, at: stored.at, rows: rowsFrom(stored.rows), counts: countsFrom(stored.counts) }
}

const fits: Readonly<Record<Question['filter'], (row: MerchantRow, now: number) => boolean>> = {
  all: () => true,
  stuck: ({ stuck }, now) => stuck !== null && stuck.from <= now,
  deadline: ({ deadline }) => deadline !== null,
  retake: ({ retakes }) => retakes.length > 0,
  finished: ({ finished }) => finished !== null,
}

const part = ({ done, total }: MerchantRow) => (total === 0 ? 0 : done / total)
const order: Readonly<Record<Question['sort'], (a: MerchantRow, b: MerchantRow) => number>> = {
  active: (a, b) => b.lastActive - a.lastActive,
  deadline: (a, b) => (a.deadline?.endsMs ?? Infinity) - (b.deadline?.endsMs ?? Infinity) || 0,
  progress: (a, b) => part(a) - part(b),
}

/** What of the copy answers the question, as well as a copy can. */
export function askCopy({ rows }: ListCopy, { filter, sort, search }: Question, now: number): readonly MerchantRow[] {
  const words = search.trim().toLowerCase()
  return rows
    .filter((row) => fits[filter](row, now) && (row.shop ?? '').toLowerCase().includes(words))
    .sort(order[sort])
}
