/** Every document of a collection, a page at a time, in order of id. */
import type { Collection } from './collections'
import type { Store } from './ports'

const page = 500

export async function* everyOf<T>(
  store: Pick<Store, 'list'>,
  collection: Collection,
): AsyncGenerator<{ readonly id: string; readonly value: T }> {
  for (let after: string | undefined; ;) {
    const found = await store.list<T>(collection, { limit: page, ...(after !== undefined && { after }) })
    yield* found
    if (found.length < page) return
    after = found.at(-1)?.id
  }
}
