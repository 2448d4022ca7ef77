/** Straight lines in a picture: every edge votes for the lines it may lie on (Duda and Hart 1972). */
import type { Edges } from './edges'
import { quantile, type Point } from './pixels'

/** All points with x cos + y sin = rho, px. */
export interface Line {
  readonly cos: number
  readonly sin: number
  readonly rho: number
  /** One of the picture's own borders, not something seen. */
  readonly border: boolean
}

const degree = Math.PI / 180
/** A paper may lie this much askew, degrees; two ranges of lines, flat and steep, do not overlap. */
const askew = 42
const stepDegrees = 1.5
const stepPx = 1.5
const bins = Math.floor((2 * askew) / stepDegrees) + 1
/** How far an edge's own direction may be off, in bins. */
const unsure = 3
/** Lines nearer than this to a stronger one are the same line, in bins. */
const nearAngle = 3
const nearRho = 3

interface Votes {
  readonly count: Float32Array
  readonly rhos: number
  readonly middle: number
}

const angleOf = (bin: number, upright: boolean) => ((upright ? 0 : 90) - askew + bin * stepDegrees) * degree

function vote({ width, height, gx, gy, size }: Edges, upright: boolean): Votes {
  const middle = Math.ceil(Math.hypot(width, height) / stepPx) + 2
  const rhos = middle * 2
  const count = new Float32Array(bins * rhos)
  const strong = Math.max(2.5, quantile(size, 0.8))
  const full = Math.max(strong, quantile(size, 0.95))
  const [coss, sins] = [Math.cos, Math.sin].map((f) =>
    Float32Array.from({ length: bins }, (_, b) => f(angleOf(b, upright)) / stepPx),
  ) as [Float32Array, Float32Array]
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const edge = size[i] ?? 0
      if (edge < strong) continue
      const angle = Math.atan2(gy[i] ?? 0, gx[i] ?? 0) / degree + (upright ? 90 : 0)
      const bin = Math.round((((angle + 180) % 180) - 90 + askew) / stepDegrees)
      const weight = edge > full ? 1 : edge / full
      for (let b = Math.max(0, bin - unsure); b <= Math.min(bins - 1, bin + unsure); b++) {
        const at = b * rhos + Math.round(x * (coss[b] ?? 0) + y * (sins[b] ?? 0)) + middle
        count[at] = (count[at] ?? 0) + weight
      }
    }
  return { count, rhos, middle }
}

/** The strongest lines of about one direction, at most `most`; the strongest first. */
function strongest(edges: Edges, upright: boolean, most: number): Line[] {
  const { count, rhos, middle } = vote(edges, upright)
  const lines: Line[] = []
  while (lines.length < most) {
    let best = 0
    for (let i = 1; i < count.length; i++) if ((count[i] ?? 0) > (count[best] ?? 0)) best = i
    if ((count[best] ?? 0) < Math.min(edges.width, edges.height) * 0.12) break
    const [bin, rho] = [Math.floor(best / rhos), best % rhos]
    const angle = angleOf(bin, upright)
    lines.push({ cos: Math.cos(angle), sin: Math.sin(angle), rho: (rho - middle) * stepPx, border: false })
    for (let b = Math.max(0, bin - nearAngle); b <= Math.min(bins - 1, bin + nearAngle); b++)
      count.fill(0, b * rhos + Math.max(0, rho - nearRho), b * rhos + Math.min(rhos, rho + nearRho + 1))
  }
  return lines
}

const most = 13

/** Lines that may be a paper's upper and lower, left and right sides, the picture's own borders among them. */
export function linesOf(edges: Edges): { readonly flat: readonly Line[]; readonly steep: readonly Line[] } {
  const border = (cos: number, sin: number, rho: number): Line => ({ cos, sin, rho, border: true })
  return {
    flat: [...strongest(edges, false, most), border(0, 1, 0), border(0, 1, edges.height - 1)],
    steep: [...strongest(edges, true, most), border(1, 0, 0), border(1, 0, edges.width - 1)],
  }
}

/** Where two lines cross; null when they hardly do. */
export function crossing(a: Line, b: Line): Point | null {
  const area = a.cos * b.sin - b.cos * a.sin
  if (Math.abs(area) < 0.3) return null
  return { x: (a.rho * b.sin - b.rho * a.sin) / area, y: (b.rho * a.cos - a.rho * b.cos) / area }
}
