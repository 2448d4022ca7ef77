/** The four lines that together look most like a paper. */
import { crossing, type Line } from './lines'
import type { Pixels, Point } from './pixels'
import { contrastOf, profileOf, type Side } from './sides'

/** Clockwise: top, right, bottom, left. */
export interface Candidate {
  readonly lines: readonly [Line, Line, Line, Line]
  readonly sides: readonly [Side, Side, Side, Side]
  readonly corners: readonly [Point, Point, Point, Point]
  readonly score: number
}

/** Of the picture's area: less is something on the paper, not the paper. */
const smallestArea = 0.045
/** Of the picture's longer side: further outside a corner says nothing. */
const furthestOut = 0.3

interface Stretch {
  readonly from: Point
  readonly to: Point
  /** Inside lies towards larger x or y. */
  readonly before: Side | null
  /** Inside lies towards smaller x or y. */
  readonly after: Side | null
}

/** For every line, its stretch between every two lines across it; the first of the two comes first. */
function stretches(
  pixels: Pixels,
  lines: readonly Line[],
  across: readonly Line[],
  order: (p: Point) => number,
): (Stretch | undefined)[] {
  const differs = contrastOf(pixels)
  const limit = Math.max(pixels.width, pixels.height) * furthestOut
  const inReach = (p: Point | null): p is Point =>
    p !== null && p.x > -limit && p.y > -limit && p.x < pixels.width + limit && p.y < pixels.height + limit
  const found: (Stretch | undefined)[] = []
  for (const [i, line] of lines.entries()) {
    const points = across.map((other) => crossing(line, other))
    const [before, after] = [profileOf(pixels, line, 1, differs), profileOf(pixels, line, -1, differs)]
    for (const [a, from] of points.entries())
      for (const [b, to] of points.entries()) {
        if (a === b || !inReach(from) || !inReach(to)) continue
        if (order(to) - order(from) < Math.min(pixels.width, pixels.height) * 0.15) continue
        found[keyOf(i, a, b)] = { from, to, before: worth(before.side(from, to)), after: worth(after.side(from, to)) }
      }
  }
  return found
}

const keyOf = (line: number, a: number, b: number) => (line * 16 + a) * 16 + b

const worth = (side: Side | null) => (side !== null && side.support > 0.3 ? side : null)

function areaOf(corners: readonly Point[]): number {
  return Math.abs(
    corners.reduce((sum, { x, y }, i) => {
      const next = corners[(i + 1) % corners.length] ?? { x, y }
      return sum + x * next.y - next.x * y
    }, 0) / 2,
  )
}

/** 0–1: how unlike the colours just inside the four sides are; one paper under one light has one colour. */
function unlike(sides: readonly Side[]): number {
  const tones = sides.map(({ inside: [r, g, b] }) => ({
    light: (r + g + b) / 3 + 8,
    red: (r + 8) / (g + 8),
    blue: (b + 8) / (g + 8),
  }))
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
  const lights = tones.map(({ light }) => light)
  const shade = Math.max(0, 0.6 - Math.min(...lights) / Math.max(...lights))
  const hue = Math.max(0, spread(tones.map(({ red }) => red)) + spread(tones.map(({ blue }) => blue)) - 0.16)
  return Math.min(1, shade * 1.6 + hue * 1.6)
}

function scoreOf(sides: readonly Side[], lines: readonly Line[], area: number): number {
  const supports = sides.map(({ support }) => support)
  const mean = supports.reduce((sum, one) => sum + one, 0) / 4
  const light = sides.reduce((sum, one) => sum + one.lighter, 0) / 4
  const skew = lines.reduce((sum, line, i) => {
    const next = lines[(i + 1) % 4] ?? line
    return sum + Math.max(0, Math.abs(line.cos * next.cos + line.sin * next.sin) - 0.2)
  }, 0)
  return (
    mean * 0.6 + Math.min(...supports) * 0.4 + light * 0.12 + Math.sqrt(area) * 0.35 - skew * 0.3 - unlike(sides) * 0.8
  )
}

/** No score of these sides is higher. */
const hopeOf = ([a, b, c, d]: Candidate['sides']) =>
  (a.support + b.support + c.support + d.support) * 0.15 +
  Math.min(a.support, b.support, c.support, d.support) * 0.4 +
  (a.lighter + b.lighter + c.lighter + d.lighter) * 0.03 +
  0.35

export function bestQuad(pixels: Pixels, flat: readonly Line[], steep: readonly Line[]): Candidate | null {
  const tops = stretches(pixels, flat, steep, ({ x }) => x)
  const edges = stretches(pixels, steep, flat, ({ y }) => y)
  const whole = pixels.width * pixels.height
  let best: Candidate | null = null
  for (let l = 0; l < steep.length; l++)
    for (let r = 0; r < steep.length; r++)
      for (let t = 0; l !== r && t < flat.length; t++) {
        const top = tops[keyOf(t, l, r)]
        if (!top?.before) continue
        for (let b = 0; b < flat.length; b++) {
          const [bottom, left, right] = [tops[keyOf(b, l, r)], edges[keyOf(l, t, b)], edges[keyOf(r, t, b)]]
          if (!bottom?.after || !left?.before || !right?.after) continue
          const [lt, lr, lb, ll] = [flat[t], steep[r], flat[b], steep[l]]
          if (!lt || !lr || !lb || !ll) continue
          const sides = [top.before, right.after, bottom.after, left.before] as const
          const corners = [top.from, top.to, bottom.to, bottom.from] as const
          if (best !== null && hopeOf(sides) <= best.score) continue
          const area = areaOf(corners) / whole
          if (area < smallestArea) continue
          const lines = [lt, lr, lb, ll] as const
          const score = scoreOf(sides, lines, Math.min(1, area))
          if (best === null || score > best.score) best = { lines, sides, corners, score }
        }
      }
  return best
}
