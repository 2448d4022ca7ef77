/** The labelled photographs: what is wrong with each is known because it was done to it. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createChance, type Chance } from '../../support/chance'
import { backdropOf } from './backdrops'
import { photograph, rasterOf, type Shot, type Spot } from './camera'
import { drawPaper, layouts } from './papers'

export const faults = ['small', 'blurred', 'dark', 'glare', 'grey', 'cut', 'tilted'] as const
export type Fault = (typeof faults)[number]

export interface Labelled {
  readonly name: string
  readonly jpeg: Buffer
  readonly faults: readonly Fault[]
  /** Where the paper's corners are, px, clockwise from its top left; and the picture's size. */
  readonly corners: Shot['corners']
  readonly width: number
  readonly height: number
}

/** One world: which fonts, backdrops and cameras there are. */
export interface World {
  readonly seed: number
  readonly weights: readonly number[]
  readonly grounds: readonly string[]
  /** px of the pictures' longer side. */
  readonly longs: readonly number[]
  /** JPEG qualities. */
  readonly qualities: readonly number[]
  readonly noises: readonly number[]
}

/** The thresholds were chosen on the first; the second has other fonts, backdrops and cameras. */
export const tuning: World = {
  ...{ seed: 20261121, weights: [300, 400, 500], grounds: ['desk', 'wood', 'room'] },
  ...{ longs: [2080, 2320], qualities: [72, 85, 92], noises: [1, 2, 4] },
}
export const heldOut: World = {
  ...{ seed: 77001, weights: [200, 600, 700], grounds: ['tiles', 'cloth', 'wood', 'room'] },
  ...{ longs: [2000, 2200, 2400], qualities: [62, 78, 95], noises: [0.5, 3, 5] },
}

const between = (chance: Chance, from: number, to: number) => from + (to - from) * chance.next()

interface Placed {
  readonly width: number
  readonly height: number
  readonly corners: { x: number; y: number }[]
  /** px of the paper's longer side in the picture. */
  readonly long: number
}

/** Lays the paper into the picture: turned by `angle`, seen from the side by `lean`, filling `fill` of it. */
function lay(chance: Chance, w: number, ratio: number, portrait: boolean, wrong: ReadonlySet<Fault>): Placed {
  const small = wrong.has('small') && chance.yes(0.6)
  const far = wrong.has('small') && !small
  const long = small ? Math.round(between(chance, 900, 1500)) : w
  const [width, height] = portrait ? [Math.round(long * 0.75), long] : [long, Math.round(long * 0.75)]
  const tilted = wrong.has('tilted')
  const leans = tilted && chance.yes(0.5)
  const turn = tilted && !leans ? between(chance, 10, 19) : between(chance, 0, 3.2)
  const angle = ((chance.yes(0.5) ? 1 : -1) * turn * Math.PI) / 180
  const lean = leans ? between(chance, 0.12, 0.2) : between(chance, 0, 0.03)
  const fill = far
    ? between(chance, 0.3, 0.44)
    : small
      ? between(chance, 0.7, 0.84)
      : tilted
        ? between(chance, 0.66, 0.74)
        : between(chance, 0.76, 0.9)
  const [pw, ph] = portrait ? [(height * fill) / ratio, height * fill] : [width * fill, (width * fill) / ratio]
  const side = chance.below(4)
  const base = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([sx = 0, sy = 0]) => {
    const near = [sy < 0, sx > 0, sy > 0, sx < 0][side] === true
    const shrink = near ? 1 - lean * 2 : 1
    const [kx, ky] = side % 2 === 0 ? [shrink, 1 - lean * 0.4] : [1 - lean * 0.4, shrink]
    return { x: (sx * pw * kx) / 2, y: (sy * ph * ky) / 2 }
  })
  const turned = base.map(({ x, y }) => ({
    x: x * Math.cos(angle) - y * Math.sin(angle),
    y: x * Math.sin(angle) + y * Math.cos(angle),
  }))
  const [xs, ys] = [turned.map(({ x }) => x), turned.map(({ y }) => y)]
  const room = (size: number, values: number[]) =>
    Math.max(0, (size - (Math.max(...values) - Math.min(...values))) / 2 - size * 0.02)
  const centre = (size: number, values: number[]) =>
    size / 2 - (Math.max(...values) + Math.min(...values)) / 2 + between(chance, -0.8, 0.8) * room(size, values)
  const [cx, cy] = [centre(width, xs), centre(height, ys)]
  const corners = turned.map(({ x, y }) => ({ x: x + cx, y: y + cy }))
  if (wrong.has('cut')) {
    const way = chance.below(4)
    const by = between(chance, 0.05, 0.16)
    const dx =
      way === 0
        ? -Math.min(...corners.map(({ x }) => x)) - pw * by
        : way === 1
          ? width - Math.max(...corners.map(({ x }) => x)) + pw * by
          : 0
    const dy =
      way === 2
        ? -Math.min(...corners.map(({ y }) => y)) - ph * by
        : way === 3
          ? height - Math.max(...corners.map(({ y }) => y)) + ph * by
          : 0
    for (const corner of corners) Object.assign(corner, { x: corner.x + dx, y: corner.y + dy })
  }
  return { width, height, corners, long: Math.max(pw, ph) }
}

