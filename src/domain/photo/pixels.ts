/** Pictures as the checks see them: pixels in memory, row by row. Nothing here knows of files or screens. */

/** `data`: red, green, blue, opacity, 0–255 each, width × height of them. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray | Uint8Array
}

/** One number a pixel. */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly data: Float32Array
}

/** In px, or in parts of a picture's width and height (0–1): said where it is used. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Clockwise from the top left. */
export type Quad = readonly [Point, Point, Point, Point]

/** A rectangle, in parts of a whole (0–1). */
export interface Part {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Brightness as ITU-R BT.601 weighs it, 0–255. */
export function lumaOf({ width, height, data }: Pixels): Plane {
  const luma = new Float32Array(width * height)
  for (let i = 0, at = 0; i < luma.length; i++, at += 4)
    luma[i] = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
  return { width, height, data: luma }
}

/** Enough to know how a picture's values are spread. */
const enough = 4096

/** The value below which a `part` (0–1) of the numbers lie; of many numbers, evenly chosen ones stand for all. 0 of none. */
export function quantile(values: ArrayLike<number>, part: number): number {
  if (values.length === 0) return 0
  const stride = Math.max(1, Math.floor(values.length / enough))
  const sorted = new Float32Array(Math.ceil(values.length / stride))
  for (let i = 0; i < sorted.length; i++) sorted[i] = values[i * stride] ?? 0
  sorted.sort()
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.round(part * (sorted.length - 1))))] ?? 0
}
