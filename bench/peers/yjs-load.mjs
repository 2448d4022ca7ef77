import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { subscribe } from './acks.mjs'
import { run } from './loop.mjs'

await run(async (n, { port, ackPort, entries, prefix }) => {
  const name = `${prefix}${n}`
  const doc = new Y.Doc()
  const map = doc.getMap('entries')
  const stored = await subscribe(ackPort, name)
  const provider = new WebsocketProvider(`ws://127.0.0.1:${port}`, name, doc, {
    WebSocketPolyfill: WebSocket,
    disableBc: true,
  })
  await new Promise((resolve) => provider.once('sync', resolve))
  doc.transact(() => {
    for (const [key, value] of entries) map.set(key, value)
    map.set('measured', 0)
  })
  await stored(0)
  return async (value) => {
    map.set('measured', value)
    await stored(value)
  }
})
