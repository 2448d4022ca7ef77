/** What each side of the comparison is told; `seconds` or `edits` (of each client) ends it. */
export interface Work {
  readonly port: number
  /** Where a peer says what it has stored, see bench/peers/acks.mjs. */
  readonly ackPort: number
  readonly clients: number
  readonly seconds?: number
  readonly edits?: number
  /** Of the documents' names: runs do not meet. */
  readonly prefix: string
  readonly entries: readonly (readonly [key: string, value: unknown])[]
  readonly mode?: string
}
