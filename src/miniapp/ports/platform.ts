/** Everything a platform brings; the composition root puts the stores over it. */
import type { Backend } from './backend'
import type { Clock } from './clock'
import type { Computer } from './computer'
import type { Device } from './device'
import type { Files } from './files'
import type { Identity } from './identity'
import type { Navigator } from './navigator'
import type { UsePageLife } from './page-life'
import type { Storage } from './storage'

export interface Platform {
  readonly storage: Storage
  readonly clock: Clock
  readonly device: Device
  readonly files: Files
  readonly identity: Identity
  readonly backend: Backend
  readonly navigator: Navigator
  readonly usePageLife: UsePageLife
  readonly computer?: Computer
  /** The template of WeChat's one-time messages; empty: none is configured, or this is not WeChat. */
  readonly reminderTemplate: string
}
