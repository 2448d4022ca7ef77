/** What is written to SQLite, as statements. Their texts are worked out once: every push asks for some. */
import { perCollection, type Collection } from '../core/collections'
import { columnsOf, columnValues } from './columns'
import { packed } from './packed'

export interface Statement {
  readonly sql: string
  readonly values: readonly unknown[]
}

/** Parameters: id, document, version, then the columns; of `remove` the id. Names come from `collections`. */
export const sql = perCollection((name) => {
  const columns = columnsOf(name)
  const places = columns.map((_column, i) => `?${i + 4}`)
  const into = `INTO ${name} (${['id', 'value', 'version', ...columns].join(', ')}) VALUES (${['?1', '?2', '?3', ...places].join(', ')})`
  const changes = ['version = version + 1', 'value = ?2', ...columns.map((column, i) => `${column} = ${places[i]}`)]
  return {
    add: `INSERT ${into}`,
    /** Changes nothing where there is one. */
    insert: `INSERT ${into} ON CONFLICT DO NOTHING`,
    replace: `INSERT OR REPLACE ${into}`,
    /** Changes nothing where the version is another. */
    update: `UPDATE ${name} SET ${changes.join(', ')} WHERE id = ?1 AND version = ?3`,
    remove: `DELETE FROM ${name} WHERE id = ?`,
  }
})

export const writing = (
  how: 'add' | 'insert' | 'replace' | 'update',
  collection: Collection,
  id: string,
  value: unknown,
  version: number,
): Statement => ({
  sql: sql[collection][how],
  values: [id, JSON.stringify(packed(collection, value)), version, ...columnValues(collection, value)],
})

export const removing = (collection: Collection, id: string): Statement => ({
  sql: sql[collection].remove,
  values: [id],
})
