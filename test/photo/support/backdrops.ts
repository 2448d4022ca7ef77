/** What lies under the paper: worked out, not photographed. Answers a colour for a point of the picture. */
import type { Chance } from '../../support/chance'

/** x and y in units of the picture's longer side; writes red, green, blue. */
export type Backdrop = (x: number, y: number, out: Float32Array) => void

const hash = (x: number, y: number, seed: number) => {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 2147483647)
  h = Math.imul(h ^ (h >>> 13), 1274126177)
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296
}

function smooth(x: number, y: number, seed: number): number {
  const [x0, y0] = [Math.floor(x), Math.floor(y)]
  const [u, v] = [x - x0, y - y0]
  const [a, b] = [u * u * (3 - 2 * u), v * v * (3 - 2 * v)]
  const top = hash(x0, y0, seed) * (1 - a) + hash(x0 + 1, y0, seed) * a
  const bottom = hash(x0, y0 + 1, seed) * (1 - a) + hash(x0 + 1, y0 + 1, seed) * a
  return top * (1 - b) + bottom * b
}

type Rgb = readonly [number, number, number]
const tint = (out: Float32Array, [r, g, b]: Rgb, k: number) => {
  out[0] = r * k
  out[1] = g * k
  out[2] = b * k
}

function desk(colour: Rgb, seed: number): Backdrop {
  return (x, y, out) =>
    tint(out, colour, 0.94 + 0.1 * smooth(x * 5, y * 5, seed) + 0.03 * smooth(x * 120, y * 120, seed))
}

function wood(colour: Rgb, seed: number): Backdrop {
  const plank = 0.12 + 0.14 * hash(1, 1, seed)
  return (x, y, out) => {
    const board = Math.floor(y / plank)
    const seam = Math.abs(y / plank - board) * plank < 0.0025 ? 0.62 : 1
    const grain = smooth(x * 4 + board * 7, y * 90, seed) * 0.22 + smooth(x * 14, y * 260, seed) * 0.1
    tint(out, colour, (0.8 + grain + 0.1 * hash(board, 3, seed)) * seam)
  }
}

/** Somebody holds the paper: blurred things far behind. */
function room(colour: Rgb, seed: number): Backdrop {
  return (x, y, out) => {
    const k = 0.5 + 0.8 * smooth(x * 3, y * 3, seed)
    out[0] = colour[0] * k + 30 * smooth(x * 5, y * 4, seed + 1)
    out[1] = colour[1] * k + 30 * smooth(x * 4, y * 5, seed + 2)
    out[2] = colour[2] * k + 30 * smooth(x * 6, y * 3, seed + 3)
  }
}

function tiles(colour: Rgb, seed: number): Backdrop {
  const side = 0.2 + 0.2 * hash(2, 2, seed)
  return (x, y, out) => {
    const edge = Math.min(Math.abs((x / side) % 1), Math.abs((y / side) % 1)) * side
    tint(out, colour, (edge < 0.004 ? 0.75 : 1) * (0.95 + 0.08 * smooth(x * 20, y * 20, seed)))
  }
}

function cloth(colour: Rgb, seed: number): Backdrop {
  return (x, y, out) =>
    tint(out, colour, 0.82 + 0.18 * Math.sin(x * 900) * Math.sin(y * 900) * 0.4 + 0.2 * smooth(x * 4, y * 4, seed))
}

const kinds: Readonly<
  Record<string, { readonly make: (colour: Rgb, seed: number) => Backdrop; readonly colours: readonly Rgb[] }>
> = {
  desk: {
    make: desk,
    colours: [
      [84, 80, 78],
      [140, 128, 112],
      [60, 72, 84],
      [176, 160, 140],
      [48, 44, 42],
    ],
  },
  wood: {
    make: wood,
    colours: [
      [150, 104, 66],
      [116, 78, 50],
      [186, 146, 100],
      [96, 62, 44],
    ],
  },
  room: {
    make: room,
    colours: [
      [110, 104, 98],
      [90, 96, 106],
      [120, 100, 84],
    ],
  },
  tiles: {
    make: tiles,
    colours: [
      [168, 166, 160],
      [130, 120, 112],
      [100, 106, 112],
    ],
  },
  cloth: {
    make: cloth,
    colours: [
      [70, 90, 120],
      [130, 60, 60],
      [80, 100, 80],
      [150, 140, 126],
    ],
  },
}

export type Ground = keyof typeof kinds & string

export function backdropOf(kind: string, chance: Chance): Backdrop {
  const found = kinds[kind]
  if (found === undefined) throw new Error(`no backdrop ${kind}`)
  return found.make(chance.pick(found.colours), chance.below(10_000))
}
