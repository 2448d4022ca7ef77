/** TinyBase's WebSocket server with its file persister, as its guide sets it up, plus the ack after a save. */
import path from 'node:path'
import { createMergeableStore } from 'tinybase'
import { createFilePersister } from 'tinybase/persisters/persister-file'
import { createWsServer } from 'tinybase/synchronizers/synchronizer-ws-server'
import { WebSocketServer } from 'ws'
import { serveAcks } from './acks.mjs'

const [folder] = process.argv.slice(2)
const idle = 0
const acks = serveAcks()
const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' })
createWsServer(sockets, (name) => {
  const store = createMergeableStore()
  const persister = createFilePersister(store, path.join(folder, `${name}.json`))
  persister.addStatusListener((_persister, status) => {
    if (status === idle) acks.stored(name, store.getValue('measured'))
  })
  return persister
})
sockets.once('listening', async () => console.log(`listening ${sockets.address().port} ${await acks.ready};`))
