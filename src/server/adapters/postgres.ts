/**
 * The store on PostgreSQL, for any number of processes on one database. One statement is one atomic,
 * durable step: a swap is `UPDATE … WHERE version = …`, and the database decides who was first.
 */
import { Client, Pool, type ClientBase, type ClientConfig } from 'pg'
import { Unavailable, type Log, type Store } from '../core/ports'
import { createDocuments, type Query } from './postgres-documents'
import { translated, whyUnusable } from './postgres-errors'
import { prepareSchema } from './postgres-schema'
import { probeStore } from './probe'

export interface PostgresSettings {
  readonly url: string
  /** The most connections that this process opens. */
  readonly pool: number
}

const second = 1000
/** How the database's own list of connections names this program's. */
export const applicationName = 'kaitong'

/** The server gives up a statement first; a network that swallows the answer is noticed after. */
export const patience: ClientConfig = {
  application_name: applicationName,
  connectionTimeoutMillis: 5 * second,
  statement_timeout: 10 * second,
  lock_timeout: 5 * second,
  idle_in_transaction_session_timeout: 30 * second,
  query_timeout: 15 * second,
  keepAlive: true,
  keepAliveInitialDelayMillis: 10 * second,
}
/** Bringing the tables up to date may rewrite one: that takes as long as it takes. */
const unhurried: ClientConfig = {
  application_name: applicationName,
  connectionTimeoutMillis: 5 * second,
  keepAlive: true,
}

/** Throws Unusable, with a sentence for the operator, when the database cannot be used. */
export async function createPostgresStore({ url, pool: max }: PostgresSettings, log: Log): Promise<Store> {
  try {
    await withClient(url, prepareSchema)
  } catch (error) {
    throw whyUnusable(error, url)
  }
  const pool = new Pool({ ...patience, connectionString: url, max, idleTimeoutMillis: 30 * second })
  // A connection that breaks while nobody uses it: the pool has dropped it already.
  pool.on('error', (error) => log.error('database connection lost', error))
  const query: Query = async (name, text, values) => {
    try {
      const { rows, rowCount } = await pool.query({ name, text, values: [...values] })
      return { rows, changed: rowCount ?? 0 }
    } catch (error) {
      throw translated(error)
    }
  }
  const documents = createDocuments(query)
  const store: Store = {
    ...documents,
    // Reading again does no harm. After a restart every connection of the pool may be dead; the next one is new.
    get: (collection, id) => persistent(max, () => documents.get(collection, id)),
    list: (collection, wanted) => persistent(max, () => documents.list(collection, wanted)),
    tally: (collection, by, match) => persistent(max, () => documents.tally(collection, by, match)),
    check: () => probeStore(store),
    close: () => pool.end(),
  }
  return store
}

async function persistent<T>(times: number, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (times === 0 || !(error instanceof Unavailable) || !isBroken(error.cause)) throw error
    return persistent(times - 1, read)
  }
}

/** The connection was there and ended; a time-out is not tried again, or waiting would double. */
const isBroken = (cause: unknown): boolean =>
  cause instanceof Error &&
  (/^(ECONNRESET|EPIPE|57P01|57P02)$/.test(String((cause as { code?: unknown }).code)) ||
    cause.message === 'Connection terminated unexpectedly')

/** One connection of its own, closed after. */
export async function withClient<T>(url: string, use: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = new Client({ ...unhurried, connectionString: url })
  // The statement under way fails with the same cause.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await use(client)
  } finally {
    await client.end()
  }
}
