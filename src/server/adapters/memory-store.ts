/** The store's twin in memory. Values are kept as JSON, so that nothing is shared with the caller. */
import { collectionNames, indexOf, rowsOf, type Collection } from '../core/collections'
import type { Store } from '../core/ports'
import type { ListQuery, Match } from '../core/store-query'
import { checkedId } from './document-id'

interface Row {
  readonly version: number
  readonly json: string
}
interface Found {
  readonly id: string
  readonly members: Readonly<Record<string, unknown>>
}

const byCodePoint = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b))

export function createMemoryStore(): Store {
  const tables = new Map<Collection, Map<string, Row>>()
  for (const name of collectionNames) tables.set(name, new Map())
  const tableOf = (collection: Collection) => tables.get(collection) ?? new Map<string, Row>()
  const all = (collection: Collection): Found[] =>
    [...tableOf(collection)].map(([id, { json }]) => ({ id, members: JSON.parse(json) as Found['members'] }))
  const beside = (collection: Collection) => {
    const name = rowsOf(collection)
    return name === null ? null : tableOf(name)
  }
  return {
    async get<T>(collection: Collection, id: string) {
      const row = tableOf(collection).get(checkedId(id))
      return row === undefined ? null : { version: row.version, value: JSON.parse(row.json) as T }
    },
    async put(collection, id, value, expected, row) {
      const table = tableOf(collection)
      if (row !== undefined && beside(collection) === null) throw new Error(`nothing stands beside ${collection}`)
      if ((table.get(checkedId(id))?.version ?? 0) !== expected) return false
      table.set(id, { version: expected + 1, json: JSON.stringify(value) })
      if (row === null) beside(collection)?.delete(id)
      else if (row !== undefined) beside(collection)?.set(id, { version: 1, json: JSON.stringify(row) })
      return true
    },
    async remove(collection, id) {
      tableOf(collection).delete(id)
      beside(collection)?.delete(id)
    },
    async list<T>(collection: Collection, query: ListQuery) {
      check(collection, query)
      const found = all(collection).filter((one) => matches(one, query) && isAfter(one, query))
      return found
        .sort(inOrder(query))
        .slice(0, query.limit)
        .map(({ id, members }) => ({ id, value: members as T }))
    },
    async tally(collection, by, match) {
      const counts = new Map<string, number>()
      const field = indexOf(collection, by)
      check(collection, match)
      for (const one of all(collection).filter((each) => matches(each, match))) {
        const text = one.members[field]
        if (typeof text === 'string') counts.set(text, (counts.get(text) ?? 0) + 1)
      }
      return counts
    },
    check: async () => undefined,
    close: async () => undefined,
  }
}

function check(collection: Collection, { where, within = [], holding, order }: Match & Pick<ListQuery, 'order'>): void {
  for (const named of [where, ...within, holding, order]) if (named !== undefined) indexOf(collection, named.field)
}

const textIn = ({ members }: Found, field: string): string | null => {
  const text = members[field]
  return typeof text === 'string' ? text : null
}

function matches(one: Found, { where, within = [], holding }: Match): boolean {
  if (where !== undefined && textIn(one, where.field) !== where.equals) return false
  if (holding !== undefined && textIn(one, holding.field)?.includes(holding.text) !== true) return false
  return within.every(({ field, from = '', below }) => {
    const text = textIn(one, field)
    return text !== null && byCodePoint(text, from) >= 0 && (below === undefined || byCodePoint(text, below) < 0)
  })
}

function isAfter(one: Found, { order, after }: ListQuery): boolean {
  if (order === undefined) return after === undefined || byCodePoint(one.id, after) > 0
  const text = textIn(one, order.field)
  if (text === null || order.after === undefined) return text !== null
  const place = byCodePoint(text, order.after.text) || byCodePoint(one.id, order.after.id)
  return order.descending === true ? place < 0 : place > 0
}

const inOrder =
  ({ order }: ListQuery) =>
  (a: Found, b: Found): number => {
    if (order === undefined) return byCodePoint(a.id, b.id)
    const { field, descending } = order
    const ascending = byCodePoint(textIn(a, field) ?? '', textIn(b, field) ?? '') || byCodePoint(a.id, b.id)
    return descending === true ? -ascending : ascending
  }
