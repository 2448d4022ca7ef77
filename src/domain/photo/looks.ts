/** Where on the picture to look closely: pieces with much print on them, apart from one another. */
import { apply, squareMap } from './homography'
import { lumaOf, type Part, type Pixels, type Quad } from './pixels'

const grid = 9

/**
 * `working`: the whole picture; `paper`: the corners in parts of it; `size`: a piece's sides in parts of it.
 * Answers at most `count` pieces, in parts of the picture.
 */
export function printedPieces(
  working: Pixels,
  paper: Quad,
  size: { readonly width: number; readonly height: number },
  count: number,
): Part[] {
  const { width, height, data } = lumaOf(working)
  const map = squareMap(paper)
  const pieces = Array.from({ length: grid * grid }, (_, i) => {
    const centre = apply(map, {
      x: 0.14 + (0.72 * (i % grid)) / (grid - 1),
      y: 0.14 + (0.72 * Math.floor(i / grid)) / (grid - 1),
    })
    const place = (at: number, side: number) => Math.max(0, Math.min(1 - side, at - side / 2))
    const part = { x: place(centre.x, size.width), y: place(centre.y, size.height), ...size }
    let [changes, seen] = [0, 0]
    for (let y = Math.floor(part.y * height); y < (part.y + part.height) * height - 1; y++)
      for (let x = Math.floor(part.x * width), at = y * width + x; x < (part.x + part.width) * width - 1; x++, at++) {
        changes += Math.abs((data[at + 1] ?? 0) - (data[at] ?? 0)) + Math.abs((data[at + width] ?? 0) - (data[at] ?? 0))
        seen++
      }
    return { part, print: seen === 0 ? 0 : changes / seen }
  }).sort((a, b) => b.print - a.print)
  const chosen: Part[] = []
  for (const { part } of pieces) {
    const apart = chosen.every(
      (one) => Math.abs(one.x - part.x) > size.width * 0.8 || Math.abs(one.y - part.y) > size.height * 0.8,
    )
    if (apart && chosen.length < count) chosen.push(part)
  }
  return chosen
}
