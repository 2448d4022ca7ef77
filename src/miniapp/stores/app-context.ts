/** What the pages work with: the stores and the ports that people's taps need. Made once in app.tsx. */
import { createContext } from 'react'
import type { Content } from '#domain/content/types'
import type { Clock } from '../ports/clock'
import type { Device } from '../ports/device'
import type { Navigator } from '../ports/navigator'
import type { DraftPhotos } from './draft-photos'
import type { EntriesStore } from './entries-store'
import type { PhotoStore } from './photo-store'
import type { SessionStore } from './session-store'
import type { SyncEngine } from './sync-engine'

export interface App {
  readonly content: Content
  readonly device: Device
  readonly navigator: Navigator
  readonly clock: Clock
  readonly entries: EntriesStore
  readonly session: SessionStore
  readonly photos: PhotoStore
  readonly drafts: DraftPhotos
  readonly sync: SyncEngine
}

export const AppContext = createContext<App | null>(null)
