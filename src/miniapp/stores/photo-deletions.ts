/** Has the function delete the files of photos that were taken back: one at a time, until it says so. */
import type { Clock } from '../ports/clock'
import type { Device } from '../ports/device'
import { backoffMs } from './backoff'
import type { PhotoShelf } from './photo-shelf'
import { createPlan, leftOf, type Wait } from './plan'
import type { SessionStore } from './session-store'

export interface DeletionPorts {
  readonly clock: Clock
  readonly device: Pick<Device, 'online'>
  readonly session: SessionStore
  readonly shelf: PhotoShelf
}

export interface PhotoDeletions {
  pump(): void
  /** Earlier failures count no longer. */
  fresh(): void
}

export function createPhotoDeletions({ clock, device, session, shelf }: DeletionPorts): PhotoDeletions {
  const plan = createPlan(clock, pump)
  let running = false
  let failures = 0
  let wait: Wait = { since: 0, ms: 0 }

  function pump(): void {
    const [photoId] = shelf.folder().deleting
    if (photoId === undefined || running || session.getState().merchantId === null || !device.online()) return
    const left = leftOf(wait, clock.now())
    if (left > 0) plan.at(left)
    else void run(photoId)
  }

  async function run(photoId: string): Promise<void> {
    running = true
    let gone = false
    try {
      const reply = await session.call<object>('photo-delete', { photoId })
      gone = reply.ok || reply.error === 'not-found'
    } finally {
      running = false
      failures = gone ? 0 : failures + 1
      wait = { since: clock.now(), ms: gone ? 0 : backoffMs(failures, clock) }
      if (gone) shelf.deleted(photoId)
      pump()
    }
  }

  return {
    pump,
    fresh() {
      failures = 0
      wait = { since: 0, ms: 0 }
    },
  }
}
