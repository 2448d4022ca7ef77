/**
 * A peer whose protocol never says that an edit has been stored tells it here, on a socket of its own: after each
 * save the value that was measured. `subscribe` is the client's side.
 */
import { WebSocket, WebSocketServer } from 'ws'

export function serveAcks() {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  const listeners = new Map()
  server.on('connection', (socket, request) => listeners.set(request.url.slice(1), socket))
  return {
    ready: new Promise((resolve) => server.once('listening', () => resolve(server.address().port))),
    stored: (name, value) => listeners.get(name)?.send(String(value)),
  }
}

/** Answers a function that waits until a value has been stored. */
export async function subscribe(port, name) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/${name}`)
  let wanted = null
  let heard = null
  socket.on('message', (data) => {
    heard = String(data)
    if (wanted !== null && heard === wanted.value) {
      wanted.resolve()
      wanted = null
    }
  })
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  return (value) =>
    new Promise((resolve) => {
      if (heard === String(value)) resolve()
      else wanted = { value: String(value), resolve }
    })
}
