/** The state of the computer's page; the secrets in it outlive a reload, what they opened does not. */
import { createStore } from 'zustand/vanilla'
import type { Storage } from '../ports/storage'
import { keptDesk, type Code, type Contents, type Proof } from './computer-parts'
import type { Readable } from './readable'

export type Ended = 'expired' | 'revoked' | 'turned-away' | 'left'

export interface ComputerState {
  readonly code: Code | null
  /** A phone has approved it. */
  readonly open: Proof | null
  /** null: the first answer is still to come. */
  readonly contents: Contents | null
  /** How the last one ended, until the next is approved. */
  readonly ended: Ended | null
  /** What keeps it from going on. */
  readonly trouble: string | null
  /** Nobody has scanned for long: no new codes until somebody is here. */
  readonly resting: boolean
}

export interface ComputerCell {
  readonly store: Readable<ComputerState>
  get(): ComputerState
  set(change: Partial<ComputerState>): void
}

const key = 'kaitong.desk'

export function createComputerCell(tab: Storage): ComputerCell {
  const store = createStore<ComputerState>(() => ({
    ...keptDesk(tab.get(key)),
    contents: null,
    ended: null,
    trouble: null,
    resting: false,
  }))
  return {
    store,
    get: store.getState,
    set(change) {
      store.setState(change)
      const { code, open } = store.getState()
      if (code === null && open === null) tab.remove(key)
      else tab.set(key, JSON.stringify({ code, open }))
    },
  }
}
