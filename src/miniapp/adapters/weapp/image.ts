/**
 * The photo that official forms accept, made in WeChat: an offscreen 2-D canvas draws the photo upright
 * and exports JPEG (compressImage cannot: on iOS it takes JPEG only, and its camera makes PNG).
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import Taro from '@tarojs/taro'
import type { PrepareOutcome } from '../../ports/files'
import { fitted, photoRules } from '../photo-rules'

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

const bytesOf = (path: string) => new Uint8Array(Taro.getFileSystemManager().readFileSync(path) as ArrayBuffer)

function load(canvas: Canvas2d, src: string): Promise<DrawnImage | null> {
  return new Promise((resolve) => {
    const image = canvas.createImage()
    image.onload = () => resolve(image)
    image.onerror = () => resolve(null)
    image.src = src
  })
}

function draw(canvas: Canvas2d, image: DrawnImage): void {
  Object.assign(canvas, fitted(image))
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(image as unknown as CanvasImageSource, 0, 0, canvas.width, canvas.height)
}

async function smallest(canvas: Canvas2d): Promise<{ path: string; bytes: Uint8Array } | null> {
  let best: { path: string; bytes: Uint8Array } | null = null
  for (const quality of photoRules.qualities) {
    const saved = await Taro.canvasToTempFilePath({
      canvas: canvas as unknown as Taro.Canvas,
      fileType: 'jpg',
      quality,
    })
    best = { path: saved.tempFilePath, bytes: bytesOf(saved.tempFilePath) }
    if (best.bytes.length <= photoRules.target) break
  }
  return best
}

export async function prepareInWeapp(path: string): Promise<PrepareOutcome> {
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width: 1, height: 1 }) as unknown as Canvas2d
  const fs = Taro.getFileSystemManager()
  const stat = fs.statSync(path) as Taro.Stats
  if (stat.size > photoRules.maxChosen) return { ok: false, error: 'too-large' }
  const image = await load(canvas, path)
  if (image === null) return { ok: false, error: 'not-a-photo' }
  if (Math.min(image.width, image.height) < photoRules.smallestShortEdge) return { ok: false, error: 'too-small' }
  draw(canvas, image)
  const made = await smallest(canvas)
  if (made === null || made.bytes.length > photoRules.hardLimit) return { ok: false, error: 'failed' }
  return {
    ok: true,
    path: made.path,
    width: canvas.width,
    height: canvas.height,
    bytes: made.bytes.length,
    sha256: bytesToHex(sha256(made.bytes)),
  }
}
