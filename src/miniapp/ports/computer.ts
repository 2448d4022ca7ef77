import type { Backend } from './backend'
import type { Storage } from './storage'

/** What the page on a computer needs beyond a phone. Only the web version has it. */
export interface Computer {
  readonly backend: Pick<Backend, 'call' | 'address'>
  /** Ends with the tab, outlives a reload; no other tab sees it. */
  readonly tab: Storage
  /** Fetches a file and gives it to the person under this name. false: it could not be had. */
  save(name: string, url: string): Promise<boolean>
}
