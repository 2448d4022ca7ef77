/**
 * The load, a process of its own: `node load.mjs '<Load as JSON>'`. Every connection pushes one edit after the
 * other, each for another merchant, and checks that the function has taken it. Prints a Summary and the
 * `total` of pushes, the first ones included.
 */
import type { SyncReply, SyncRequest } from '#sync/protocol'
import { nextStamp, noStamp } from '#sync/stamp'
import { deviceOf, epoch, merchantOf, tokenOf } from '../made-up'
import { measuredTick } from '../sixty-entries'
import type { Load } from './load'
import { openConnection, type Connection } from './connection'
import { inLoops } from './times'

interface Merchant {
  readonly n: number
  version: number
  stamp: string
  /** Before that, an earlier run may have left a later version. */
  pushed: boolean
}

const { url, connections, seconds, merchants, active }: Load = JSON.parse(process.argv[2] ?? '{}') as Load

async function push(connection: Connection, merchant: Merchant): Promise<void> {
  const now = Date.now()
  const device = deviceOf(merchant.n)
  merchant.stamp = nextStamp(merchant.stamp, now, device)
  const request: SyncRequest = {
    p: 1,
    schema: 1,
    doc: merchantOf(merchant.n),
    dev: device,
    ep: epoch,
    base: merchant.version,
    ops: [{ k: measuredTick, v: now, s: merchant.stamp }],
  }
  const { status, body } = await connection.post('/api/sync', tokenOf(merchant.n), JSON.stringify(request))
  const reply = JSON.parse(body) as SyncReply
  const expected = merchant.pushed ? merchant.version + 1 : reply.ver
  if (status !== 200 || reply.patch[0]?.s !== merchant.stamp || reply.ver !== expected)
    throw new Error(`not taken: ${status} ${body}`)
  merchant.version = reply.ver
  merchant.pushed = true
}

/** Spread over all of them, so that a big store is used as a whole. */
const pushedTo: readonly Merchant[] = Array.from({ length: active }, (_each, i) => ({
  n: Math.floor((i * merchants) / active),
  version: 1,
  stamp: noStamp,
  pushed: false,
}))
const open = await Promise.all(Array.from({ length: connections }, () => openConnection(url)))
/** Taken in turn by all connections: no two push the same merchant at once, however unequal their speed. */
let total = 0
const summary = await inLoops(connections, seconds, async (worker) => {
  const connection = open[worker]
  const merchant = pushedTo[total++ % active]
  if (connection !== undefined && merchant !== undefined) await push(connection, merchant)
})
for (const connection of open) connection.close()
console.log(JSON.stringify({ ...summary, total }))
