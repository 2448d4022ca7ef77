/** Where a corner may go: four stay a paper seen from above, and of a crop a rectangle. */
import type { Point, Quad } from '#domain/photo/pixels'

/** `paper`: each corner by itself. `crop`: its two neighbours come along. */
export type CornerMode = 'paper' | 'crop'

/** Parts of the photo: less cannot be taken hold of, and is no document. */
const least = 0.15
const clamp = (value: number) => Math.max(0, Math.min(1, value))
/** Within the photo, and on its own side of the opposite corner. */
const beside = (value: number, opposite: number, before: boolean) =>
  before ? Math.min(clamp(value), opposite - least) : Math.max(clamp(value), opposite + least)

const replaced = (corners: Quad, i: number, point: Point) =>
  corners.map((one, j) => (j === i ? point : one)) as unknown as Quad

/** All turns go the same way round, clockwise. */
function isConvex(corners: Quad): boolean {
  return corners.every((a, i) => {
    const [b, c] = [corners[(i + 1) % 4] ?? a, corners[(i + 2) % 4] ?? a]
    return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) > least * least
  })
}

/** Corner `i` (clockwise from the upper left) at `to`, parts of the photo; as it was where that cannot be. */
export function moved(corners: Quad, i: number, to: Point, mode: CornerMode): Quad {
  const next = replaced(corners, i, { x: clamp(to.x), y: clamp(to.y) })
  if (mode === 'paper') return isConvex(next) ? next : corners
  const opposite = corners[(i + 2) % 4] ?? to
  const x = beside(to.x, opposite.x, i === 0 || i === 3)
  const y = beside(to.y, opposite.y, i < 2)
  const [left, right] = [Math.min(x, opposite.x), Math.max(x, opposite.x)]
  const [top, bottom] = [Math.min(y, opposite.y), Math.max(y, opposite.y)]
  return rectangle(left, top, right, bottom)
}

export const rectangle = (left: number, top: number, right: number, bottom: number): Quad => [
  { x: left, y: top },
  { x: right, y: top },
  { x: right, y: bottom },
  { x: left, y: bottom },
]
