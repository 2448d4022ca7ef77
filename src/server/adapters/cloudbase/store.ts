/**
 * The store on CloudBase's database. A document's value is one JSON text beside its version, because the
 * database reads dots and dollars in field names; the indexed fields are repeated at the top.
 * Swaps are `where({_id, version}).update(…)`: one document, one atomic step. A row that stands beside a
 * document is part of it here (`row`, `row_<field>`), so that both change in that step: transactions of this
 * database fail under contention and cost five calls
 * (https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/database/transaction.html).
 */
import { rowsOf, fieldsOf, type Collection, type OwnCollection } from '../../core/collections'
import type { Store } from '../../core/ports'
import type { ListQuery } from '../../core/store-query'
import { checkedId } from '../document-id'
import { probeStore } from '../probe'
import { listAll, tallyAll } from './queries'
import { homeOf, isOurs, rowColumn, type Within } from './shape'
import { isNoCollection, translated, type CloudDatabase, type CloudDocument } from './sdk'

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
      const { name, json } = homeOf(collection)
      const found = await translated(() => find(name, id))
      const text = found?.[json] ?? null
      if (found === null || text === null) return null
      return { version: json === 'row' ? 1 : found.version, value: JSON.parse(text) as T }
    },
    put: (collection, id, value, expected, row) =>
      translated(async () => {
        checkedId(id)
        const data = { ...ownData(collection, value, expected + 1), ...(row !== undefined && rowData(collection, row)) }
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
        const { json } = homeOf(collection)
        const found = await listAll(within, database, collection, query)
        return found.map((document) => ({ id: document._id, value: JSON.parse(document[json] ?? '{}') as T }))
      }),
    tally: (collection, by, match) => translated(() => tallyAll(within, database, collection, by, match)),
    check: () => probeStore(store),
    close: async () => undefined,
  }
  return store
}

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

function ownData(collection: OwnCollection, value: unknown, version: number): Record<string, unknown> {
  const members = value as Readonly<Record<string, unknown>>
  const indexed = fieldsOf(collection).map((field) => [field, members[field] ?? null])
  return { ...Object.fromEntries(indexed), version, json: JSON.stringify(value) }
}

function rowData(collection: OwnCollection, row: object | null): Record<string, unknown> {
  const name = rowsOf(collection)
  if (name === null) throw new Error(`nothing stands beside ${collection}`)
  const members = (row ?? {}) as Readonly<Record<string, unknown>>
  const indexed = fieldsOf(name).map((field) => [rowColumn(field), members[field] ?? null])
  return { ...Object.fromEntries(indexed), row: row === null ? null : JSON.stringify(row) }
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
