/** Everything that lies in a file store, under names of its own: for the sweep (orphans.ts). */
export interface Stock {
  /** What the file of this key is called in `list`. */
  nameOf(key: string): string
  /** In no order. What is written meanwhile may be missing. */
  list(): AsyncIterable<Lying>
  /** Discarding what is not there is fine. */
  discard(name: string): Promise<void>
}
export interface Lying {
  readonly name: string
  /** ms; when it was last written. */
  readonly modified: number
}
