/**
 * Words over a copy of a photo, slanted and tiled, so that no part of the copy can be used without them; light
 * enough that the print below is still read.
 */
import type { Pixels } from './pixels'

/** Of a whole turn; rows of words climb to the right. */
const slant = (-24 * Math.PI) / 180
/** 0–255, and how much of it covers what is below. */
const ink = 96
const strength = 0.34
/** Times the words' height: from row to row, and between two in a row. */
const rows = 3.2
const apart = 1.6
/** px of the words' height, as a part of the picture's longer side; never lower than can be read. */
const share = 1 / 42
const lowest = 14

export const wordsHeight = (width: number, height: number): number =>
  Math.max(lowest, Math.round(Math.max(width, height) * share))

const into = (value: number, length: number) => value - Math.floor(value / length) * length

/**
 * `piece` with its upper left corner at (x0, y0) px of the picture. `words`: one line, black on white. Pieces
 * of one picture fit together.
 */
export function stamped(piece: Pixels, x0: number, y0: number, words: Pixels): Pixels {
  const { width, height } = piece
  const data = new Uint8ClampedArray(piece.data)
  const [cos, sin] = [Math.cos(slant), Math.sin(slant)]
  const pitch = words.height * rows
  const period = words.width + words.height * apart
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const v = -(x0 + x) * sin + (y0 + y) * cos
      const row = Math.floor(v / pitch)
      const down = v - row * pitch
      if (down >= words.height) continue
      // Every other row is moved by half: the gaps of one lie under the words of the next.
      const u = into((x0 + x) * cos + (y0 + y) * sin + (row % 2 === 0 ? 0 : period / 2), period)
      if (u >= words.width) continue
      const black = 255 - (words.data[(Math.floor(down) * words.width + Math.floor(u)) * 4] ?? 255)
      if (black === 0) continue
      const k = (strength * black) / 255
      for (let c = at; c < at + 3; c++) data[c] = (data[c] ?? 0) * (1 - k) + ink * k
    }
  }
  return { width, height, data }
}