function spotsOf(chance: Chance, { corners, long }: Placed): Spot[] {
  const [a, b, c, d] = corners
  if (!a || !b || !c || !d) return []
  return Array.from({ length: 1 + chance.below(2) }, () => {
    const [u, v] = [between(chance, 0.2, 0.8), between(chance, 0.2, 0.8)]
    const x = (a.x * (1 - u) + b.x * u) * (1 - v) + (d.x * (1 - u) + c.x * u) * v
    const y = (a.y * (1 - u) + b.y * u) * (1 - v) + (d.y * (1 - u) + c.y * u) * v
    const r = long * between(chance, 0.06, 0.15)
    return { x, y, rx: r, ry: r * between(chance, 0.5, 1), strength: between(chance, 170, 320) }
  })
}

function shotOf(chance: Chance, world: World, placed: Placed, wrong: ReadonlySet<Fault>): Shot {
  const { long } = placed
  const dark = wrong.has('dark')
  const shaded = dark && chance.yes(0.35)
  const shaken = wrong.has('blurred') && chance.yes(0.4)
  const gentle = !dark && chance.yes(0.4)
  const glare = wrong.has('glare')
  const slopeAngle = between(chance, 0, 6.28)
  const big = Math.max(placed.width, placed.height)
  const along = placed.corners.map(({ x, y }) => (x * Math.cos(slopeAngle) + y * Math.sin(slopeAngle)) / big)
  const [first, last] = [Math.min(...along), Math.max(...along)]
  return {
    ...placed,
    gain:
      dark && !shaded ? between(chance, 0.12, 0.27) : glare ? between(chance, 0.62, 0.86) : between(chance, 0.66, 0.97),
    slope: between(chance, 0, 0.22),
    slopeAngle,
    warmth: between(chance, -0.05, 0.1),
    shade: shaded ? between(chance, 0.1, 0.22) : gentle ? between(chance, 0.72, 0.9) : 1,
    shadeAt: first + (last - first) * between(chance, 0.4, 0.7),
    shadeSoft: between(chance, 0.008, 0.06),
    spots: glare ? spotsOf(chance, placed) : [],
    defocus:
      wrong.has('blurred') && !shaken
        ? long * between(chance, 0.0023, 0.006)
        : between(chance, 0.3, 0.5) * (long / 1000),
    shake: shaken ? long * between(chance, 0.008, 0.02) : 0,
    shakeAngle: between(chance, 0, 3.14),
    noise: chance.pick(world.noises) * (dark ? 1.6 : 1),
    grey: wrong.has('grey') ? chance.pick(['paper', 'all'] as const) : 'none',
    quality: chance.pick(world.qualities),
  }
}

