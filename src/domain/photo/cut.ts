/** Which sides of a paper the picture's border cuts off. */
import type { Pixels, Point, Quad } from './pixels'
import type { Candidate } from './quads'

/** Top, right, bottom, left. */
export type Cut = readonly [boolean, boolean, boolean, boolean]

/** In parts of the picture: corners this far out are cut off, not just touching the border. */
const outside = 0.012
/** Sides seen less than this may be print on a paper that goes on behind them. */
const doubtful = 0.8
const samples = 24
/** px from the border; how much one paper differs from itself, of its brightness. */
const rim = 2
const alike = 0.1

const tests: readonly ((p: Point) => boolean)[] = [
  ({ y }) => y < -outside,
  ({ x }) => x > 1 + outside,
  ({ y }) => y > 1 + outside,
  ({ x }) => x < -outside,
]

/** From a side outwards to the picture's border, everything has the paper's own colour. */
function goesOn(pixels: Pixels, { sides, corners }: Candidate, i: number): boolean {
  const [side, from, to] = [sides[i], corners[i], corners[(i + 1) % 4]]
  if (!side || !from || !to || side.support >= doubtful) return false
  const { width, height, data } = pixels
  let [same, seen] = [0, 0]
  for (let k = 0; k < samples; k++) {
    const t = 0.08 + (0.84 * k) / (samples - 1)
    const across = i % 2 === 0 ? from.x + (to.x - from.x) * t : i === 1 ? width - 1 - rim : rim
    const down = i % 2 === 1 ? from.y + (to.y - from.y) * t : i === 2 ? height - 1 - rim : rim
    const [x, y] = [Math.round(across), Math.round(down)]
    if (x < 0 || y < 0 || x >= width || y >= height) continue
    seen++
    const at = (y * width + x) * 4
    if (sides.some(({ inside }) => inside.every((level, c) => Math.abs((data[at + c] ?? 0) - level) <= level * alike)))
      same++
  }
  return seen > samples / 2 && same / seen > 0.6
}

/** `pixels`: those the candidate was found in; `corners`: exact, in parts of the picture. */
export function cutOf(pixels: Pixels, candidate: Candidate, corners: Quad): Cut {
  const out = corners.map((corner) => tests.map((test) => test(corner)))
  const cut = (i: number) =>
    candidate.lines[i]?.border === true ||
    (out[i]?.[i] === true && out[(i + 1) % 4]?.[i] === true) ||
    goesOn(pixels, candidate, i)
  const sides: Cut = [cut(0), cut(1), cut(2), cut(3)]
  if (sides.some(Boolean)) return sides
  // One corner alone sticks out: the sides it sticks out over are the ones to name.
  const over = (i: number) => out.some((corner) => corner[i] === true)
  return [over(0), over(1), over(2), over(3)]
}
