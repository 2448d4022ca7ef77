/** A smaller picture, each px the mean of those it stands for. */
import type { Pixels } from './pixels'

/** `long`: px of the longer side; a picture that is no longer comes back as it is. */
export function shrunk(pixels: Pixels, long: number): Pixels {
  const k = Math.max(pixels.width, pixels.height) / long
  if (k <= 1) return pixels
  const [width, height] = [Math.max(1, Math.round(pixels.width / k)), Math.max(1, Math.round(pixels.height / k))]
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0, i = 0; y < height; y++) {
    const [top, bottom] = rangeOf(y, height, pixels.height)
    for (let x = 0; x < width; x++, i += 4) {
      const [left, right] = rangeOf(x, width, pixels.width)
      let [r, g, b] = [0, 0, 0]
      for (let py = top; py < bottom; py++)
        for (let at = (py * pixels.width + left) * 4; at < (py * pixels.width + right) * 4; at += 4) {
          r += pixels.data[at] ?? 0
          g += pixels.data[at + 1] ?? 0
          b += pixels.data[at + 2] ?? 0
        }
      const n = (bottom - top) * (right - left)
      data[i] = r / n
      data[i + 1] = g / n
      data[i + 2] = b / n
      data[i + 3] = 255
    }
  }
  return { width, height, data }
}

const rangeOf = (i: number, to: number, from: number): readonly [number, number] => {
  const start = Math.floor((i * from) / to)
  return [start, Math.max(start + 1, Math.floor(((i + 1) * from) / to))]
}

/** Brightness as its square root: in a shadow the same paper on the same desk differs as much as in the light. */
export function evened({ width, height, data }: Pixels): Pixels {
  const out = new Uint8ClampedArray(data.length)
  const root = Uint8ClampedArray.from({ length: 256 }, (_, level) => Math.round(Math.sqrt(level * 255)))
  for (let i = 0; i < data.length; i++) out[i] = root[data[i] ?? 0] ?? 0
  return { width, height, data: out }
}
