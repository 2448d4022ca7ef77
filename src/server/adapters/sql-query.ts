/** The store's queries as SQL, for both databases. Names come from `collections`, values travel as parameters. */
import { indexOf, type Collection } from '../core/collections'
import type { ListQuery, Match } from '../core/store-query'
import { columnOf } from './columns'

export interface Dialect {
  /** The nth parameter, from 1. */
  parameter(n: number): string
  /** Whether a text holds another. */
  holds(column: string, parameter: string): string
}

export interface Sql {
  /** What follows WHERE. */
  readonly text: string
  readonly values: readonly unknown[]
}

export function createQueries(dialect: Dialect) {
  const writer = (collection: Collection) => {
    const values: unknown[] = []
    return {
      values,
      column: (field: string) => columnOf(indexOf(collection, field)),
      give: (value: unknown) => dialect.parameter(values.push(value)),
    }
  }
  type Writer = ReturnType<typeof writer>

  const conditions = ({ column, give }: Writer, { where, within = [], holding }: Match): readonly string[] => [
    ...(where === undefined ? [] : [`${column(where.field)} = ${give(where.equals)}`]),
    ...within.flatMap(({ field, from, below }) => [
      ...(from === undefined && below === undefined ? [`${column(field)} IS NOT NULL`] : []),
      ...(from === undefined ? [] : [`${column(field)} >= ${give(from)}`]),
      ...(below === undefined ? [] : [`${column(field)} < ${give(below)}`]),
    ]),
    ...(holding === undefined ? [] : [dialect.holds(column(holding.field), give(holding.text))]),
  ]
  const joined = (all: readonly string[]) => (all.length === 0 ? 'TRUE' : all.join(' AND '))

  const place = ({ column, give }: Writer, { order, after }: ListQuery): readonly string[] => {
    if (order === undefined) return after === undefined ? [] : [`id > ${give(after)}`]
    const text = column(order.field)
    if (order.after === undefined) return [`${text} IS NOT NULL`]
    const than = order.descending === true ? '<' : '>'
    return [`(${text}, id) ${than} (${give(order.after.text)}, ${give(order.after.id)})`]
  }
  const order = ({ column }: Writer, { order: wanted }: ListQuery): string => {
    if (wanted === undefined) return 'id'
    const way = wanted.descending === true ? 'DESC' : 'ASC'
    return `${column(wanted.field)} ${way}, id ${way}`
  }

  return {
    list(collection: Collection, query: ListQuery): Sql {
      const sql = writer(collection)
      const where = joined([...conditions(sql, query), ...place(sql, query)])
      return {
        text: `${where} ORDER BY ${order(sql, query)} LIMIT ${sql.give(query.limit)}`,
        values: sql.values,
      }
    },
    tally(collection: Collection, by: string, match: Match): Sql & { readonly column: string } {
      const sql = writer(collection)
      const column = sql.column(by)
      const where = joined([...conditions(sql, match), `${column} IS NOT NULL`])
      return { column, text: `${where} GROUP BY ${column}`, values: sql.values }
    },
  }
}

/**
 * The ids first, from the index alone; only the rows of the page are read. `order`: the column that it is by.
 * `hint`: the index, where the database is told.
 */
export function listed(table: string, text: string, order: string | undefined, query: ListQuery, hint = ''): string {
  if (order === undefined) return `SELECT id, value FROM ${table} WHERE ${text}`
  const way = query.order?.descending === true ? 'DESC' : 'ASC'
  return `SELECT id, value FROM ${table} WHERE id IN (SELECT id FROM ${table}${hint} WHERE ${text}) ORDER BY ${order} ${way}, id ${way}`
}

/** From the two lists that a tally is handed over in. */
export const tallied = (texts: readonly string[], counts: readonly number[]): ReadonlyMap<string, number> =>
  new Map(texts.map((text, i) => [text, counts[i] ?? 0]))
