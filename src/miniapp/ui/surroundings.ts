/** What every page frame needs from the app, without knowing the app: text scale and the notice on top. */
import { createContext, type ReactNode } from 'react'

export interface Surroundings {
  /** 0.94–1.5, the person's own font setting. */
  readonly fontScale: number
  /** Shown above a page's content: no network, storage full. */
  readonly notice: ReactNode
}

export const SurroundingsContext = createContext<Surroundings>({ fontScale: 1, notice: null })
