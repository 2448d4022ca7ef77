/** A made-up camera: puts a drawn paper on a backdrop under a light, and takes a JPEG of it. */
import sharp from 'sharp'
import type { Chance } from '../../support/chance'
import { straightMap, type Map3 } from '../../../src/domain/photo/homography'
import type { Backdrop } from './backdrops'

export interface Spot {
  readonly x: number
  readonly y: number
  readonly rx: number
  readonly ry: number
  readonly strength: number
}

/** Lengths in px of the picture; corners clockwise from the paper's top left. */
export interface Shot {
  readonly width: number
  readonly height: number
  readonly corners: readonly { readonly x: number; readonly y: number }[]
  /** Brightness, and its slope across the picture: 0.3 is 30 % less on one side. */
  readonly gain: number
  readonly slope: number
  readonly slopeAngle: number
  readonly warmth: number
  /** Part of the picture in a shadow: how dark (1 none), where its edge is, how soft. */
  readonly shade: number
  readonly shadeAt: number
  readonly shadeSoft: number
  readonly spots: readonly Spot[]
  /** px of sigma; px of a straight shake and its direction. */
  readonly defocus: number
  readonly shake: number
  readonly shakeAngle: number
  readonly noise: number
  readonly grey: 'none' | 'paper' | 'all'
  readonly quality: number
}

