import type { Mutation } from './mutant'

export interface Control extends Mutation {
  readonly rule: string
  /** A seed of the simulation that fails without the rule, or a test file one case of which does. */
  readonly found: number | TestFile
  /** Redundant in the simulation: what covers for the rule when it is gone. */
  readonly covered?: string
}
type TestFile =
  'sync/receive' | 'sync/reduce' | 'sync/replica' | 'sync/merge' | 'sync/tabs' | 'stores/slots' | 'stores/entries-store'
