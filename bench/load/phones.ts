/**
 * Our side of the comparison, the same work as bench/peers/loop.mjs: `node phones.mjs '<Work as JSON>'`. Each client
 * is a phone as the app runs it, with its own merchant, logged in and consented. Prints the durations (ms) as JSON.
 */
import { createHash } from 'node:crypto'
import type { SyncReply } from '#sync/protocol'
import { deviceOf } from '../made-up'
import { createPhone, type Phone } from '../phone'
import { measuredTick, sixtyEntries } from '../sixty-entries'
import { openConnection, type Connection } from './connection'
import type { Work } from './work'

const { port, clients, seconds, edits, prefix }: Work = JSON.parse(process.argv[2] ?? '{}') as Work

interface Client {
  readonly phone: Phone
  readonly connection: Connection
  readonly token: string
}

async function call<T>(connection: Connection, action: string, token: string | null, body: object): Promise<T> {
  const answer = await connection.post(`/api/${action}`, token, JSON.stringify(body))
  if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${answer.body}`)
  return JSON.parse(answer.body) as T
}

async function sync({ phone, connection, token }: Client): Promise<void> {
  do {
    const flight = phone.request()
    phone.hear(flight, await call<SyncReply>(connection, 'sync', token, flight.request), Date.now())
  } while (phone.hasWork())
}

async function openClient(n: number): Promise<Client> {
  const connection = await openConnection(`http://127.0.0.1:${port}`)
  const key = createHash('sha256').update(`${prefix}${n}`).digest('hex')
  const { token, merchant } = await call<{ token: string; merchant: { id: string } }>(connection, 'login', null, {
    provider: 'guest',
    key,
  })
  await call(connection, 'consent', token, { kind: 'service', granted: true, version: 'bench' })
  const client = { phone: createPhone(deviceOf(n), merchant.id), connection, token }
  for (const [entry, value] of sixtyEntries) client.phone.edit(entry, value, Date.now())
  await sync(client)
  return client
}

const open = await Promise.all(Array.from({ length: clients }, (_each, n) => openClient(n)))
const durations: number[] = []
const begin = performance.now()
const counted = begin + (seconds ?? 0) * 200
const end = seconds === undefined ? Infinity : begin + seconds * 1000

async function loop(client: Client): Promise<void> {
  for (let count = 0; count < (edits ?? Infinity); count++) {
    const from = performance.now()
    if (from >= end) return
    client.phone.edit(measuredTick, Date.now() + (count % 1000), Date.now())
    await sync(client)
    const now = performance.now()
    if (seconds === undefined || (from >= counted && now <= end)) durations.push(now - from)
  }
}

await Promise.all(open.map(loop))
for (const { connection } of open) connection.close()
console.log(JSON.stringify(durations))
