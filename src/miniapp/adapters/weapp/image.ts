/**
 * Photos in WeChat: an offscreen 2-D canvas draws the photo upright and exports JPEG (compressImage
 * cannot: on iOS it takes JPEG only, and its camera makes PNG).
 */
import Taro from '@tarojs/taro'
import type { OpenPhoto, Paint, PrepareOutcome } from '../../ports/files'
import { createImaging } from '../imaging'
import { kindOf } from '../photo-kind'
import { photoRules } from '../photo-rules'
import { decode, headOf, newCanvas, type Canvas2d } from './picture'

const imaging = createImaging<Canvas2d>({
  canvas: newCanvas,
  context: (canvas) => canvas.getContext('2d'),
  families: () => 'sans-serif',
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

export const lettersInWeapp = imaging.letters

export const renderInWeapp = (width: number, height: number, paint: Paint): Promise<PrepareOutcome> =>
  imaging.fromPaint(width, height, paint)

export async function prepareInWeapp(path: string): Promise<PrepareOutcome> {
  const stat = Taro.getFileSystemManager().statSync(path) as Taro.Stats
  if (stat.size > photoRules.maxChosen) return { ok: false, error: 'too-large' }
  const picture = await decode(path)
  if (picture === null) return { ok: false, error: kindOf(headOf(path)) === 'heic' ? 'heic' : 'not-a-photo' }
  if (Math.min(picture.width, picture.height) < photoRules.smallestShortEdge) return { ok: false, error: 'too-small' }
  return imaging.fromPicture(picture)
}