export interface Raster {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

export async function rasterOf(svg: string): Promise<Raster> {
  const { data, info } = await sharp(Buffer.from(svg), { unlimited: true })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

function paperAt(paper: Raster, u: number, v: number, out: Float32Array): void {
  const [x, y] = [Math.min(paper.width - 1.001, u * paper.width), Math.min(paper.height - 1.001, v * paper.height)]
  const [x0, y0] = [Math.floor(x), Math.floor(y)]
  const [a, b] = [x - x0, y - y0]
  const row = paper.width * 3
  const at = y0 * row + x0 * 3
  for (let c = 0; c < 3; c++) {
    const top = (paper.data[at + c] ?? 0) * (1 - a) + (paper.data[at + 3 + c] ?? 0) * a
    const bottom = (paper.data[at + row + c] ?? 0) * (1 - a) + (paper.data[at + row + 3 + c] ?? 0) * a
    out[c] = top * (1 - b) + bottom * b
  }
}

const toGrey = (out: Float32Array) => {
  const y = 0.299 * (out[0] ?? 0) + 0.587 * (out[1] ?? 0) + 0.114 * (out[2] ?? 0)
  out.fill(y)
}

/** Shadow of the paper on what it lies on: a few px below and right. */
function scene(paper: Raster, backdrop: Backdrop, shot: Shot, toPaper: Map3) {
  const long = Math.max(shot.width, shot.height)
  const drop = long * 0.006
  const place = (x: number, y: number) => {
    const w = toPaper[6] * x + toPaper[7] * y + toPaper[8]
    return [
      (toPaper[0] * x + toPaper[1] * y + toPaper[2]) / w,
      (toPaper[3] * x + toPaper[4] * y + toPaper[5]) / w,
    ] as const
  }
  const inside = (u: number, v: number) => u >= 0 && v >= 0 && u < 1 && v < 1
  return (x: number, y: number, out: Float32Array) => {
    const [u, v] = place(x, y)
    if (inside(u, v)) {
      paperAt(paper, u, v, out)
      if (shot.grey === 'paper') toGrey(out)
      return
    }
    backdrop(x / long, y / long, out)
    const [su, sv] = place(x - drop, y - drop)
    if (inside(su, sv)) for (let c = 0; c < 3; c++) out[c] = (out[c] ?? 0) * 0.72
  }
}

function light(shot: Shot): (x: number, y: number) => number {
  const [cos, sin] = [Math.cos(shot.slopeAngle), Math.sin(shot.slopeAngle)]
  const long = Math.max(shot.width, shot.height)
  return (x, y) => {
    const [u, v] = [x / shot.width - 0.5, y / shot.height - 0.5]
    const slope = 1 - shot.slope * (0.5 + u * cos + v * sin)
    const vignette = 1 - 0.16 * (u * u + v * v)
    const far = (x * cos + y * sin) / long - shot.shadeAt
    const shade = shot.shade + (1 - shot.shade) / (1 + Math.exp(-far / shot.shadeSoft))
    return shot.gain * slope * vignette * shade
  }
}

function shine(spots: readonly Spot[], x: number, y: number): number {
  let sum = 0
  for (const { x: cx, y: cy, rx, ry, strength } of spots) {
    const d = ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2
    if (d < 6) sum += strength * Math.exp(-(d ** 1.5))
  }
  return sum
}

function expose(paper: Raster, backdrop: Backdrop, shot: Shot): Uint8Array {
  const { width, height } = shot
  const data = new Uint8Array(width * height * 3)
  const at = scene(paper, backdrop, shot, straightMap(shot.corners))
  const lit = light(shot)
  const colour = new Float32Array(3)
  const tone = [1 + shot.warmth, 1, 1 - shot.warmth]
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i += 3) {
      at(x, y, colour)
      const k = lit(x, y)
      const extra = shot.spots.length === 0 ? 0 : shine(shot.spots, x, y)
      for (let c = 0; c < 3; c++)
        data[i + c] = Math.max(0, Math.min(255, (colour[c] ?? 0) * k * (tone[c] ?? 1) + extra))
    }
  return data
}

/** A straight shake of the hand: the mean along a line. */
function shaken(data: Uint8Array, { width, height, shake, shakeAngle }: Shot): Uint8Array {
  const steps = Math.max(2, Math.round(shake))
  const offsets = Array.from({ length: steps }, (_, i) => {
    const t = (i / (steps - 1) - 0.5) * shake
    return [Math.round(Math.cos(shakeAngle) * t), Math.round(Math.sin(shakeAngle) * t)] as const
  })
  const sums = new Uint16Array(data.length)
  for (const [dx, dy] of offsets)
    for (let y = 0, i = 0; y < height; y++) {
      const row = Math.max(0, Math.min(height - 1, y + dy)) * width
      for (let x = 0; x < width; x++, i += 3) {
        const px = x + dx
        const at = (row + (px < 0 ? 0 : px >= width ? width - 1 : px)) * 3
        sums[i] = (sums[i] ?? 0) + (data[at] ?? 0)
        sums[i + 1] = (sums[i + 1] ?? 0) + (data[at + 1] ?? 0)
        sums[i + 2] = (sums[i + 2] ?? 0) + (data[at + 2] ?? 0)
      }
    }
  return Uint8Array.from(sums, (sum) => sum / steps)
}

function grained(data: Uint8Array, noise: number, chance: Chance): void {
  const table = Float32Array.from(
    { length: 4096 },
    () => Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next()),
  )
  let state = chance.below(1 << 30) | 1
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    data[i] = Math.max(0, Math.min(255, (data[i] ?? 0) + (table[(state >>> 18) & 4095] ?? 0) * noise))
  }
}

/** The JPEG a phone would save. */
export async function photograph(paper: Raster, backdrop: Backdrop, shot: Shot, chance: Chance): Promise<Buffer> {
  const raw = { width: shot.width, height: shot.height, channels: 3 } as const
  let data = expose(paper, backdrop, shot)
  if (shot.defocus > 0.3) data = new Uint8Array(await sharp(data, { raw }).blur(shot.defocus).raw().toBuffer())
  if (shot.shake > 1.5) data = shaken(data, shot)
  grained(data, shot.noise, chance)
  const picture = sharp(data, { raw })
  return (shot.grey === 'all' ? picture.grayscale() : picture).jpeg({ quality: shot.quality }).toBuffer()
}
