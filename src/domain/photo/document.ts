/** Finds the paper in a photograph: its four corners, how sure that is, and which sides the picture cuts off. */
import { edgesOf } from './edges'
import { crossing, linesOf, type Line } from './lines'
import type { Pixels, Point, Quad } from './pixels'
import { bestQuad, type Candidate } from './quads'
import { nudged, refined } from './refine'
import { shrunk } from './shrink'

export interface Document {
  /** In parts of the picture's width and height; outside 0–1 where a corner is cut off. */
  readonly corners: Quad
  /** 0–1; above `sure` it is worth saying something about. */
  readonly confidence: number
  /** Top, right, bottom, left. */
  readonly cut: readonly [boolean, boolean, boolean, boolean]
}

export const sure = 0.74
/** px of the longer side on which lines are looked for. */
const coarse = 320
/** px of that: how far off a line may be that was found by votes. */
const nudge = 8
/** Of the longer side: corners this far out are cut off, not just touching the border. */
const outside = 0.012

const confidenceOf = ({ sides }: Candidate) => {
  const supports = sides.map(({ support }, i) => (i >= 0 ? support : 0)).sort((a, b) => a - b)
  const [lowest = 0, second = 0, ...rest] = supports
  return lowest * 0.3 + second * 0.3 + rest.reduce((sum, one) => sum + one, 0) * 0.2
}

function cutOf({ lines }: Candidate, corners: Quad): Document['cut'] {
  const out = (point: Point) =>
    point.x < -outside || point.y < -outside || point.x > 1 + outside || point.y > 1 + outside
  const beyond = (i: number, test: (p: Point) => boolean) => {
    const [a, b] = [corners[i], corners[(i + 1) % 4]]
    return lines[i]?.border === true || (a !== undefined && b !== undefined && out(a) && out(b) && test(a) && test(b))
  }
  const sides = [
    beyond(0, (p) => p.y < 0),
    beyond(1, (p) => p.x > 1),
    beyond(2, (p) => p.y > 1),
    beyond(3, (p) => p.x < 0),
  ] as const
  if (sides.some(Boolean)) return [...sides]
  // One corner alone sticks out: the side it sticks out over is the one to name.
  return [
    corners.some((p) => p.y < -outside),
    corners.some((p) => p.x > 1 + outside),
    corners.some((p) => p.y > 1 + outside),
    corners.some((p) => p.x < -outside),
  ]
}

const scaled = (line: Line, k: number): Line => ({ ...line, rho: line.rho * k })

const cornerOf = (corners: readonly Point[], i: number): Point => corners[i % 4] ?? { x: 0, y: 0 }

/** Where each side meets the one before it; where they hardly cross, the corner known so far. */
const crossings = (lines: readonly Line[], known: readonly Point[]): readonly Point[] =>
  lines.map((line, i) => {
    const before = lines[(i + 3) % 4]
    return (before && crossing(before, line)) ?? cornerOf(known, i)
  })

/** `working`: the whole picture, its longer side about 640 px. Null: nothing looks like a paper. */
export function findDocument(working: Pixels): Document | null {
  const small = shrunk(working, coarse)
  const { flat, steep } = linesOf(edgesOf(small))
  const found = bestQuad(small, flat, steep)
  if (found === null) return null
  const k = working.width / small.width
  const rough = found.lines.map((line, i) =>
    nudged(small, line, cornerOf(found.corners, i), cornerOf(found.corners, i + 1), nudge),
  )
  const ends = crossings(rough, found.corners).map(({ x, y }) => ({ x: x * k, y: y * k }))
  const stretches = rough.map((line, i) => ({
    line: scaled(line, k),
    from: cornerOf(ends, i),
    to: cornerOf(ends, i + 1),
  }))
  const exact = crossings(refined(working, stretches, Math.round(k * 1.5)), ends)
  const corner = (i: number): Point => ({
    x: cornerOf(exact, i).x / working.width,
    y: cornerOf(exact, i).y / working.height,
  })
  const corners: Quad = [corner(0), corner(1), corner(2), corner(3)]
  return { corners, confidence: confidenceOf(found), cut: cutOf(found, corners) }
}
