/**
 * Photos in WeChat: an offscreen 2-D canvas draws the photo upright and exports JPEG (compressImage
 * cannot: on iOS it takes JPEG only, and its camera makes PNG).
 */
import Taro from '@tarojs/taro'
import type { OpenPhoto, Paint, PrepareOutcome } from '../../ports/files'
import { createImaging, type Drawable } from '../imaging'
import { photoRules } from '../photo-rules'

interface DrawnImage {
  src: string
  width: number
  height: number
  onload: () => void
  onerror: () => void
}
interface Canvas2d {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D
  createImage(): DrawnImage
}

const newCanvas = (width: number, height: number) =>
  Taro.createOffscreenCanvas({ type: '2d', width, height }) as unknown as Canvas2d

function decode(src: string): Promise<Drawable | null> {
  return new Promise((resolve) => {
    const image = newCanvas(1, 1).createImage()
    image.onload = () =>
      resolve({
        image: image as unknown as CanvasImageSource,
        width: image.width,
        height: image.height,
        close: () => undefined,
      })
    image.onerror = () => resolve(null)
    image.src = src
  })
}

const imaging = createImaging<Canvas2d>({
  canvas: newCanvas,
  context: (canvas) => canvas.getContext('2d'),
  async jpeg(canvas, quality) {
    const { tempFilePath } = await Taro.canvasToTempFilePath({
      canvas: canvas as unknown as Taro.Canvas,
      fileType: 'jpg',
      quality,
    })
    const content = Taro.getFileSystemManager().readFileSync(tempFilePath) as ArrayBuffer
    return { path: tempFilePath, content: new Uint8Array(content) }
  },
})

export async function openInWeapp(path: string): Promise<OpenPhoto | null> {
  const picture = await decode(path)
  return picture === null ? null : imaging.read(picture)
}

export const renderInWeapp = (width: number, height: number, paint: Paint): Promise<PrepareOutcome> =>
  imaging.fromPaint(width, height, paint)

export async function prepareInWeapp(path: string): Promise<PrepareOutcome> {
  const stat = Taro.getFileSystemManager().statSync(path) as Taro.Stats
  if (stat.size > photoRules.maxChosen) return { ok: false, error: 'too-large' }
  const picture = await decode(path)
  if (picture === null) return { ok: false, error: 'not-a-photo' }
  if (Math.min(picture.width, picture.height) < photoRules.smallestShortEdge) return { ok: false, error: 'too-small' }
  return imaging.fromPicture(picture)
}
