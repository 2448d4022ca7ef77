/** The ways through the app, by name. `replace` keeps WeChat's stack (10 pages) short. */
import type { GuideId } from '#domain/content/types'

export interface Navigator {
  home(): void
  checklist(): void
  guides(): void
  me(): void
  questions(): void
  notEligible(): void
  join(scene: string): void
  consents(): void
  material(id: string): void
  /** Take or choose a photo for a slot of a material, in place of the one with this id where one is named. */
  shoot(material: string, slot: string, replacing?: string): void
  /** Look at a freshly chosen photo before it is kept. */
  check(material: string, slot: string, replacing?: string): void
  step(guide: GuideId, step: string, how?: 'push' | 'replace'): void
  errors(from?: { guide: GuideId; step: string }): void
  dates(): void
  finish(): void
  data(): void
  /** The rep's own pages; from there on they find their ways themselves (ports/rep-ways.ts). */
  rep(): void
  /** Where the one-time code makes somebody a rep. */
  claim(code: string): void
  sources(): void
  /** A computer asks for photos and texts; without its desk, whose code is then to be scanned. */
  desk(desk?: string): void
  back(): void
  /** The address that opens `resume` with a guest's key on another device; null in WeChat, which needs none. */
  resumeLink(key: string): string | null
  /** The address to open on a computer; null: this build was not told. */
  readonly computerPage: string | null
}
