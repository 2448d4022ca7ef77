/** The stores, wired to each other: entries, session, photos and sync know of one another only here. */
import type { Backend } from '../ports/backend'
import type { Clock } from '../ports/clock'
import type { Device } from '../ports/device'
import type { Files } from '../ports/files'
import type { Identity } from '../ports/identity'
import type { Storage } from '../ports/storage'
import { createEntriesStore, type EntriesStore } from './entries-store'
import { createOriginals, type Originals } from './originals'
import { createPhotoStore, type PhotoStore } from './photo-store'
import { createSessionStore, type SessionStore } from './session-store'
import { createSyncEngine, type SyncEngine } from './sync-engine'

export interface StorePorts {
  readonly backend: Backend
  readonly storage: Storage
  readonly clock: Clock
  readonly files: Files
  readonly identity: Identity
  readonly device: Pick<Device, 'online' | 'onOnline' | 'onShow' | 'onHide'>
}

export interface Stores {
  readonly entries: EntriesStore
  readonly session: SessionStore
  readonly photos: PhotoStore
  readonly originals: Originals
  readonly sync: SyncEngine
  /** Begins to sync and to upload; nothing is sent before the consents are there. */
  start(): void
  stop(): void
}

export function createStores(ports: StorePorts): Stores {
  const entries = createEntriesStore(ports)
  const session = createSessionStore({
    ...ports,
    onMerchant(merchant, serverTime) {
      open(merchant)
      entries.heardTime(serverTime)
      resumeLost()
    },
    exportDraft: () => Object.fromEntries([...entries.getState().entries].filter(([key]) => !key.startsWith('l.'))),
    async onLeft(merchant, keep) {
      if (!keep) {
        entries.discard(merchant)
        await photos.discard(merchant)
        await originals.drop()
        return true
      }
      if (!entries.adopt(merchant)) return false
      photos.adopt(merchant)
      return true
    },
    async onErase() {
      entries.erase()
      ports.storage.remove('kt.rep') // a rep's list of merchants (rep/list-copy.ts)
      await photos.erase()
      await originals.drop()
    },
  })
  /** Entries that only this phone has left go up again by themselves; of erased ones the person decides. */
  function resumeLost(): void {
    if (session.getState().left?.why === 'lost') void session.settleLeft(true)
  }
  const photos = createPhotoStore({ ...ports, session, entries, onReady: () => void sync.syncNow() })
  const originals = createOriginals({ ...ports, photos })
  const sync = createSyncEngine({ ...ports, session, entries })

  function open(merchant: string): void {
    entries.open(merchant)
    photos.open(merchant)
  }
  const { merchantId } = session.getState()
  if (merchantId !== null) open(merchantId)
  resumeLost()

  return {
    entries,
    session,
    photos,
    originals,
    sync,
    start() {
      photos.start()
      sync.start()
    },
    stop() {
      photos.stop()
      sync.stop()
    },
  }
}
