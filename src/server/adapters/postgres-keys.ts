/**
 * Keys in PostgreSQL, in a schema of their own: what a backup of the documents reads has none of them.
 * A few connections beside the documents' pool; they end when nothing is asked.
 */
import { Pool } from 'pg'
import type { Log } from '../core/ports'
import type { KeyStore } from './merchant-keys'
import { patience, withClient } from './postgres'
import { translated, whyUnusable } from './postgres-errors'
import { exclusive } from './postgres-schema'

export const keySpace = 'kaitong_keys'
const table = `${keySpace}.keys`
const connections = 2
const page = 500

interface Row {
  readonly owner: string
  readonly wrapper: string
  readonly wrapped: Buffer
}

/** Throws Unusable, with a sentence for the operator, when the database cannot be used. */
export async function createPostgresKeys(url: string, log: Log): Promise<KeyStore> {
  await prepare(url)
  const pool = new Pool({
    ...patience,
    // A restore counts who is at the documents; this is not.
    application_name: 'kaitong-keys',
    connectionString: url,
    max: connections,
    allowExitOnIdle: true,
  })
  pool.on('error', (error) => log.error('database connection lost', error))
  const query = async (text: string, values: readonly unknown[]): Promise<readonly Row[]> => {
    try {
      return (await pool.query<Row>(text, [...values])).rows
    } catch (error) {
      throw translated(error)
    }
  }
  const get = async (owner: string, wrapper: string): Promise<Uint8Array | null> => {
    const rows = await query(`SELECT wrapped FROM ${table} WHERE owner = $1 AND wrapper = $2`, [owner, wrapper])
    return rows[0]?.wrapped ?? null
  }
  const keys: KeyStore = {
    get,
    async add(key) {
      const { owner, wrapper, wrapped } = key
      await query(`INSERT INTO ${table} VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, [owner, wrapper, wrapped])
      return (await get(owner, wrapper)) ?? keys.add(key)
    },
    async destroy(owner) {
      await query(`DELETE FROM ${table} WHERE owner = $1`, [owner])
    },
    async *all() {
      for (let [owner, wrapper] = ['', '']; ;) {
        const rows = await query(
          `SELECT * FROM ${table} WHERE (owner, wrapper) > ($1, $2) ORDER BY owner, wrapper LIMIT ${page}`,
          [owner, wrapper],
        )
        yield* rows
        const last = rows.at(-1)
        if (last === undefined || rows.length < page) return
        ;({ owner, wrapper } = last)
      }
    },
  }
  return keys
}

/** By whichever process comes first; an account that may not make schemas can use one that was made for it. */
async function prepare(url: string): Promise<void> {
  try {
    await withClient(url, async (client) => {
      await client.query('BEGIN')
      await client.query('SELECT pg_advisory_xact_lock($1)', [exclusive])
      const { rowCount } = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [keySpace])
      if (rowCount === 0) await client.query(`CREATE SCHEMA ${keySpace}`)
      await client.query(
        `CREATE TABLE IF NOT EXISTS ${table} (owner text COLLATE "C", wrapper text COLLATE "C", wrapped bytea NOT NULL, PRIMARY KEY (owner, wrapper))`,
      )
      await client.query('COMMIT')
    })
  } catch (error) {
    throw whyUnusable(error, url)
  }
}
