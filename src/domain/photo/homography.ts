/** The map between a paper seen at an angle and the same paper seen from straight above. */
import type { Point } from './pixels'

/** Row by row; (x, y) goes to ((m0 x + m1 y + m2) / w, (m3 x + m4 y + m5) / w) with w = m6 x + m7 y + m8. */
export type Map3 = readonly [number, number, number, number, number, number, number, number, number]

/** From the unit square to four corners, clockwise from its origin (Heckbert 1989, §2.2.3). */
export function squareMap(corners: readonly Point[]): Map3 {
  const [a, b, c, d] = corners
  if (!a || !b || !c || !d) throw new Error('a paper has four corners')
  const [dx1, dx2, dx3] = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x]
  const [dy1, dy2, dy3] = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y]
  const area = dx1 * dy2 - dx2 * dy1
  const g = area === 0 ? 0 : (dx3 * dy2 - dx2 * dy3) / area
  const h = area === 0 ? 0 : (dx1 * dy3 - dx3 * dy1) / area
  return [b.x - a.x + g * b.x, d.x - a.x + h * d.x, a.x, b.y - a.y + g * b.y, d.y - a.y + h * d.y, a.y, g, h, 1]
}

/** The other way: from the corners' picture to the unit square. */
export function straightMap(corners: readonly Point[]): Map3 {
  const [a, b, c, d, e, f, g, h, i] = squareMap(corners)
  return [
    ...([e * i - f * h, c * h - b * i, b * f - c * e] as const),
    ...([f * g - d * i, a * i - c * g, c * d - a * f] as const),
    ...([d * h - e * g, b * g - a * h, a * e - b * d] as const),
  ]
}

export function apply(m: Map3, { x, y }: Point): Point {
  const w = m[6] * x + m[7] * y + m[8]
  return { x: (m[0] * x + m[1] * y + m[2]) / w, y: (m[3] * x + m[4] * y + m[5]) / w }
}
