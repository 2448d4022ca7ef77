/** The store's twin in memory. Values are kept as JSON, so that nothing is shared with the caller. */
import { collections, indexOf, type Collection, type Store } from '../core/ports'
import { checkedId } from './document-id'

interface Row {
  readonly version: number
  readonly json: string
}

const byCodePoint = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

export function createMemoryStore(): Store {
  const rows = new Map<Collection, Map<string, Row>>()
  for (const name of Object.keys(collections) as Collection[]) rows.set(name, new Map())
  const tableOf = (collection: Collection) => rows.get(collection) ?? new Map<string, Row>()
  return {
    async get<T>(collection: Collection, id: string) {
      const row = tableOf(collection).get(checkedId(id))
      return row === undefined ? null : { version: row.version, value: JSON.parse(row.json) as T }
    },
    async put(collection, id, value, expected) {
      const table = tableOf(collection)
      if ((table.get(checkedId(id))?.version ?? 0) !== expected) return false
      table.set(id, { version: expected + 1, json: JSON.stringify(value) })
      return true
    },
    async remove(collection, id) {
      tableOf(collection).delete(id)
    },
    async list<T>(collection: Collection, { where, after, limit }: Parameters<Store['list']>[1]) {
      const field = where === undefined ? null : indexOf(collection, where.field)
      const matches = (json: string) =>
        field === null || (JSON.parse(json) as Record<string, unknown>)[field] === where?.equals
      return [...tableOf(collection)]
        .filter(([id, { json }]) => (after === undefined || byCodePoint(id, after) > 0) && matches(json))
        .sort(([a], [b]) => byCodePoint(a, b))
        .slice(0, limit)
        .map(([id, { json }]) => ({ id, value: JSON.parse(json) as T }))
    },
    check: async () => undefined,
    close: async () => undefined,
  }
}
