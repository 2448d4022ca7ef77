/** What light does to the paper: too little of it, its reflection, and whether there is colour at all. */
import { lumaOf, quantile, type Pixels, type Plane } from './pixels'

/** The paper is looked at in so many cells a side. */
const cells = 8

export interface PaperLight {
  /** 0–255: the bare paper's brightness, in the middle of the cells and in the darkest eighth of them. */
  readonly paper: number
  readonly darkest: number
  /** 0–1: how much of the paper a reflection has wiped out, and where its middle is (parts of the paper). */
  readonly glare: number
  readonly glareAt: { readonly x: number; readonly y: number }
  /** 0–1: how much of the paper has a colour of its own, other than the light's. */
  readonly coloured: number
}

/** Bare paper is among the lightest of a cell; its very lightest may be a speck. */
const bare = 0.85
/** All three colours at their end, noise and JPEG aside. */
const wipedOut = 247
/** Where the paper itself is this light, a reflection cannot be told from it. */
const tooLightToTell = 238
/** Of brightness: what noise and compression do not reach. */
const colourful = 0.14

/** The part of `values` in one cell. */
function inCell({ width, height, data }: Plane, column: number, row: number): Float32Array {
  const [left, right] = [Math.floor((column * width) / cells), Math.floor(((column + 1) * width) / cells)]
  const [top, bottom] = [Math.floor((row * height) / cells), Math.floor(((row + 1) * height) / cells)]
  const out = new Float32Array((right - left) * (bottom - top))
  for (let y = top, i = 0; y < bottom; y++) for (let x = left; x < right; x++, i++) out[i] = data[y * width + x] ?? 0
  return out
}

const eachCell = (plane: Plane, part: number): number[] =>
  Array.from({ length: cells * cells }, (_, i) => quantile(inCell(plane, i % cells, Math.floor(i / cells)), part))

function glareOf({ width, height, data }: Pixels): Pick<PaperLight, 'glare' | 'glareAt'> {
  const white = (x: number, y: number) => {
    const at = (y * width + x) * 4
    return Math.min(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0) >= wipedOut
  }
  let [count, sumX, sumY] = [0, 0, 0]
  for (let y = 2; y < height - 2; y++)
    for (let x = 2; x < width - 2; x++) {
      if (!white(x, y) || !white(x - 2, y) || !white(x + 2, y) || !white(x, y - 2) || !white(x, y + 2)) continue
      count++
      sumX += x
      sumY += y
    }
  const n = Math.max(1, count)
  return { glare: count / (width * height), glareAt: { x: sumX / n / width, y: sumY / n / height } }
}

/** Colours are compared with the bare paper's around them, so that the light's own colour does not count. */
function colouredOf({ width, height, data }: Pixels, luma: Plane): number {
  const planes = [0, 2].map((channel): Plane => {
    const values = new Float32Array(width * height)
    for (let i = 0; i < values.length; i++)
      values[i] = ((data[i * 4 + channel] ?? 0) - (data[i * 4 + 1] ?? 0)) / ((luma.data[i] ?? 0) + 24)
    return { width, height, data: values }
  })
  const usual = planes.map((plane) => eachCell(plane, 0.5))
  let count = 0
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++) {
      const cell = Math.floor((y * cells) / height) * cells + Math.floor((x * cells) / width)
      const off = planes.reduce((sum, plane, p) => sum + Math.abs((plane.data[i] ?? 0) - (usual[p]?.[cell] ?? 0)), 0)
      if (off > colourful) count++
    }
  return count / (width * height)
}

/** `paper`: the straightened paper without its very edge, about 256 px long. */
export function paperLight(paper: Pixels): PaperLight {
  const luma = lumaOf(paper)
  const lights = eachCell(luma, bare)
  const middle = quantile(lights, 0.5)
  const none = { glare: 0, glareAt: { x: 0.5, y: 0.5 } }
  return {
    paper: middle,
    darkest: quantile(lights, 0.12),
    ...(middle >= tooLightToTell ? none : glareOf(paper)),
    coloured: colouredOf(paper, luma),
  }
}
