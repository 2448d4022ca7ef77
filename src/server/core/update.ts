/** The one way to change a document: read, decide, compare-and-swap, again when somebody was faster. */
import type { OwnCollection } from './collections'
import { Unavailable, type Store } from './ports'

export interface Decision<T, R> {
  /** Absent: nothing to write. */
  readonly put?: T
  readonly result: R
}

const attempts = 16
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * `decide` may run several times, so it must not have effects. null: there is no such document. `rowOf`: what
 * stands beside the document.
 */
export async function update<T, R>(
  store: Store,
  collection: OwnCollection,
  id: string,
  decide: (value: T) => Decision<T, R>,
  rowOf?: (value: T) => object | null,
): Promise<R | null> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const stored = await store.get<T>(collection, id)
    if (stored === null) return null
    const decision = decide(stored.value)
    if (decision.put === undefined) return decision.result
    if (await store.put(collection, id, decision.put, stored.version, rowOf?.(decision.put))) return decision.result
    await pause(Math.random() * 2 ** Math.min(attempt, 7))
  }
  throw new Unavailable(`${collection}: too many writers on one document`)
}
