/**
 * The tables, brought up to date at the start by whichever process comes first: one table a collection,
 * a document a row, its searched fields beside it (columns.ts).
 */
import type { ClientBase } from 'pg'
import { collectionNames, fieldsOf, indexesOf, type Collection, type Index } from '../core/collections'
import { columnOf, columnValue } from './columns'
import { Unusable } from './unusable'

/** Everything is in a schema of its own, so that the database may be shared. */
export const space = 'kaitong'

/**
 * What the tables look like. Raise it with a step in `steps` when existing documents must change, or when those
 * written from now on cannot be read by older programs (2 and 3: packed.ts).
 */
export const schemaVersion = 3
const nothing = async () => undefined
/** `steps[n]` leads from version n to n + 1. */
const steps: readonly ((client: ClientBase) => Promise<void>)[] = [nothing, nothing, nothing]

/** Any number that nobody else uses: who holds it is alone at work on the tables. */
export const exclusive = 7_206_120_261

/** Waits for other processes that start at the same moment. Throws Unusable. */
export async function prepareSchema(client: ClientBase): Promise<void> {
  await checkServer(client)
  await client.query('BEGIN')
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [exclusive])
    await migrate(client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/** What would lose an acknowledged edit, or mix up ids, is refused. */
async function checkServer(client: ClientBase): Promise<void> {
  const setting = async (name: string) =>
    (await client.query<{ value: string }>('SELECT current_setting($1) AS value', [name])).rows[0]?.value ?? ''
  if (Number(await setting('server_version_num')) < 120_000)
    throw new Unusable('PostgreSQL 要 12 或更新的版本 (PostgreSQL 12 or newer is needed)')
  if ((await setting('server_encoding')) !== 'UTF8')
    throw new Unusable('数据库的编码要是 UTF8 (the database must be encoded in UTF8)')
  for (const name of ['fsync', 'synchronous_commit'])
    if ((await setting(name)) === 'off')
      throw new Unusable(`数据库的 ${name} 关着，断电会丢数据，请打开 (${name} is off: a power cut would lose edits)`)
}

async function migrate(client: ClientBase): Promise<void> {
  // An account that may not make schemas can use one that was made for it.
  const { rowCount } = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [space])
  if (rowCount === 0) await client.query(`CREATE SCHEMA ${space}`)
  await client.query(
    `CREATE TABLE IF NOT EXISTS ${space}.schema_version (id integer PRIMARY KEY CHECK (id = 1), version integer NOT NULL)`,
  )
  const { rows } = await client.query<{ version: number }>(`SELECT version FROM ${space}.schema_version`)
  const found = rows[0]?.version ?? 0
  if (found > schemaVersion)
    throw new Unusable(
      `数据库的结构是版本 ${found}，比这个程序的 ${schemaVersion} 新：请升级程序。 (the database was made by a newer version of this program)`,
    )
  for (const step of steps.slice(found)) await step(client)
  for (const table of collectionNames) await makeTable(client, table)
  if (found < schemaVersion)
    await client.query(
      `INSERT INTO ${space}.schema_version VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET version = $1`,
      [schemaVersion],
    )
}

/** Room in each page for the next version of a row: most changes then touch no index. */
const fillFactor = 70

/** Looks before it changes anything: an existing table is not locked. Names come from `collections`. */
async function makeTable(client: ClientBase, table: Collection): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT column_name AS name FROM information_schema.columns WHERE table_schema = $1 AND table_name = $2',
    [space, table],
  )
  const columns = new Set(rows.map(({ name }) => name))
  if (columns.size === 0)
    await client.query(
      `CREATE TABLE ${space}.${table} (id text COLLATE "C" PRIMARY KEY, version bigint NOT NULL, value json NOT NULL) WITH (fillfactor = ${fillFactor})`,
    )
  const fresh = fieldsOf(table).filter((each) => !columns.has(columnOf(each)))
  for (const field of fresh) {
    await client.query(`ALTER TABLE ${space}.${table} ADD COLUMN ${columnOf(field)} text COLLATE "C"`)
    await fill(client, table, field)
  }
  for (const index of indexesOf(table)) await makeIndex(client, table, index, fresh)
}

/** Of one field with its column; of several by its name. The first versions left naming the indexes to the database. */
async function makeIndex(
  client: ClientBase,
  table: Collection,
  { name, key, carried }: Index,
  fresh: readonly string[],
): Promise<void> {
  const columns = [...key.map(columnOf), 'id'].join(', ')
  const included = carried.length === 0 ? '' : ` INCLUDE (${carried.map(columnOf).join(', ')})`
  if (key.length > 1)
    await client.query(`CREATE INDEX IF NOT EXISTS ${name} ON ${space}.${table} (${columns})${included}`)
  else if (key.some((field) => fresh.includes(field)))
    await client.query(`CREATE INDEX ON ${space}.${table} (${columns})`)
}

const page = 1000

/** Documents from before there was the column. */
async function fill(client: ClientBase, table: string, field: string): Promise<void> {
  for (let after = ''; ;) {
    const { rows } = await client.query<{ id: string; value: unknown }>(
      `SELECT id, value FROM ${space}.${table} WHERE id > $1 ORDER BY id LIMIT ${page}`,
      [after],
    )
    await client.query(
      `UPDATE ${space}.${table} AS t SET ${columnOf(field)} = n.value FROM unnest($1::text[], $2::text[]) AS n (id, value) WHERE t.id = n.id`,
      [rows.map(({ id }) => id), rows.map(({ value }) => columnValue(value, field))],
    )
    const last = rows.at(-1)
    if (last === undefined || rows.length < page) return
    after = last.id
  }
}
