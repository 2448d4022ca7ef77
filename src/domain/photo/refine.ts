/** Moves a side that was found roughly onto the edge that is really there. */
import { lumaOf, type Pixels, type Plane, type Point } from './pixels'
import type { Line } from './lines'

const samples = 48

/** Along the normal, the place where brightness changes most; px from the line, null where nothing changes. */
function edgeNear(
  { width, height, data }: Plane,
  x: number,
  y: number,
  nx: number,
  ny: number,
  reach: number,
): number | null {
  const at = (d: number) => {
    const [px, py] = [Math.round(x + nx * d), Math.round(y + ny * d)]
    return px < 0 || py < 0 || px >= width || py >= height ? null : (data[py * width + px] ?? 0)
  }
  let [best, place]: [number, number | null] = [6, null]
  for (let d = -reach; d <= reach; d++) {
    const [before, after] = [at(d - 1.5), at(d + 1.5)]
    if (before === null || after === null) continue
    const step = Math.abs(after - before)
    if (step > best) [best, place] = [step, d]
  }
  return place
}

/** The straight line nearest to most of the points, those far off left out twice over. */
function fit(points: readonly Point[], fallback: Line): Line {
  let kept = points
  let line = fallback
  for (let round = 0; round < 3 && kept.length >= samples / 4; round++) {
    const n = kept.length
    const mx = kept.reduce((sum, { x }) => sum + x, 0) / n
    const my = kept.reduce((sum, { y }) => sum + y, 0) / n
    let [xx, xy, yy] = [0, 0, 0]
    for (const { x, y } of kept) {
      xx += (x - mx) ** 2
      xy += (x - mx) * (y - my)
      yy += (y - my) ** 2
    }
    const along = 0.5 * Math.atan2(2 * xy, xx - yy)
    const [cos, sin] = [-Math.sin(along), Math.cos(along)]
    const sign = cos * fallback.cos + sin * fallback.sin < 0 ? -1 : 1
    const next = { cos: cos * sign, sin: sin * sign, rho: sign * (mx * cos + my * sin), border: false }
    line = next
    const off = ({ x, y }: Point) => Math.abs(x * next.cos + y * next.sin - next.rho)
    const limit = Math.max(1, [...kept].map(off).sort((a, b) => a - b)[Math.floor(n * 0.6)] ?? 1) * 1.5
    kept = kept.filter((point) => off(point) <= limit)
  }
  return line
}

/** Mean change of colour across a stretch, inside against outside, 0–1. */
function stepAcross({ width, height, data }: Pixels, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy) || 1
  const [nx, ny] = [-dy / length, dx / length]
  let [sum, seen] = [0, 0]
  for (let i = 0; i < samples; i++) {
    const t = 0.03 + (0.94 * i) / (samples - 1)
    const [x, y] = [from.x + dx * t, from.y + dy * t]
    const at = (d: number) => {
      const [px, py] = [Math.round(x + nx * d), Math.round(y + ny * d)]
      return px < 0 || py < 0 || px >= width || py >= height ? -1 : (py * width + px) * 4
    }
    const [a1, a2, b1, b2] = [at(1.5), at(4), at(-1.5), at(-4)]
    if (a1 < 0 || a2 < 0 || b1 < 0 || b2 < 0) continue
    seen++
    let most = 0
    for (let c = 0; c < 3; c++) {
      const [p1, p2, q1, q2] = [data[a1 + c] ?? 0, data[a2 + c] ?? 0, data[b1 + c] ?? 0, data[b2 + c] ?? 0]
      // Both near and further away: a printed line has the same paper behind it.
      most = Math.max(most, Math.min(Math.abs(p1 - q1), Math.abs(p2 - q2)))
    }
    sum += Math.min(most, 48) / 48
  }
  return seen < samples * 0.4 ? 0 : sum / seen
}

/** Moves both ends of a stretch across it, up to `reach` px, to where most changes all along. */
export function nudged(pixels: Pixels, line: Line, from: Point, to: Point, reach: number): Line {
  if (line.border) return line
  const moved = (p: Point, d: number): Point => ({ x: p.x + line.cos * d, y: p.y + line.sin * d })
  let [a, b] = [from, to]
  let best = stepAcross(pixels, a, b) + 0.02
  for (const by of [reach, reach / 2, reach / 4, reach / 8]) {
    const [wasA, wasB] = [a, b]
    for (let i = -2; i <= 2; i++)
      for (let j = -2; j <= 2; j++) {
        const [na, nb] = [moved(wasA, (i * by) / 2), moved(wasB, (j * by) / 2)]
        const now = stepAcross(pixels, na, nb)
        if (now > best) [best, a, b] = [now, na, nb]
      }
  }
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = Math.hypot(dx, dy) || 1
  const sign = (-dy * line.cos + dx * line.sin) / length < 0 ? -1 : 1
  const [cos, sin] = [(-dy / length) * sign, (dx / length) * sign]
  return { cos, sin, rho: a.x * cos + a.y * sin, border: false }
}

/** `lines` and the ends of their stretches, px of `pixels`; `reach`: how far off they may be, px. */
export function refined(
  pixels: Pixels,
  lines: readonly { readonly line: Line; readonly from: Point; readonly to: Point }[],
  reach: number,
): readonly Line[] {
  const luma = lumaOf(pixels)
  return lines.map(({ line, from, to }) => {
    if (line.border) return line
    const points: Point[] = []
    for (let i = 0; i < samples; i++) {
      const t = 0.03 + (0.94 * i) / (samples - 1)
      const [x, y] = [from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t]
      const d = edgeNear(luma, x, y, line.cos, line.sin, reach)
      if (d !== null) points.push({ x: x + line.cos * d, y: y + line.sin * d })
    }
    return fit(points, line)
  })
}
