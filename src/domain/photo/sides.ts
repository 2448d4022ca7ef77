/**
 * How much a stretch of a line looks like a side of a paper: another colour on its two sides, all along.
 * Every line is looked at once, from border to border; a stretch of it is then a difference of two sums.
 */
import type { Line } from './lines'
import type { Pixels, Point } from './pixels'

export interface Side {
  /** 0–1: the part of it along which inside and outside differ. */
  readonly support: number
  /** 0–1: the part along which the inside is the lighter one, as paper mostly is. */
  readonly lighter: number
  /** Mean colour just inside. */
  readonly inside: readonly [number, number, number]
}

/** Levels of 255 of an evened picture; noise and wood grain stay below. */
const differs = 9
/** px between two looks. */
const step = 3
/** px on either side of the line: beyond its blur, and beyond a printed frame's thickness. */
const near = 3
const far = 6
/** The picture's own border: better than nothing, worse than any side that is seen. */
const borderSupport = 0.5
/** Seen, differing, lighter, red, green, blue: sums from the line's beginning. */
const sums = 6

export interface Profile {
  /** Of a stretch between two points on the line; null: too little of it is in the picture. */
  side(from: Point, to: Point): Side | null
}

/** `inward`: 1 or −1 along the line's normal. */
export function profileOf(pixels: Pixels, line: Line, inward: number): Profile {
  const { width, height } = pixels
  // Along the line from the point nearest to the origin, in both directions as far as the picture goes.
  const [ox, oy] = [line.cos * line.rho, line.sin * line.rho]
  const reach = Math.ceil(Math.hypot(width, height) / step)
  const table = new Float32Array((2 * reach + 2) * sums)
  for (let i = -reach; i <= reach; i++) {
    const row = (i + reach) * sums
    for (let k = 0; k < sums; k++) table[row + sums + k] = table[row + k] ?? 0
    look(pixels, line, ox - line.sin * i * step, oy + line.cos * i * step, inward, table, row + sums)
  }
  const place = ({ x, y }: Point) => ((y - oy) * line.cos - (x - ox) * line.sin) / step + reach
  return {
    side(from, to) {
      const [a, b] = [place(from), place(to)]
      const length = Math.abs(b - a)
      const [start, end] = [Math.min(a, b) + length * 0.04, Math.max(a, b) - length * 0.04].map((at) =>
        Math.max(0, Math.min(2 * reach + 1, Math.round(at))),
      ) as [number, number]
      const sum = (k: number) => (table[end * sums + k] ?? 0) - (table[start * sums + k] ?? 0)
      const seen = sum(0)
      if (seen < length * 0.4 || seen < 3) return null
      const inside = [sum(3) / seen, sum(4) / seen, sum(5) / seen] as const
      if (line.border) return { support: borderSupport, lighter: 0, inside }
      return { support: sum(1) / seen, lighter: sum(2) / seen, inside }
    },
  }
}

function look(
  { width, height, data }: Pixels,
  line: Line,
  x: number,
  y: number,
  inward: number,
  table: Float32Array,
  row: number,
): void {
  const [nx, ny] = [line.cos * inward, line.sin * inward]
  const at = (d: number) => {
    const [px, py] = [Math.round(x + nx * d), Math.round(y + ny * d)]
    return px < 0 || py < 0 || px >= width || py >= height ? -1 : (py * width + px) * 4
  }
  const [here, in1, in2] = [at(0), at(near), at(far)]
  if (here < 0 || in1 < 0 || in2 < 0) return
  const out1 = at(-near)
  const out2 = Math.max(out1, at(-far))
  let [most1, most2, bright] = [0, 0, 0]
  for (let c = 0; c < 3; c++) {
    const inner = ((data[in1 + c] ?? 0) + (data[in2 + c] ?? 0)) / 2
    table[row + 3 + c] = (table[row + 3 + c] ?? 0) + inner
    if (out1 < 0) continue
    const [step1, step2] = [inner - (data[out1 + c] ?? 0), inner - (data[out2 + c] ?? 0)]
    most1 = Math.max(most1, Math.abs(step1))
    most2 = Math.max(most2, Math.abs(step2))
    bright += step1
  }
  table[row] = (table[row] ?? 0) + 1
  // A printed line has the same paper on both sides: a little further out nothing differs any more.
  if (Math.min(most1, most2) <= differs) return
  table[row + 1] = (table[row + 1] ?? 0) + 1
  if (bright > 0) table[row + 2] = (table[row + 2] ?? 0) + 1
}
