/** What the pages work with: the stores and the ports that people's taps need. Made once in app.tsx. */
import { createContext } from 'react'
import type { Content } from '#domain/content/types'
import type { Clock } from '../ports/clock'
import type { Device } from '../ports/device'
import type { Navigator } from '../ports/navigator'
import type { Stores } from './create-stores'
import type { DraftPhotos } from './draft-photos'

export interface App extends Stores {
  readonly content: Content
  readonly device: Device
  readonly navigator: Navigator
  readonly clock: Clock
  readonly drafts: DraftPhotos
}

export const AppContext = createContext<App | null>(null)
