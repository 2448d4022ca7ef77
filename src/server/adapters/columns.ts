/**
 * The fields that are searched, as columns beside the document and written with it: neither database has to look
 * into a document for its indexes (SQLite would read all of it twice at each change, bench/README.md; PostgreSQL
 * cannot where its texts contain `\u0000`).
 */
import { fieldsOf, perCollection, type Collection } from '../core/collections'

export const columnOf = (field: string): string => `by_${field}`

const columns = perCollection((collection): readonly string[] => fieldsOf(collection).map(columnOf))
export const columnsOf = (collection: Collection): readonly string[] => columns[collection]

/** Only texts are searched; anything else is found by nothing. */
export function columnValue(value: unknown, field: string): string | null {
  const member = (value as Readonly<Record<string, unknown>>)[field]
  return typeof member === 'string' ? member : null
}

/** In the order of `columnsOf`. */
export const columnValues = (collection: Collection, value: unknown): (string | null)[] =>
  fieldsOf(collection).map((field) => columnValue(value, field))
