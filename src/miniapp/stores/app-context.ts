/** What the pages work with: the stores and the ports that people's taps need. Made once in app.tsx. */
import { createContext } from 'react'
import type { Outline } from '#domain/content/types'
import type { Backend } from '../ports/backend'
import type { Clock } from '../ports/clock'
import type { Computer } from '../ports/computer'
import type { Device } from '../ports/device'
import type { Files } from '../ports/files'
import type { Navigator } from '../ports/navigator'
import type { UsePageLife } from '../ports/page-life'
import type { Storage } from '../ports/storage'
import type { Awake } from './awake'
import type { Stores } from './create-stores'
import type { DraftPhotos } from './draft-photos'
import type { Reminders } from './reminders'

export interface App extends Stores {
  /** What the rules take of the content; the rest is in the packages that show it (domain/content/parts). */
  readonly content: Outline
  readonly device: Device
  readonly navigator: Navigator
  readonly clock: Clock
  readonly usePageLife: UsePageLife
  /** Absent in WeChat. */
  readonly computer?: Computer | undefined
  /** For stores that only a subpackage has (stores/rep). */
  readonly storage: Storage
  readonly backend: Backend
  /** For pictures that are made of photos and not kept. */
  readonly files: Pick<Files, 'open' | 'letters' | 'render'>
  readonly drafts: DraftPhotos
  readonly reminders: Reminders
  readonly awake: Awake
}

export const AppContext = createContext<App | null>(null)
