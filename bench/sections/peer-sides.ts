/** Who is measured, and how each is started and loaded. */
import type { Bench } from '../bench'
import { phoneCore } from '../bytes'
import { firstMatch, startServer, stopped } from '../programs'

/** The peers' own package, installed apart: npm ci --prefix bench/peers. */
export const home = 'bench/peers'

export interface Side {
  readonly name: string
  readonly durable: string
  readonly perTick: string
  /** The program that serves; ours has its own settings. */
  readonly serve: (bench: Bench) => Promise<Served>
  readonly load: (bench: Bench) => string
  readonly mode?: string
  readonly bundle: string
  readonly size: 'ours' | 'yjs' | 'tinybase' | 'pouchdb'
}
export interface Served {
  readonly port: number
  readonly ackPort: number
  stop(): Promise<void>
}

const served =
  (name: string, ...more: readonly string[]) =>
  async (bench: Bench): Promise<Served> => {
    const child = bench.shop.start([`${home}/${name}-server.mjs`, bench.shop.folder(), ...more], {})
    const [port = 0, ackPort = 0] = (await firstMatch(child, /listening (\d+ \d+);/)).split(' ').map(Number)
    return { port, ackPort, stop: () => stopped(child) }
  }

async function serveOurs({ shop }: Bench): Promise<Served> {
  // So many edits of one merchant in a minute are beyond what the function admits to one phone.
  const server = await startServer(shop, { DATA_DIR: shop.folder(), RATE_SYNCS_PER_MINUTE: '100000000' })
  return { port: Number(new URL(server.url).port), ackPort: 0, stop: () => server.stop() }
}

const pouch = { serve: served('pouchdb'), load: () => `${home}/pouchdb-load.mjs`, size: 'pouchdb' } as const
const pouchBundle = `import PouchDB from 'pouchdb-browser'; export default PouchDB`

const yjsBundle = `export * as Y from 'yjs'; export { WebsocketProvider } from 'y-websocket'`

export const sides: readonly Side[] = [
  {
    name: 'ours: sync core and function on SQLite',
    durable: 'synced to the disk before the answer',
    perTick: 'JSON over HTTP',
    serve: serveOurs,
    load: ({ shop }) => shop.phones,
    bundle: phoneCore,
    size: 'ours',
  },
  {
    name: 'Yjs 13.6.33, y-websocket 3.1.0, server 0.1.1, y-leveldb 0.2.0',
    durable: 'written to LevelDB, not synced; the client is not told',
    perTick: 'binary over WebSocket',
    serve: served('yjs'),
    load: () => `${home}/yjs-load.mjs`,
    bundle: yjsBundle,
    size: 'yjs',
  },
  {
    name: 'the same, LevelDB told to sync each write',
    durable: 'synced to the disk; the client is not told',
    perTick: 'binary over WebSocket',
    serve: served('yjs', 'sync'),
    load: () => `${home}/yjs-load.mjs`,
    bundle: yjsBundle,
    size: 'yjs',
  },
  {
    name: 'TinyBase 10.0.1, WebSocket synchronizer, file persister',
    durable: 'whole file written anew, not synced; the client is not told',
    perTick: 'JSON over WebSocket',
    serve: served('tinybase'),
    load: () => `${home}/tinybase-load.mjs`,
    bundle: `export { createMergeableStore } from 'tinybase/mergeable-store'; export { createWsSynchronizer } from 'tinybase/synchronizers/synchronizer-ws-client'`,
    size: 'tinybase',
  },
  {
    ...pouch,
    name: 'PouchDB 9.0.0 replicating live to express-pouchdb 4.2.0 on LevelDB',
    durable: 'written to LevelDB, not synced',
    perTick: 'JSON over HTTP, several requests',
    mode: 'replicate',
    bundle: pouchBundle,
  },
  {
    ...pouch,
    name: 'the same server, the document put directly (no replication)',
    durable: 'written to LevelDB, not synced',
    perTick: 'JSON over HTTP, the whole document',
    mode: 'put',
    bundle: pouchBundle,
  },
]
