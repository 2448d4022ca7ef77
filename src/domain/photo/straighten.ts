/** A paper photographed at an angle, drawn as if seen from straight above; a part at a time. */
import { apply, squareMap } from './homography'
import type { Part, Pixels, Point, Quad } from './pixels'

/** px of the sides of the straight paper: as long as its sides are in the picture, the longer of each two. */
export function straightSize(
  corners: Quad,
  width: number,
  height: number,
): { readonly width: number; readonly height: number } {
  const side = (a: Point, b: Point) => Math.hypot((a.x - b.x) * width, (a.y - b.y) * height)
  const [a, b, c, d] = corners
  return {
    width: Math.max(1, Math.round(Math.max(side(a, b), side(d, c)))),
    height: Math.max(1, Math.round(Math.max(side(a, d), side(b, c)))),
  }
}

/** The part of the picture, in parts of its size, that holds `part` (0–1) of the straight paper, and `rim` around it. */
export function sourceOf(corners: Quad, part: Part, rim: Point): Part {
  const map = squareMap(corners)
  const points = [0, 1].flatMap((i) =>
    [0, 1].map((j) => apply(map, { x: part.x + part.width * i, y: part.y + part.height * j })),
  )
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const clamp = (value: number) => Math.max(0, Math.min(1, value))
  const [x, y] = [clamp(Math.min(...xs) - rim.x), clamp(Math.min(...ys) - rim.y)]
  return { x, y, width: clamp(Math.max(...xs) + rim.x) - x, height: clamp(Math.max(...ys) + rim.y) - y }
}

/**
 * `source` holds the pixels of `from` (parts of the picture); answers `part` of the straight paper (parts
 * of it) in width × height px. Between pixels it is interpolated; beyond the picture all is `beyond`,
 * white unless said otherwise.
 */
export function straightened(
  source: Pixels,
  from: Part,
  corners: Quad,
  part: Part,
  width: number,
  height: number,
  beyond = 255,
): Pixels {
  const map = squareMap(corners)
  const out = new Uint8ClampedArray(width * height * 4)
  const [kx, ky] = [source.width / from.width, source.height / from.height]
  const [lastX, lastY] = [source.width - 1, source.height - 1]
  const { data } = source
  for (let row = 0, to = 0; row < height; row++) {
    const v = part.y + (part.height * (row + 0.5)) / height
    for (let column = 0; column < width; column++, to += 4) {
      const u = part.x + (part.width * (column + 0.5)) / width
      const w = map[6] * u + map[7] * v + map[8]
      const px = (map[0] * u + map[1] * v + map[2]) / w
      const py = (map[3] * u + map[4] * v + map[5]) / w
      out[to + 3] = 255
      if (px < -0.002 || py < -0.002 || px > 1.002 || py > 1.002) {
        out.fill(beyond, to, to + 3)
        continue
      }
      const x = Math.max(0, Math.min(lastX, (px - from.x) * kx - 0.5))
      const y = Math.max(0, Math.min(lastY, (py - from.y) * ky - 0.5))
      const [x0, y0] = [Math.floor(x), Math.floor(y)]
      const [a, b] = [x - x0, y - y0]
      const at = (y0 * source.width + x0) * 4
      const right = x0 < lastX ? 4 : 0
      const down = y0 < lastY ? source.width * 4 : 0
      for (let c = 0; c < 3; c++) {
        const top = (data[at + c] ?? 0) * (1 - a) + (data[at + right + c] ?? 0) * a
        const bottom = (data[at + down + c] ?? 0) * (1 - a) + (data[at + down + right + c] ?? 0) * a
        out[to + c] = top * (1 - b) + bottom * b
      }
    }
  }
  return { width, height, data: out }
}
