/** Pixels to the file that ships: a palette PNG for what was drawn, PNG or JPEG for a capture, whichever is smaller. */
import sharp from 'sharp'

export interface Encoded {
  readonly data: Buffer
  readonly type: 'png' | 'jpg'
  readonly width: number
  readonly height: number
}

// sixteen colours hold a drawing's greys, its one accent and their soft edges in half a byte a pixel; dithering would only add noise
async function palette(pixels: Buffer, colours: number, dither: number, effort = 10): Promise<Encoded> {
  const { data, info } = await sharp(pixels)
    .removeAlpha()
    .png({ palette: true, colours, effort, dither, compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true })
  return { data, type: 'png', width: info.width, height: info.height }
}

async function jpeg(pixels: Buffer, quality: number): Promise<Encoded> {
  const { data, info } = await sharp(pixels)
    .flatten({ background: '#fff' })
    .jpeg({ quality, mozjpeg: true, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true })
  return { data, type: 'jpg', width: info.width, height: info.height }
}

export const encodeDrawing = (pixels: Buffer): Promise<Encoded> => palette(pixels, 16, 0)

/** How finely a capture is kept. `scale` is device pixels a page pixel. */
export interface Level {
  readonly scale: 1 | 1.5
  readonly colours: number
  readonly quality: number
}

/** From the finest to what can just be read. */
export const levels: readonly Level[] = [
  { scale: 1.5, colours: 256, quality: 82 },
  { scale: 1.5, colours: 128, quality: 70 },
  { scale: 1, colours: 256, quality: 80 },
  { scale: 1, colours: 64, quality: 62 },
  { scale: 1, colours: 32, quality: 45 },
]

/** More effort saves a few percent of a PNG; what is so much larger than the JPEG stays larger. */
const hopeless = 1.3

export async function encodeCapture(pixels: Buffer, { colours, quality }: Level): Promise<Encoded> {
  const [quick, jpg] = await Promise.all([palette(pixels, colours, 0.5, 1), jpeg(pixels, quality)])
  if (quick.data.length > jpg.data.length * hopeless) return jpg
  const png = await palette(pixels, colours, 0.5)
  return png.data.length <= jpg.data.length ? png : jpg
}
