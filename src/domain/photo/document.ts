/** Finds the paper in a photograph: its four corners, how sure that is, and which sides the picture cuts off. */
import { cutOf, type Cut } from './cut'
import { edgesOf } from './edges'
import { crossing, linesOf, type Line } from './lines'
import type { Pixels, Point, Quad } from './pixels'
import { bestQuad, type Candidate } from './quads'
import { nudged, refined } from './refine'
import { evened, shrunk } from './shrink'

export interface Document {
  /** In parts of the picture's width and height; outside 0–1 where a corner is cut off. */
  readonly corners: Quad
  /** 0–1; above `sure` it is worth saying something about. */
  readonly confidence: number
  /** Top, right, bottom, left. */
  readonly cut: Cut
}

export const sure = 0.74
/** px of the longer side on which lines are looked for. */
const coarse = 320
/** px of that: how far off a line may be that was found by votes. */
const nudge = 8
const confidenceOf = ({ sides }: Candidate) => {
  const supports = sides.map(({ support }) => support).sort((a, b) => a - b)
  const [lowest = 0, second = 0, ...rest] = supports
  return lowest * 0.3 + second * 0.3 + rest.reduce((sum, one) => sum + one, 0) * 0.2
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
  const small = evened(shrunk(working, coarse))
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
  return { corners, confidence: confidenceOf(found), cut: cutOf(small, found, corners) }
}
