/** The list of a rep's merchants as it is shown. */
import type { MerchantRow } from './merchant-row'
import { usual, type Counts, type Question } from './question'

export interface ListState {
  readonly question: Question
  readonly rows: readonly MerchantRow[]
  /** Of each filter, whatever is searched for. null: not known yet. */
  readonly counts: Counts | null
  /** How many fit the question; null: not known. */
  readonly total: number | null
  readonly more: boolean
  readonly busy: 'first' | 'more' | null
  /** Why the last call failed, for the person. */
  readonly problem: string | null
  /** ms; what is shown is this phone's copy of then. null: it is the function's own answer. */
  readonly copied: number | null
}

export const nothingYet: ListState = {
  question: usual,
  rows: [],
  counts: null,
  total: null,
  more: false,
  busy: null,
  problem: null,
  copied: null,
}
