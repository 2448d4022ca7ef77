/** A store as a whole: what backup and restore need, beyond the single documents of `Store`. */
import type { OwnCollection } from './collections'
import type { Store } from './ports'

export interface Kept {
  readonly collection: OwnCollection
  readonly id: string
  readonly version: number
  readonly value: unknown
  /** What goes back beside it. Never in a backup: it is made again. */
  readonly row?: object | null
}

export type Reading = Pick<Store, 'get' | 'list'>

export interface WholeStore {
  /** Everything as of one moment, while others go on writing. */
  snapshot<T>(use: (documents: AsyncIterable<Kept>, total: number) => Promise<T>): Promise<T>
  /** Nobody has logged in yet, and there is no rep. */
  isEmpty(): Promise<boolean>
  /**
   * Takes the place of everything. When a step throws, or the process dies, all is as it was. Throws
   * Unusable while a server uses the store.
   */
  replace(steps: Replacing): Promise<void>
  close(): Promise<void>
}

export interface Replacing {
  /** What is there now, before anything is touched; null: it cannot be read. */
  before(present: Reading | null): Promise<void>
  /** `add` takes what `store` shows then; both write what will be there. */
  fill(next: { readonly store: Store; add(documents: readonly Kept[]): Promise<void> }): Promise<void>
}

const probe = ['merchants', 'reps', 'identities'] as const

export async function isEmpty(store: Reading): Promise<boolean> {
  for (const collection of probe) if ((await store.list(collection, { limit: 1 })).length > 0) return false
  return true
}
