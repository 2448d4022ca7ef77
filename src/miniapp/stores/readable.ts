import type { StoreApi } from 'zustand/vanilla'

/** A store as its readers see it: only its own actions change it. Fits zustand's `useStore`. */
export type Readable<T> = Pick<StoreApi<T>, 'getState' | 'getInitialState' | 'subscribe'>
