/**
 * The store on CloudBase's database. A document's value is one JSON text beside its version, because the
 * database reads dots and dollars in field names; the indexed fields are repeated at the top.
 * Swaps are `where({_id, version}).update(…)`: one document, one atomic step.
 */
import { collections, indexOf, type Collection, type ListQuery, type Store } from '../../core/ports'
import { checkedId } from '../document-id'
import { probeStore } from '../probe'
import { isNoCollection, translated, type CloudCollection, type CloudDatabase, type CloudDocument } from './sdk'

/** The most that one query of a function gives. */
const page = 100

export function createCloudStore(database: CloudDatabase): Store {
  const within = createCollections(database)
  const find = async (collection: Collection, id: string): Promise<CloudDocument | null> => {
    const { data } = await within(collection, (documents) =>
      documents
        .where({ _id: checkedId(id) })
        .limit(1)
        .get(),
    )
    return data.find(isOurs) ?? null
  }
  const store: Store = {
    async get<T>(collection: Collection, id: string) {
      const found = await translated(() => find(collection, id))
      return found === null ? null : { version: found.version, value: JSON.parse(found.json) as T }
    },
    put: (collection, id, value, expected) =>
      translated(async () => {
        checkedId(id)
        const data = fieldsOf(collection, value, expected + 1)
        if (expected === 0) return insert(within, find, collection, id, data)
        const { stats } = await within(collection, (documents) =>
          documents.where({ _id: id, version: expected }).update({ data }),
        )
        return stats.updated === 1
      }),
    remove: (collection, id) =>
      translated(async () => {
        await within(collection, (documents) => documents.where({ _id: id }).remove())
      }),
    list: <T>(collection: Collection, query: ListQuery) =>
      translated(async () => {
        const found = await listAll(within, database, collection, query)
        return found.map(({ _id, json }) => ({ id: _id, value: JSON.parse(json) as T }))
      }),
    check: () => probeStore(store),
    close: async () => undefined,
  }
  return store
}

/**
 * The platform adds `_openid` to what a phone writes by itself. No phone may (deploy/cloudbase gives every
 * collection to administrators alone), but a collection is open until that is set: such a document is none.
 */
const isOurs = (document: CloudDocument): boolean => !('_openid' in document)

type Within = <R>(collection: Collection, run: (documents: CloudCollection) => Promise<R>) => Promise<R>

/** A collection that is not there yet is made, once. */
function createCollections(database: CloudDatabase): Within {
  return async (name, run) => {
    try {
      return await run(database.collection(name))
    } catch (error) {
      if (!isNoCollection(error)) throw error
      // Somebody may have made it in between: what counts is whether it is there now.
      await database.createCollection(name).catch(() => undefined)
      return run(database.collection(name))
    }
  }
}

function fieldsOf(collection: Collection, value: unknown, version: number): Record<string, unknown> {
  const members = value as Readonly<Record<string, unknown>>
  const indexed = collections[collection].map((field) => [field, members[field] ?? null])
  return { ...Object.fromEntries(indexed), version, json: JSON.stringify(value) }
}

/** The database refuses a second document of one id; how it words that is not documented, so look. */
async function insert(
  within: Within,
  find: (collection: Collection, id: string) => Promise<CloudDocument | null>,
  collection: Collection,
  id: string,
  data: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  try {
    await within(collection, (documents) => documents.add({ data: { _id: id, ...data } }))
    return true
  } catch (error) {
    if ((await find(collection, id)) === null) throw error
    return false
  }
}

async function listAll(
  within: Within,
  database: CloudDatabase,
  collection: Collection,
  query: ListQuery,
): Promise<readonly CloudDocument[]> {
  const { where, limit } = query
  const same = where === undefined ? {} : { [indexOf(collection, where.field)]: where.equals }
  const found: CloudDocument[] = []
  while (found.length < limit) {
    const after = found.at(-1)?._id ?? query.after
    const condition = { ...same, ...(after !== undefined && { _id: database.command.gt(after) }) }
    const max = Math.min(page, limit - found.length)
    const { data } = await within(collection, (documents) =>
      documents.where(condition).orderBy('_id', 'asc').limit(max).get(),
    )
    found.push(...data)
    if (data.length < max) break
  }
  return found.filter(isOurs)
}
