/** Drawing with words, and where the picture goes. Only the rep's pages have it (packages/rep/studio.ts). */
export interface Studio {
  /** A PNG's base64 as a path to show and to draw; null: no room for it. */
  keep(base64: string): string | null
  /** `picture`: a path of `keep`. Answers the path of a PNG; null: this phone could not. */
  draw(width: number, height: number, picture: string | null, paint: PaintWords): Promise<string | null>
  /** Into the album; on the web a download. */
  save(path: string, name: string): Promise<SaveOutcome>
}

export type PaintWords = (context: CanvasRenderingContext2D, picture: CanvasImageSource | null) => void

/** `refused`: the person has forbidden the album, now or before. */
export type SaveOutcome = 'saved' | 'refused' | 'dismissed' | 'failed'
