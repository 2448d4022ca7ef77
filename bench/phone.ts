/** A phone as the app runs it (src/sync), without screen and network: it edits, asks and hears. */
import type { Value } from '#domain/entries'
import type { SyncReply } from '#sync/protocol'
import { receive } from '#sync/receive'
import { edit, emptyReplica, hasWork, makeRequest, type Flight, type Replica } from '#sync/replica'

export interface Phone {
  edit(key: string, value: Value, now: number): void
  request(): Flight
  /** `now`: ms of the phone's clock. */
  hear(flight: Flight, reply: SyncReply, now: number): void
  hasWork(): boolean
  replica(): Replica
}

export function createPhone(device: string, merchant: string): Phone {
  let replica = emptyReplica(device)
  return {
    edit(key, value, now) {
      replica = edit(replica, key, value, now)
    },
    request: () => makeRequest(replica, merchant),
    hear(flight, reply, now) {
      replica = receive(replica, reply, flight, now).replica
    },
    hasWork: () => hasWork(replica),
    replica: () => replica,
  }
}