async function take(world: World, index: number, wrong: readonly Fault[]): Promise<Labelled> {
  const chance = createChance(world.seed + index * 7919)
  const layout = chance.pick(layouts)
  const long = chance.pick(world.longs)
  const paper = await drawPaper(layout, chance, wrong.includes('small') ? 1300 : Math.round(long * 0.9), world.weights)
  const ratio = Math.max(paper.width, paper.height) / Math.min(paper.width, paper.height)
  const placed = lay(chance, long, ratio, paper.height > paper.width, new Set(wrong))
  const shot = shotOf(chance, world, placed, new Set(wrong))
  const ground = chance.pick(world.grounds)
  const jpeg = await photograph(await rasterOf(paper.svg), backdropOf(ground, chance), shot, chance)
  return {
    name: `${index}-${wrong.join('+') || 'clean'}-${layout}-${ground}`,
    jpeg,
    faults: wrong,
    corners: placed.corners,
    width: placed.width,
    height: placed.height,
  }
}

/** What is wrong with the photographs of a set: clean ones, then each fault alone, then two at once. */
export function plan(clean: number, each: number, pairs: number): Fault[][] {
  const alone = faults.flatMap((fault) => Array.from({ length: each }, () => [fault]))
  const both = Array.from({ length: pairs }, (_, i): Fault[] => {
    const [a, b] = [faults[i % faults.length], faults[(i * 3 + 1 + (i % 2)) % faults.length]]
    return a === undefined || b === undefined || a === b ? ['tilted', 'blurred'] : [a, b]
  }).filter(
    (pair) =>
      !(pair.includes('dark') && (pair.includes('glare') || pair.includes('grey'))) &&
      !(pair.includes('blurred') && pair.includes('small')),
  )
  return [...Array.from({ length: clean }, () => []), ...alone, ...both]
}

const cache = '.cache/photos'
/** The pictures depend on nothing but these sources. */
const sources = ['labelled.ts', 'camera.ts', 'papers.ts', 'backdrops.ts', 'glyphs.ts']
const version = () =>
  sources
    .reduce((hash, file) => hash.update(readFileSync(path.join('test/photo/support', file))), createHash('sha256'))
    .digest('hex')
    .slice(0, 12)

/** Photographs of one world, and what is to be wrong with each. */
export interface PhotoSet {
  readonly world: World
  readonly plans: readonly (readonly Fault[])[]
}

/** What several places look at, by name. */
export const sets = {
  held: { world: heldOut, plans: plan(40, 10, 8) },
  tuned: { world: tuning, plans: plan(40, 10, 10) },
  journey: { world: { ...heldOut, seed: 501 }, plans: [['blurred'], ['tilted'], [], ['glare']] },
} as const satisfies Record<string, PhotoSet>

/** Takes the photographs one after the other, or finds them where an earlier run left them; of `parts`, one part. */
export async function* photographs({ world, plans }: PhotoSet, part = 0, parts = 1): AsyncGenerator<Labelled> {
  const folder = path.join(cache, `${world.seed}-${version()}`)
  mkdirSync(folder, { recursive: true })
  const known = new Set(readdirSync(folder))
  for (const [index, wrong] of plans.entries()) {
    if (index % parts !== part) continue
    const file = `${index}-${wrong.join('+')}.json`
    const [json, jpg] = [path.join(folder, file), path.join(folder, `${file}.jpg`)]
    if (known.has(file) && existsSync(jpg)) {
      yield { ...(JSON.parse(readFileSync(json, 'utf8')) as Omit<Labelled, 'jpeg'>), jpeg: readFileSync(jpg) }
      continue
    }
    const taken = await take(world, index, wrong)
    const { jpeg, ...rest } = taken
    writeFileSync(jpg, jpeg)
    writeFileSync(`${json}.new`, JSON.stringify(rest))
    renameSync(`${json}.new`, json)
    yield taken
  }
}
