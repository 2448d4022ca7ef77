/** Words over a copy: everywhere, in one piece, and light enough for the print below. */
import type { Pixels } from '../../src/domain/photo/pixels'
import { stamped, wordsHeight } from '../../src/domain/photo/watermark'

/** Grey of one value, 0–255. */
function even(width: number, height: number, value: number): Pixels {
  return { width, height, data: new Uint8ClampedArray(width * height * 4).fill(value) }
}
/** A line of words that is all ink. */
const words = even(60, 10, 0)
const at = ({ width, data }: Pixels, x: number, y: number) => data[(y * width + x) * 4] ?? 0
const part = ({ width, data }: Pixels, x: number, y: number, w: number, h: number): Pixels => ({
  width: w,
  height: h,
  data: Uint8ClampedArray.from(
    Array.from({ length: h }, (_, row) => [
      ...data.slice(((y + row) * width + x) * 4, ((y + row) * width + x + w) * 4),
    ]).flat(),
  ),
})

const paper = even(240, 160, 250)
const marked = stamped(paper, 0, 0, words)

test('no window of the size of a line and its gaps is without words', () => {
  const side = 70
  for (let y = 0; y + side <= marked.height; y += 10)
    for (let x = 0; x + side <= marked.width; x += 10) {
      const inked = part(marked, x, y, side, side).data.filter((value, i) => i % 4 === 0 && value < 250).length
      expect(inked / (side * side)).toBeGreaterThan(0.1)
    }
})

test('black print stays far darker than the words, and the words far from white', () => {
  const print = stamped(even(240, 160, 20), 0, 0, words)
  let [darkestWords, lightestPrint] = [255, 0]
  for (let y = 0; y < 160; y++)
    for (let x = 0; x < 240; x++) {
      darkestWords = Math.min(darkestWords, at(marked, x, y))
      lightestPrint = Math.max(lightestPrint, at(print, x, y))
    }
  expect(darkestWords - lightestPrint).toBeGreaterThan(140)
  expect(darkestWords).toBeLessThan(205)
})

test('pieces of one picture fit together, and the picture itself is left as it was', () => {
  for (const [x, y, w, h] of [
    [0, 0, 97, 61],
    [97, 61, 143, 99],
  ] as const) {
    const piece = stamped(part(paper, x, y, w, h), x, y, words)
    expect(Buffer.from(piece.data).equals(Buffer.from(part(marked, x, y, w, h).data))).toBe(true)
  }
  expect(at(paper, 0, 0)).toBe(250)
})

test('the words are as high as a long side needs, and never too low to be read', () => {
  expect([wordsHeight(2000, 1414), wordsHeight(1414, 2000), wordsHeight(300, 200)]).toEqual([48, 48, 14])
})
