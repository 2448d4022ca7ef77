/**
 * y-websocket's server with its own LevelDB persistence; the lines of bindState are those of its source, plus the
 * ack. With a second argument, `sync`, LevelDB syncs each write to the disk, which is not its preset.
 */
import http from 'node:http'
import { createRequire } from 'node:module'
import { setPersistence, setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import { LeveldbPersistence } from 'y-leveldb'
import * as Y from 'yjs'
import { serveAcks } from './acks.mjs'

// The very one that y-leveldb uses.
const here = createRequire(import.meta.url)
const { Level } = createRequire(here.resolve('y-leveldb'))('level')

class SyncedLevel extends Level {
  put(key, value, options) {
    return super.put(key, value, { ...options, sync: true })
  }
}

const [folder, durability] = process.argv.slice(2)
const database = new LeveldbPersistence(folder, durability === 'sync' ? { Level: SyncedLevel } : {})
const acks = serveAcks()
setPersistence({
  provider: database,
  bindState: async (name, doc) => {
    const persisted = await database.getYDoc(name)
    // What came before there was a listener is stored with this.
    const early = doc.getMap('entries').get('measured')
    database.storeUpdate(name, Y.encodeStateAsUpdate(doc)).then(() => acks.stored(name, early))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(persisted))
    doc.on('update', async (update) => {
      const value = doc.getMap('entries').get('measured')
      await database.storeUpdate(name, update)
      acks.stored(name, value)
    })
  },
  writeState: async () => undefined,
})
const server = http.createServer()
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket, request) => setupWSConnection(socket, request))
server.listen(0, '127.0.0.1', async () => console.log(`listening ${server.address().port} ${await acks.ready};`))
