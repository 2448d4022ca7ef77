/**
 * The photo that official forms accept: JPEG, upright, without metadata, at most 2 MB (certification),
 * aiming at 100–200 KB with a licence of at least 1500×1100 (filing material rules).
 */
export const photoRules = {
  /** Bytes of a file as chosen: beyond it a cheap phone may not be able to decode it. */
  maxChosen: 15 * 1024 * 1024,
  /** Bytes. */
  hardLimit: 2 * 1024 * 1024,
  target: 200 * 1024,
  /** px */
  longEdge: 2000,
  smallestShortEdge: 300,
  /** JPEG, tried in turn until the target is met. */
  qualities: [0.86, 0.78, 0.7, 0.6, 0.5],
} as const

/** The size to draw at, px: never larger than the photo is. */
export function fitted({ width, height }: { readonly width: number; readonly height: number }): {
  readonly width: number
  readonly height: number
} {
  const scale = Math.min(1, photoRules.longEdge / Math.max(width, height))
  return { width: Math.round(width * scale), height: Math.round(height * scale) }
}
