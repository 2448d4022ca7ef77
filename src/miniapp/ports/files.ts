import type { Part, Pixels } from '#domain/photo/pixels'

/** Photos on this phone. Paths are opaque; a kept path survives a restart, a chosen one may not. */
export interface ChosenPhoto {
  readonly path: string
  readonly bytes: number
}

export type ChooseOutcome =
  | { readonly ok: true; readonly photos: readonly ChosenPhoto[] }
  | { readonly ok: false; readonly error: 'cancelled' | 'denied' | 'unsupported' | 'privacy' }

/** JPEG, upright, no metadata; sizes in px and bytes. */
export interface PreparedPhoto {
  readonly path: string
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly sha256: string
}

export type PrepareOutcome =
  | ({ readonly ok: true } & PreparedPhoto)
  | { readonly ok: false; readonly error: 'not-a-photo' | 'too-small' | 'too-large' | 'heic' | 'no-space' | 'failed' }

/** A decoded photo, upright; px. `close` lets it go. */
export interface OpenPhoto {
  readonly width: number
  readonly height: number
  /** A part of it (in parts of its size), drawn with width × height px; null where the platform cannot. */
  read(part: Part, width: number, height: number): Pixels | null
  close(): void
}

/** Hands over a picture piece by piece, each with the place of its upper left corner, px. */
export type Paint = (put: (piece: Pixels, x: number, y: number) => void) => void | Promise<void>

export interface Files {
  choose(from: 'camera' | 'album', count: number): Promise<ChooseOutcome>
  /** Decodes, turns upright, shrinks and re-encodes as JPEG of at most 2 MB. */
  prepare(path: string): Promise<PrepareOutcome>
  /** Null: it cannot be decoded any more. */
  open(path: string): Promise<OpenPhoto | null>
  /** The same as `prepare`, of a picture that is painted instead of chosen. */
  render(width: number, height: number, paint: Paint): Promise<PrepareOutcome>
  /** One line of words, black on white, `size` px high and a little more; null where it cannot be drawn. */
  letters(words: string, size: number): Pixels | null
  /** Keeps a prepared photo under its id until `drop`. Answers the kept path, or null when there is no room. */
  keep(photoId: string, path: string): Promise<string | null>
  /** A path to show in an image, or null when it is gone. */
  find(photoId: string): Promise<string | null>
  /** A kept photo's bytes, or null when it is gone. */
  base64(photoId: string): Promise<string | null>
  drop(photoId: string): Promise<void>
}
