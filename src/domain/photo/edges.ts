/** Where brightness or colour changes, and in which direction. */
import type { Pixels } from './pixels'

export interface Edges {
  readonly width: number
  readonly height: number
  /** Per px, of the colour that changes most there. */
  readonly gx: Float32Array
  readonly gy: Float32Array
  readonly size: Float32Array
}

/** One colour, smoothed by 1-2-1 in both directions. */
function smoothed({ width, height, data }: Pixels, channel: number): Float32Array {
  const rows = new Float32Array(width * height)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const at = i * 4 + channel
      const left = x === 0 ? at : at - 4
      const right = x === width - 1 ? at : at + 4
      rows[i] = ((data[left] ?? 0) + 2 * (data[at] ?? 0) + (data[right] ?? 0)) / 4
    }
  const out = new Float32Array(width * height)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const up = y === 0 ? i : i - width
      const down = y === height - 1 ? i : i + width
      out[i] = ((rows[up] ?? 0) + 2 * (rows[i] ?? 0) + (rows[down] ?? 0)) / 4
    }
  return out
}

export function edgesOf(pixels: Pixels): Edges {
  const { width, height } = pixels
  const count = width * height
  const edges = {
    width,
    height,
    gx: new Float32Array(count),
    gy: new Float32Array(count),
    size: new Float32Array(count),
  }
  for (let channel = 0; channel < 3; channel++) {
    const plane = smoothed(pixels, channel)
    for (let y = 1; y < height - 1; y++)
      for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
        const gx = ((plane[i + 1] ?? 0) - (plane[i - 1] ?? 0)) / 2
        const gy = ((plane[i + width] ?? 0) - (plane[i - width] ?? 0)) / 2
        const size = Math.sqrt(gx * gx + gy * gy)
        if (size <= (edges.size[i] ?? 0)) continue
        edges.gx[i] = gx
        edges.gy[i] = gy
        edges.size[i] = size
      }
  }
  return edges
}
