/** Between client and server: passes everything on and counts it. */
import net from 'node:net'

export interface Counter {
  readonly port: number
  /** Bytes so far: from clients, and to them. */
  sent(): number
  received(): number
  close(): void
}

export function countBytes(port: number): Promise<Counter> {
  let [sent, received] = [0, 0]
  const open = new Set<net.Socket>()
  const server = net.createServer((client) => {
    const upstream = net.connect(port, '127.0.0.1')
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => socket.destroy())
    }
    client.on('data', (chunk: Buffer) => (sent += chunk.length))
    upstream.on('data', (chunk: Buffer) => (received += chunk.length))
    client.pipe(upstream)
    upstream.pipe(client)
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve({
        port: (server.address() as net.AddressInfo).port,
        sent: () => sent,
        received: () => received,
        close() {
          server.close()
          for (const socket of open) socket.destroy()
        },
      }),
    )
  })
}
