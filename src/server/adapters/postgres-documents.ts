/** The documents' statements, on a pool or on one connection in a transaction. Each is prepared once a connection. */
import { collections, indexOf, type Collection, type ListQuery, type Store } from '../core/ports'
import { checkedId } from './document-id'
import { packed, unpacked } from './packed'
import { columnOf, columnValue, space } from './postgres-schema'

export interface Outcome<Row> {
  readonly rows: readonly Row[]
  readonly changed: number
}
/** `name`: under which a connection keeps the statement prepared. */
export type Query = <Row>(name: string, text: string, values: readonly unknown[]) => Promise<Outcome<Row>>

interface Row {
  readonly id: string
  /** bigint, which the driver gives as text. */
  readonly version: string
  readonly value: unknown
}

export type Documents = Omit<Store, 'check' | 'close'>

/** Table names come from `collections`, never from outside. Columns of type `json` keep the text as it was written. */
export function createDocuments(query: Query): Documents {
  return {
    async get<T>(collection: Collection, id: string) {
      const sql = `SELECT version, value FROM ${space}.${collection} WHERE id = $1`
      const row = (await query<Row>(`get ${collection}`, sql, [checkedId(id)])).rows[0]
      return row === undefined ? null : { version: Number(row.version), value: unpacked<T>(collection, row.value) }
    },
    async put(collection, id, value, expected) {
      const { insert, update } = statementsOf(collection)
      const values = [checkedId(id), JSON.stringify(packed(collection, value)), ...columnsOf(collection, value)]
      const { changed } =
        expected === 0
          ? await query(`insert ${collection}`, insert, values)
          : await query(`update ${collection}`, update, [...values, expected])
      return changed === 1
    },
    async remove(collection, id) {
      await query(`remove ${collection}`, `DELETE FROM ${space}.${collection} WHERE id = $1`, [checkedId(id)])
    },
    async list<T>(collection: Collection, { where, after = '', limit }: ListQuery) {
      const from = `SELECT id, value FROM ${space}.${collection}`
      const { rows } =
        where === undefined
          ? await query<Row>(`list ${collection}`, `${from} WHERE id > $1 ORDER BY id LIMIT $2`, [after, limit])
          : await query<Row>(
              `list ${collection} ${where.field}`,
              `${from} WHERE ${columnOf(indexOf(collection, where.field))} = $1 AND id > $2 ORDER BY id LIMIT $3`,
              [where.equals, after, limit],
            )
      return rows.map(({ id, value }) => ({ id, value: unpacked<T>(collection, value) }))
    },
  }
}

/** Of `put`. Values: id, document, the columns; the version that is expected. */
function statementsOf(collection: Collection) {
  const columns = collections[collection].map(columnOf)
  const at = (i: number) => `$${i + 3}`
  const names = ['id', 'version', 'value', ...columns].join(', ')
  const values = ['$1', '1', '$2', ...columns.map((_column, i) => at(i))].join(', ')
  const changes = ['version = version + 1', 'value = $2', ...columns.map((column, i) => `${column} = ${at(i)}`)]
  return {
    insert: `INSERT INTO ${space}.${collection} (${names}) VALUES (${values}) ON CONFLICT (id) DO NOTHING`,
    update: `UPDATE ${space}.${collection} SET ${changes.join(', ')} WHERE id = $1 AND version = ${at(columns.length)}`,
  }
}

export const columnsOf = (collection: Collection, value: unknown): (string | null)[] =>
  collections[collection].map((field) => columnValue(value, field))
