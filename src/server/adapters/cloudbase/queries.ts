/** The store's queries in the words of CloudBase's database. */
import { indexOf, type Collection } from '../../core/collections'
import type { ListQuery, Match } from '../../core/store-query'
import type { CloudDatabase, CloudDocument, CloudQuery } from './sdk'
import { homeOf, isOurs, type Home, type Within } from './shape'

/** The most that one query of a function gives. */
const page = 100

type Condition = Readonly<Record<string, unknown>>

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

function createConditions(database: CloudDatabase, collection: Collection) {
  const { command: _ } = database
  const { json, column } = homeOf(collection)
  const named = (field: string) => column(indexOf(collection, field))
  return {
    of: ({ where, within = [], holding }: Match): readonly Condition[] => [
      ...(json === 'row' ? [{ row: _.neq(null) }] : []),
      ...(where === undefined ? [] : [{ [named(where.field)]: where.equals }]),
      // Nothing but a text is greater than an empty one or equal to it: the database compares within a type.
      ...within.map(({ field, from = '' }) => ({ [named(field)]: _.gte(from) })),
      ...within.flatMap(({ field, below }) => (below === undefined ? [] : [{ [named(field)]: _.lt(below) }])),
      ...(holding === undefined
        ? []
        : [{ [named(holding.field)]: database.RegExp({ regexp: escaped(holding.text), options: '' }) }]),
    ],
    after: ({ order, after }: Pick<ListQuery, 'order' | 'after'>): readonly Condition[] => {
      if (order === undefined) return after === undefined ? [] : [{ _id: _.gt(after) }]
      const field = named(order.field)
      if (order.after === undefined) return [{ [field]: _.gte('') }]
      const { text, id } = order.after
      const than = order.descending === true ? _.lt.bind(_) : _.gt.bind(_)
      return [_.or([{ [field]: than(text) }, { [field]: text, _id: than(id) }])]
    },
    all: (conditions: readonly Condition[]): Condition => (conditions.length === 0 ? {} : _.and([...conditions])),
  }
}

export async function listAll(
  within: Within,
  database: CloudDatabase,
  collection: Collection,
  query: ListQuery,
): Promise<readonly CloudDocument[]> {
  const home = homeOf(collection)
  const conditions = createConditions(database, collection)
  const found: CloudDocument[] = []
  while (found.length < query.limit) {
    const last = found.at(-1)
    const wanted = conditions.all([
      ...conditions.of(query),
      ...conditions.after(last ? from(home, query, last) : query),
    ])
    const max = Math.min(page, query.limit - found.length)
    const { data } = await within(home.name, (documents) =>
      projected(home, ordered(home, documents.where(wanted), query))
        .limit(max)
        .get(),
    )
    found.push(...data)
    if (data.length < max) break
  }
  return found.filter(isOurs)
}

/** The same query behind a document that it gave. */
function from({ column }: Home, { order }: ListQuery, last: CloudDocument): Pick<ListQuery, 'order' | 'after'> {
  if (order === undefined) return { after: last._id }
  const text = (last as unknown as Readonly<Record<string, unknown>>)[column(order.field)]
  return { order: { ...order, after: { text: String(text), id: last._id } } }
}

function ordered({ column }: Home, query: CloudQuery, { order }: ListQuery): CloudQuery {
  if (order === undefined) return query.orderBy('_id', 'asc')
  const way = order.descending === true ? 'desc' : 'asc'
  return query.orderBy(column(order.field), way).orderBy('_id', way)
}

/** A row is read without the document that it stands beside. */
const projected = ({ json }: Home, query: CloudQuery): CloudQuery =>
  json === 'json' ? query : query.field({ json: false })

interface Group {
  readonly _id: string
  readonly n: number
}

/** A page of an aggregation may be shorter than asked for: only an empty one is the end. */
export async function tallyAll(
  within: Within,
  database: CloudDatabase,
  collection: Collection,
  by: string,
  match: Match,
): Promise<ReadonlyMap<string, number>> {
  const home = homeOf(collection)
  const { command: _ } = database
  const conditions = createConditions(database, collection)
  const field = home.column(indexOf(collection, by))
  const wanted = conditions.all([...conditions.of(match), { [field]: _.gte('') }, { _openid: _.exists(false) }])
  const counts = new Map<string, number>()
  for (;;) {
    const { list } = await within(home.name, (documents) =>
      documents
        .aggregate()
        .match(wanted)
        .group({ _id: `$${field}`, n: { $sum: 1 } })
        .sort({ _id: 1 })
        .skip(counts.size)
        .limit(page)
        .end<Group>(),
    )
    for (const { _id: text, n } of list) counts.set(text, n)
    if (list.length === 0) return counts
  }
}
