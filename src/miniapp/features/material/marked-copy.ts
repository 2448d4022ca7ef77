/** A copy of a photo with words over it, made on this phone: nothing is sent for it. */
import { dayOf, isoOf } from '#domain/calendar'
import { sizeAt } from '#domain/photo/output'
import { stamped, wordsHeight } from '#domain/photo/watermark'
import type { Files, Paint, PrepareOutcome } from '../../ports/files'

/** px of the longer side; of a piece's sides: a phone's memory is small. */
const longest = 2000
const side = 500

/** With the day it was made, by the clocks of China. */
export const wordsOn = (text: string, now: number): string => `${text.trim()} ${isoOf(dayOf(now))}`

export type CopyFiles = Pick<Files, 'open' | 'letters' | 'render'>

export async function markedCopy(files: CopyFiles, path: string, words: string): Promise<PrepareOutcome> {
  const photo = await files.open(path)
  if (photo === null) return { ok: false, error: 'failed' }
  const { width, height } = sizeAt(photo, longest)
  const line = files.letters(words, wordsHeight(width, height))
  const paint: Paint = async (put) => {
    for (let y = 0; y < height; y += side)
      for (let x = 0; x < width; x += side) {
        const [w, h] = [Math.min(side, width - x), Math.min(side, height - y)]
        const piece = photo.read({ x: x / width, y: y / height, width: w / width, height: h / height }, w, h)
        if (piece !== null && line !== null) put(stamped(piece, x, y, line), x, y)
        await Promise.resolve() // the page stays alive between two pieces
      }
  }
  try {
    return line === null ? { ok: false, error: 'failed' } : await files.render(width, height, paint)
  } finally {
    photo.close()
  }
}
