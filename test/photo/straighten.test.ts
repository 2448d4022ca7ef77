/** Straightening: corners to corners, in pieces as in one, and the search for the right size of the file. */
import { apply, squareMap, straightMap } from '../../src/domain/photo/homography'
import { outputRules, searchOutput, sizeAt } from '../../src/domain/photo/output'
import type { Pixels, Quad } from '../../src/domain/photo/pixels'
import { sourceOf, straightened, straightSize } from '../../src/domain/photo/straighten'

const leaning: Quad = [
  { x: 0.2, y: 0.1 },
  { x: 0.9, y: 0.2 },
  { x: 0.8, y: 0.9 },
  { x: 0.1, y: 0.8 },
]
const whole = { x: 0, y: 0, width: 1, height: 1 }

/** Red grows to the right, green downwards. */
function ramp(width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let i = 0; i < width * height; i++)
    data.set([((i % width) / (width - 1)) * 255, (Math.floor(i / width) / (height - 1)) * 255, 0, 255], i * 4)
  return { width, height, data }
}

test('the map takes the square to the corners and back', () => {
  const [there, back] = [squareMap(leaning), straightMap(leaning)]
  const square = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ]
  square.forEach((corner, i) => {
    const seen = apply(there, corner)
    expect(seen.x).toBeCloseTo(leaning[i]?.x ?? NaN)
    expect(seen.y).toBeCloseTo(leaning[i]?.y ?? NaN)
    expect(apply(back, seen).x).toBeCloseTo(corner.x)
    expect(apply(back, seen).y).toBeCloseTo(corner.y)
  })
})

test('what lies at a corner of the paper comes to a corner of the picture', () => {
  const { data } = straightened(ramp(400, 400), whole, leaning, whole, 100, 100)
  expect(data[0]).toBeCloseTo(0.2 * 255, -1)
  expect(data[1]).toBeCloseTo(0.1 * 255, -1)
  const last = (100 * 100 - 1) * 4
  expect(data[last]).toBeCloseTo(0.8 * 255, -1)
  expect(data[last + 1]).toBeCloseTo(0.9 * 255, -1)
})

test('a quarter turn is the same corners, counted from the next one', () => {
  const [a, b, c, d] = leaning
  const { data } = straightened(ramp(400, 400), whole, [d, a, b, c], whole, 100, 100)
  expect(data[99 * 4]).toBeCloseTo(0.2 * 255, -1)
})

test('in tiles as in one piece', () => {
  const photo = ramp(401, 301)
  const all = straightened(photo, whole, leaning, whole, 120, 90)
  const part = { x: 0.5, y: 0.5, width: 0.5, height: 0.5 }
  const from = sourceOf(leaning, part, { x: 2 / 401, y: 2 / 301 })
  expect(from.x).toBeGreaterThan(0.2)
  const piece = straightened(photo, whole, leaning, part, 60, 45)
  for (let y = 0; y < 45; y++)
    for (let x = 0; x < 60; x++) {
      const [one, other] = [piece.data[(y * 60 + x) * 4] ?? 0, all.data[((y + 45) * 120 + x + 60) * 4] ?? 0]
      expect(Math.abs(one - other)).toBeLessThanOrEqual(1)
    }
})

test('beyond the picture is white', () => {
  const outside: Quad = [
    { x: -0.5, y: 0 },
    { x: 0.5, y: 0 },
    { x: 0.5, y: 1 },
    { x: -0.5, y: 1 },
  ]
  const { data } = straightened(ramp(50, 50), whole, outside, whole, 10, 10)
  expect([...data.slice(0, 4)]).toEqual([255, 255, 255, 255])
})

test('the paper is as large as it is in the photo', () => {
  const square: Quad = [
    { x: 0.1, y: 0.1 },
    { x: 0.9, y: 0.1 },
    { x: 0.9, y: 0.6 },
    { x: 0.1, y: 0.6 },
  ]
  expect(straightSize(square, 4000, 3000)).toEqual({ width: 3200, height: 1500 })
})

describe('size and quality', () => {
  /** A page whose JPEG takes so many bytes a px at quality 1. */
  const encoder =
    (weight: number) =>
    async ({ width, height }: { width: number; height: number }, quality: number) => ({
      ...{ width, height, quality },
      bytes: width * height * weight * quality ** 2,
    })
  const photo = { width: 4000, height: 3000 }

  test.each([0.05, 0.1, 0.15, 0.2])('a page of %s bytes a px keeps to 200 KB and to 1500×1100', async (weight) => {
    const made = await searchOutput(photo, encoder(weight))
    expect(made?.bytes).toBeLessThanOrEqual(outputRules.most)
    expect(made?.bytes).toBeGreaterThanOrEqual(outputRules.least)
    expect(Math.max(made?.width ?? 0, made?.height ?? 0)).toBeGreaterThanOrEqual(1500)
    expect(Math.min(made?.width ?? 0, made?.height ?? 0)).toBeGreaterThanOrEqual(1100)
  })
  test('where little is on the page, it may be larger', async () => {
    expect((await searchOutput(photo, encoder(0.02)))?.width).toBe(2600)
  })
  test('a photo is never made larger than it is', async () => {
    expect(sizeAt({ width: 900, height: 600 }, 2000)).toEqual({ width: 900, height: 600 })
  })
  test('rather more than 200 KB than unreadable, but never over 2 MB', async () => {
    const made = await searchOutput(photo, encoder(1))
    expect(made?.bytes).toBeGreaterThan(outputRules.most)
    expect(await searchOutput(photo, encoder(20))).toBeNull()
  })
})
