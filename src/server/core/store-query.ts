/** What can be asked of a store, beyond one document by its id. */

/** All of it holds. Only texts match; what is absent or null is within no range. */
export interface Match {
  /** An indexed field, exactly. */
  readonly where?: { readonly field: string; readonly equals: string }
  /** An indexed field, `from` ≤ text < `below` by code point. */
  readonly within?: readonly Range[]
  /** An indexed field that holds this piece of text, in these very characters. */
  readonly holding?: { readonly field: string; readonly text: string }
}
export interface Range {
  readonly field: string
  readonly from?: string
  readonly below?: string
}

export interface ListQuery extends Match {
  /** By the texts of an indexed field; who has the same text, by id. Documents without one are left out. */
  readonly order?: { readonly field: string; readonly descending?: boolean; readonly after?: Place }
  /** In order of id alone: those after this one. */
  readonly after?: string
  readonly limit: number
}
/** Where a page of an order ended. */
export interface Place {
  readonly text: string
  readonly id: string
}
