/** Makes a new photo of four corners of the chosen one, a strip at a time: a phone's memory is small. */
import { sizeAt } from '#domain/photo/output'
import type { Quad } from '#domain/photo/pixels'
import { sourceOf, straightSize, straightened } from '#domain/photo/straighten'
import type { Paint } from '../../ports/files'
import type { DraftPhotos } from '../../stores/draft-photos'

/** px of the longer side of what is made; of a tile's sides. */
const longest = 2000
const tile = 500

/** A quarter turn clockwise: the corner that was lower left is now upper left. */
export const turnedQuad = ([a, b, c, d]: Quad): Quad => [d, a, b, c]

export const wholePhoto: Quad = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
]

/** All of the photo, perhaps turned. */
export const isWhole = (corners: Quad) => corners.every(({ x, y }) => (x === 0 || x === 1) && (y === 0 || y === 1))

/** Corners in parts of the photo as it was chosen; `straight`: of the paper. false: it could not be made. */
export async function straighten(drafts: DraftPhotos, corners: Quad, straight: boolean): Promise<boolean> {
  const photo = await drafts.open('original')
  if (photo === null) return false
  const natural = straightSize(corners, photo.width, photo.height)
  const { width, height } = sizeAt(natural, longest)
  const scale = Math.min(1, width / natural.width)
  try {
    const paint: Paint = async (put) => {
      for (let y = 0; y < height; y += tile)
        for (let x = 0; x < width; x += tile) {
          const [w, h] = [Math.min(tile, width - x), Math.min(tile, height - y)]
          const part = { x: x / width, y: y / height, width: w / width, height: h / height }
          const from = sourceOf(corners, part, { x: 3 / photo.width, y: 3 / photo.height })
          const px = (share: number, side: number) => Math.max(2, Math.ceil(share * side * scale))
          const pixels = photo.read(from, px(from.width, photo.width), px(from.height, photo.height))
          if (pixels !== null) put(straightened(pixels, from, corners, part, w, h), x, y)
          // The page stays alive between two tiles.
          await Promise.resolve()
        }
    }
    return await drafts.change(width, height, paint, straight)
  } finally {
    photo.close()
  }
}
