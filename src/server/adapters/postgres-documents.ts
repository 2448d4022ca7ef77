/** The documents' statements, on a pool or on one connection in a transaction. Each is prepared once a connection. */
import { hash } from 'node:crypto'
import { rowsOf, type Collection, type OwnCollection } from '../core/collections'
import type { Store } from '../core/ports'
import type { ListQuery } from '../core/store-query'
import { checkedId } from './document-id'
import { packed, unpacked } from './packed'
import { columnOf, columnsOf, columnValues } from './columns'
import { space } from './postgres-schema'
import { createQueries, listed, tallied } from './sql-query'

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

interface Tallied {
  readonly texts: readonly string[] | null
  readonly counts: readonly number[] | null
}

/** Table names come from `collections`, never from outside. Columns of type `json` keep the text as it was written. */
export function createDocuments(query: Query): Documents {
  return {
    async get<T>(collection: Collection, id: string) {
      const sql = `SELECT version, value FROM ${space}.${collection} WHERE id = $1`
      const row = (await query<Row>(`get ${collection}`, sql, [checkedId(id)])).rows[0]
      return row === undefined ? null : { version: Number(row.version), value: unpacked<T>(collection, row.value) }
    },
    async put(collection, id, value, expected, row) {
      const own = ownStatement(collection, id, value, expected)
      const { name, text, values } = row === undefined ? own : withRow(own, collection, row)
      return (await query(name, text, values)).changed === 1
    },
    async remove(collection, id) {
      const beside = rowsOf(collection)
      const own = `DELETE FROM ${space}.${collection} WHERE id = $1`
      const text = beside === null ? own : `WITH row AS (DELETE FROM ${space}.${beside} WHERE id = $1) ${own}`
      await query(`remove ${collection}`, text, [checkedId(id)])
    },
    async list<T>(collection: Collection, wanted: ListQuery) {
      const { text, values } = queries.list(collection, wanted)
      const sql = listed(`${space}.${collection}`, text, wanted.order && columnOf(wanted.order.field), wanted)
      const { rows } = await query<Row>(nameFor(sql), sql, values)
      return rows.map(({ id, value }) => ({ id, value: unpacked<T>(collection, value) }))
    },
    async tally(collection, by, match) {
      const { column, text, values } = queries.tally(collection, by, match)
      const counted = `SELECT ${column} AS text, count(*)::int AS n FROM ${space}.${collection} WHERE ${text}`
      // One row: handing over thousands of them, or pairs, would cost more than counting does.
      const sql = `SELECT json_agg(text) AS texts, json_agg(n) AS counts FROM (${counted}) AS each`
      const { rows } = await query<Tallied>(nameFor(sql), sql, values)
      return tallied(rows[0]?.texts ?? [], rows[0]?.counts ?? [])
    },
  }
}

const queries = createQueries({
  parameter: (n) => `$${n}`,
  holds: (column, parameter) => `position(${parameter} in ${column}) > 0`,
})

/** The database cuts names off at 63 bytes, and the same name must be the same statement. */
const nameFor = (sql: string): string => hash('sha256', sql).slice(0, 32)

interface Statement {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** Values: id, document, the columns; the version that is expected. */
function ownStatement(collection: OwnCollection, id: string, value: unknown, expected: number): Statement {
  const columns = columnsOf(collection)
  const at = (i: number) => `$${i + 3}`
  const names = ['id', 'version', 'value', ...columns].join(', ')
  const places = ['$1', '1', '$2', ...columns.map((_column, i) => at(i))].join(', ')
  const changes = ['version = version + 1', 'value = $2', ...columns.map((column, i) => `${column} = ${at(i)}`)]
  const values = [checkedId(id), JSON.stringify(packed(collection, value)), ...columnValues(collection, value)]
  return expected === 0
    ? {
        name: `insert ${collection}`,
        text: `INSERT INTO ${space}.${collection} (${names}) VALUES (${places}) ON CONFLICT (id) DO NOTHING`,
        values,
      }
    : {
        name: `update ${collection}`,
        text: `UPDATE ${space}.${collection} SET ${changes.join(', ')} WHERE id = $1 AND version = ${at(columns.length)}`,
        values: [...values, expected],
      }
}

/** One statement: the row is touched only where the document was written. */
function withRow(own: Statement, collection: OwnCollection, row: object | null): Statement {
  const beside = rowsOf(collection)
  if (beside === null) throw new Error(`nothing stands beside ${collection}`)
  const written = `WITH own AS (${own.text} RETURNING id)`
  if (row === null)
    return {
      name: `${own.name} alone`,
      text: `${written}, row AS (DELETE FROM ${space}.${beside} WHERE id IN (SELECT id FROM own)) SELECT id FROM own`,
      values: own.values,
    }
  const columns = columnsOf(beside)
  const from = own.values.length + 1
  const places = columns.map((_column, i) => `$${from + 1 + i}::text`)
  const changes = ['value', ...columns].map((name) => `${name} = excluded.${name}`)
  return {
    name: `${own.name} with row`,
    text: `${written}, row AS (
      INSERT INTO ${space}.${beside} (${['id', 'version', 'value', ...columns].join(', ')})
      SELECT ${['id', '1', `$${from}::json`, ...places].join(', ')} FROM own
      ON CONFLICT (id) DO UPDATE SET ${changes.join(', ')})
      SELECT id FROM own`,
    values: [...own.values, JSON.stringify(row), ...columnValues(beside, row)],
  }
}
