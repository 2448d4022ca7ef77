/** What the load's program is told. */
export interface Load {
  readonly url: string
  readonly connections: number
  readonly seconds: number
  /** Merchants in the store, and how many of them are pushed to. */
  readonly merchants: number
  readonly active: number
}
