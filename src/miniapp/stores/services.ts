/** Every store, wired: entries, session, photos and sync know of one another only here. */
import type { Content } from '#domain/content/types'
import type { Platform } from '../ports/platform'
import type { App } from './app-context'
import { createDraftPhotos } from './draft-photos'
import { createEntriesStore } from './entries-store'
import { createPhotoStore } from './photo-store'
import { createSessionStore } from './session-store'
import { createSyncEngine } from './sync-engine'

export interface ServicePorts extends Platform {
  readonly content: Content
}

export function createServices(ports: ServicePorts): App {
  const { content, device, navigator, clock, files } = ports
  const entries = createEntriesStore(ports)
  const session = createSessionStore({
    ...ports,
    onMerchant: (merchant, serverTime) => {
      entries.open(merchant)
      entries.heardTime(serverTime)
      photos.open(merchant)
    },
    exportDraft: () => ({ entries: Object.fromEntries(entries.getState().entries) }),
    onErase: async () => {
      entries.erase()
      await photos.erase()
    },
  })
  const photos = createPhotoStore({ ...ports, session, entries, onReady: () => void sync.syncNow() })
  const sync = createSyncEngine({ ...ports, session, entries })
  const { merchantId } = session.getState()
  if (merchantId !== null) {
    entries.open(merchantId)
    photos.open(merchantId)
  }
  return { content, device, navigator, clock, entries, session, photos, drafts: createDraftPhotos(files), sync }
}
