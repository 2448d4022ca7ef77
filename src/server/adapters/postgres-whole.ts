/** The PostgreSQL store as a whole: a backup is one read-only transaction, a restore one that replaces everything. */
import type { ClientBase } from 'pg'
import { collectionNames, ownNames, rowsOf, type Collection } from '../core/collections'
import type { Store } from '../core/ports'
import { isEmpty, type Kept, type Replacing, type WholeStore } from '../core/whole-store'
import { packed, unpacked } from './packed'
import { applicationName, withClient } from './postgres'
import { columnsOf, columnValues } from './columns'
import { createDocuments, type Query } from './postgres-documents'
import { translated, whyUnusable } from './postgres-errors'
import { exclusive, prepareSchema, space } from './postgres-schema'
import { Unusable } from './unusable'

/** Documents that are fetched, or written, at once. */
const page = 500

export function createPostgresWhole(url: string): WholeStore {
  const prepared = async <T>(use: (client: ClientBase) => Promise<T>): Promise<T> => {
    try {
      return await withClient(url, async (client) => {
        await prepareSchema(client)
        return use(client)
      })
    } catch (error) {
      throw error instanceof Unusable || !('code' in (error as object)) ? error : whyUnusable(error, url)
    }
  }
  return {
    snapshot: (use) =>
      prepared((client) =>
        within(client, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async () =>
          use(documentsOf(client), await countOf(client)),
        ),
      ),
    isEmpty: () => prepared((client) => isEmpty(createDocuments(queryOn(client)))),
    replace: (steps) => prepared((client) => within(client, 'BEGIN', () => replace(client, steps))),
    close: async () => undefined,
  }
}

/** One transaction; the connection ends with the process, and with it what was not committed. */
async function within<T>(client: ClientBase, begin: string, use: () => Promise<T>): Promise<T> {
  await client.query(begin)
  try {
    const result = await use()
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

function queryOn(client: ClientBase): Query {
  return async (name, text, values) => {
    try {
      const { rows, rowCount } = await client.query({ name, text, values: [...values] })
      return { rows, changed: rowCount ?? 0 }
    } catch (error) {
      throw translated(error)
    }
  }
}

async function countOf(client: ClientBase): Promise<number> {
  const each = ownNames.map((name) => `(SELECT count(*) FROM ${space}.${name})`)
  const { rows } = await client.query<{ n: string }>(`SELECT ${each.join(' + ')} AS n`)
  return Number(rows[0]?.n ?? 0)
}

async function* documentsOf(client: ClientBase): AsyncGenerator<Kept> {
  for (const collection of ownNames) {
    const sql = `SELECT id, version, value FROM ${space}.${collection} WHERE id > $1 ORDER BY id LIMIT ${page}`
    for (let after = ''; ;) {
      const { rows } = await client.query<{ id: string; version: string; value: unknown }>({
        name: `snapshot ${collection}`,
        text: sql,
        values: [after],
      })
      for (const { id, version, value } of rows)
        yield { collection, id, version: Number(version), value: unpacked(collection, value) }
      const last = rows.at(-1)
      if (last === undefined || rows.length < page) break
      after = last.id
    }
  }
}

/** Who holds the lock is alone at work on the tables: servers that start now wait until this is over. */
async function replace(client: ClientBase, { before, fill }: Replacing): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock($1)', [exclusive])
  const { rows } = await client.query<{ n: string }>(
    'SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1 AND pid <> pg_backend_pid()',
    [applicationName],
  )
  const others = Number(rows[0]?.n ?? 0)
  if (others > 0)
    throw new Unusable(`还有服务连着这个数据库（${others} 个连接）：请先都停掉，再恢复。 (stop the servers first)`)
  const documents = createDocuments(queryOn(client))
  await before(documents)
  await client.query(`TRUNCATE ${collectionNames.map((name) => `${space}.${name}`).join(', ')}`)
  const store: Store = { ...documents, check: async () => undefined, close: async () => undefined }
  await fill({ store, add: (kept) => add(client, kept) })
}

async function add(client: ClientBase, documents: readonly Kept[]): Promise<void> {
  for (const collection of ownNames) {
    const mine = documents.filter((document) => document.collection === collection)
    await insert(client, collection, mine)
    const beside = rowsOf(collection)
    const rows = mine.flatMap(({ id, row = null }) => (row === null ? [] : [{ id, version: 1, value: row }]))
    if (beside !== null) await insert(client, beside, rows)
  }
}

async function insert(
  client: ClientBase,
  collection: Collection,
  mine: readonly Pick<Kept, 'id' | 'version' | 'value'>[],
): Promise<void> {
  if (mine.length === 0) return
  const columns = columnsOf(collection)
  const types = ['text', 'bigint', 'text', ...columns.map(() => 'text')]
  const given = types.map((type, i) => `$${i + 1}::${type}[]`).join(', ')
  const values = mine.map(({ value }) => columnValues(collection, value))
  await client.query(
    `INSERT INTO ${space}.${collection} (${['id', 'version', 'value', ...columns].join(', ')})
     SELECT ${['c1', 'c2', 'c3::json', ...columns.map((_column, i) => `c${i + 4}`)].join(', ')}
     FROM unnest(${given}) AS n (${types.map((_type, i) => `c${i + 1}`).join(', ')})`,
    [
      mine.map(({ id }) => id),
      mine.map(({ version }) => version),
      mine.map(({ value }) => JSON.stringify(packed(collection, value))),
      ...columns.map((_column, i) => values.map((row) => row[i] ?? null)),
    ],
  )
}
