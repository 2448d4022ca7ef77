/** Where a corner may go. */
import { moved, rectangle } from '../../src/miniapp/features/capture/corner-moves'
import type { Quad } from '../../src/domain/photo/pixels'

const inner = rectangle(0.2, 0.2, 0.8, 0.8)

test('a crop stays a rectangle: its neighbours come along', () => {
  expect(moved(inner, 0, { x: 0.1, y: 0.3 }, 'crop')).toEqual(rectangle(0.1, 0.3, 0.8, 0.8))
  expect(moved(inner, 1, { x: 0.9, y: 0.3 }, 'crop')).toEqual(rectangle(0.2, 0.3, 0.9, 0.8))
  expect(moved(inner, 2, { x: 0.9, y: 0.7 }, 'crop')).toEqual(rectangle(0.2, 0.2, 0.9, 0.7))
  expect(moved(inner, 3, { x: 0.1, y: 0.9 }, 'crop')).toEqual(rectangle(0.1, 0.2, 0.8, 0.9))
})

test('a crop ends at the photo, and never at nothing', () => {
  expect(moved(inner, 2, { x: 7, y: 7 }, 'crop')).toEqual(rectangle(0.2, 0.2, 1, 1))
  const least = moved(inner, 2, { x: -7, y: -7 }, 'crop')
  expect(least[2].x - least[0].x).toBeCloseTo(0.15)
  expect(least[2].y - least[0].y).toBeCloseTo(0.15)
  const other = moved(inner, 0, { x: 7, y: 7 }, 'crop')
  expect(other[2].x - other[0].x).toBeCloseTo(0.15)
})

test('of a paper one corner moves by itself, as long as it stays a paper', () => {
  const [, ...others] = inner
  expect(moved(inner, 0, { x: 0.05, y: -1 }, 'paper')).toEqual([{ x: 0.05, y: 0 }, ...others])
  // Past the opposite side, or folded in: it stays where it was.
  expect(moved(inner, 0, { x: 0.9, y: 0.9 }, 'paper')).toBe(inner)
  expect(moved(inner, 0, { x: 0.6, y: 0.6 }, 'paper')).toBe(inner)
})

test('from any corner to any place the four stay clockwise within the photo', () => {
  const places = [-1, 0, 0.3, 0.55, 0.8, 1, 2]
  for (const mode of ['crop', 'paper'] as const)
    for (let i = 0; i < 4; i++)
      for (const x of places)
        for (const y of places) {
          const [a, b, c, d]: Quad = moved(inner, i, { x, y }, mode)
          for (const point of [a, b, c, d])
            expect(Math.min(point.x, point.y, 1 - point.x, 1 - point.y)).toBeGreaterThanOrEqual(0)
          expect((b.x - a.x) * (d.y - a.y) - (b.y - a.y) * (d.x - a.x)).toBeGreaterThan(0)
        }
})
