/** WeChat's side of drawing; the web's is studio.h5.ts. It lies here to stay out of the main package. */
import Taro from '@tarojs/taro'
import type { SaveOutcome, Studio } from '../../ports/studio'

interface DrawnImage {
  src: string
  onload: () => void
  onerror: () => void
}
interface Canvas2d {
  getContext(kind: '2d'): CanvasRenderingContext2D | null
  createImage(): DrawnImage
}

function load(canvas: Canvas2d, path: string): Promise<CanvasImageSource | null> {
  return new Promise((resolve) => {
    const image = canvas.createImage()
    image.onload = () => resolve(image as unknown as CanvasImageSource)
    image.onerror = () => resolve(null)
    image.src = path
  })
}

async function exported(canvas: Canvas2d): Promise<string | null> {
  try {
    const made = await Taro.canvasToTempFilePath({ canvas: canvas as unknown as Taro.Canvas, fileType: 'png' })
    return made.tempFilePath
  } catch {
    return null // no memory, or no room
  }
}

/** The phones' words for a refusal differ: auth deny, permission denied, privacy. */
function outcomeOf(error: unknown): SaveOutcome {
  const message = String((error as { readonly errMsg?: unknown } | null)?.errMsg)
  if (/cancel/i.test(message)) return 'dismissed'
  return /deny|denied|auth|permission|privacy/i.test(message) ? 'refused' : 'failed'
}

let kept = 0

export const studio: Studio = {
  keep(base64) {
    // One file for each: an image that is shown keeps its first look as long as its path is the same.
    const path = `${Taro.env.USER_DATA_PATH}/code-${(kept += 1) % 8}.png`
    try {
      Taro.getFileSystemManager().writeFileSync(path, base64, 'base64')
      return path
    } catch {
      return null
    }
  },
  async draw(width, height, picture, paint) {
    const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height }) as unknown as Canvas2d
    const context = canvas.getContext('2d')
    if (context === null) return null
    paint(context, picture === null ? null : await load(canvas, picture))
    return exported(canvas)
  },
  async save(path) {
    try {
      await Taro.saveImageToPhotosAlbum({ filePath: path })
      return 'saved'
    } catch (error) {
      return outcomeOf(error)
    }
  },
}
