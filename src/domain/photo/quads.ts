/** The four lines that together look most like a paper. */
import { crossing, type Line } from './lines'
import type { Pixels, Point } from './pixels'
import { profileOf, type Side } from './sides'

/** Clockwise: top, right, bottom, left. */
export interface Candidate {
  readonly lines: readonly [Line, Line, Line, Line]
  readonly sides: readonly [Side, Side, Side, Side]
  readonly corners: readonly [Point, Point, Point, Point]
  readonly score: number
}

/** Of the picture's area: less is something on the paper, not the paper. */
const smallestArea = 0.045
/** How many times longer than the opposite one a side may be: no hand holds a phone so far aslant. */
const steepest = 2
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
  const limit = Math.max(pixels.width, pixels.height) * furthestOut
  const inReach = (p: Point | null): p is Point =>
    p !== null && p.x > -limit && p.y > -limit && p.x < pixels.width + limit && p.y < pixels.height + limit
  const found: (Stretch | undefined)[] = []
  for (const [i, line] of lines.entries()) {
    const points = across.map((other) => crossing(line, other))
    const [before, after] = [profileOf(pixels, line, 1), profileOf(pixels, line, -1)]
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

function leanOf(corners: readonly Point[]): number {
  const [top = 1, right = 1, bottom = 1, left = 1] = corners.map(({ x, y }, i) => {
    const next = corners[(i + 1) % 4] ?? { x, y }
    return Math.hypot(next.x - x, next.y - y)
  })
  return Math.max(top / bottom, bottom / top, left / right, right / left)
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
  return Math.min(1, shade * 0.5 + hue * 1.6)
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

/** The candidate of four lines; null when they make no paper, or none better than `atLeast`. */
function candidateOf(
  lines: Candidate['lines'],
  top: Stretch,
  right: Stretch,
  bottom: Stretch,
  left: Stretch,
  atLeast: number,
  whole: number,
): Candidate | null {
  if (!top.before || !right.after || !bottom.after || !left.before) return null
  const sides = [top.before, right.after, bottom.after, left.before] as const
  if (hopeOf(sides) <= atLeast) return null
  const corners = [top.from, top.to, bottom.to, bottom.from] as const
  const area = areaOf(corners) / whole
  if (area < smallestArea || leanOf(corners) > steepest) return null
  const score = scoreOf(sides, lines, Math.min(1, area))
  return score > atLeast ? { lines, sides, corners, score } : null
}

export function bestQuad(pixels: Pixels, flat: readonly Line[], steep: readonly Line[]): Candidate | null {
  const tops = stretches(pixels, flat, steep, ({ x }) => x)
  const edges = stretches(pixels, steep, flat, ({ y }) => y)
  const whole = pixels.width * pixels.height
  let best = null as Candidate | null
  for (const [l, leftLine] of steep.entries())
    for (const [r, rightLine] of steep.entries())
      for (const [t, topLine] of flat.entries()) {
        const top = tops[keyOf(t, l, r)]
        if (!top?.before) continue
        for (const [b, bottomLine] of flat.entries()) {
          const [bottom, left, right] = [tops[keyOf(b, l, r)], edges[keyOf(l, t, b)], edges[keyOf(r, t, b)]]
          if (!bottom || !left || !right) continue
          const lines = [topLine, rightLine, bottomLine, leftLine] as const
          best = candidateOf(lines, top, right, bottom, left, best?.score ?? -Infinity, whole) ?? best
        }
      }
  return best
}
