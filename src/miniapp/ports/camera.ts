/** A camera inside the page, where the platform has one: WeChat. Elsewhere the system's is opened (files.ts). */
import type { Gravity } from '#domain/photo/level'
import type { ChosenPhoto } from './files'

export interface Camera {
  /** A photo of what it sees; null: it could not. */
  take(): Promise<ChosenPhoto | null>
  /** Hears how the phone is held, some times a second, until the answer is called. Without the sensor: never. */
  watchGravity(listener: (gravity: Gravity) => void): () => void
  /** Opens the settings that withhold it, within the tap; resolves when the person is back. */
  allow(): Promise<void>
}
