/** A JPEG decoded in Node, as the phone's canvas gives it to the checks. */
import sharp from 'sharp'
import type { Picture } from '../../../src/domain/photo/measure'
import { shrunk } from '../../../src/domain/photo/shrink'
import type { Pixels } from '../../../src/domain/photo/pixels'

function cropped({ width, height, data }: Pixels, left: number, top: number, w: number, h: number): Pixels {
  const out = new Uint8ClampedArray(w * h * 4)
  for (let y = 0; y < h; y++) {
    const from = (Math.min(height - 1, top + y) * width + left) * 4
    out.set(data.subarray(from, from + w * 4), y * w * 4)
  }
  return { width: w, height: h, data: out }
}

export async function decoded(jpeg: Buffer): Promise<Picture> {
  const { data, info } = await sharp(jpeg).rotate().ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const all: Pixels = { width: info.width, height: info.height, data }
  return {
    width: info.width,
    height: info.height,
    read(part, width, height) {
      const [left, top] = [Math.round(part.x * info.width), Math.round(part.y * info.height)]
      const w = Math.min(info.width - left, Math.round(part.width * info.width))
      const h = Math.min(info.height - top, Math.round(part.height * info.height))
      return shrunk(cropped(all, left, top, w, h), Math.max(width, height))
    },
  }
}
