/**
 * Decoding a photo in WeChat: small enough for a cheap phone's memory, and upright. Whether a canvas image
 * follows the camera's note of how the phone was held differs by system and WeChat's version, so it is tried
 * out once on a picture of two pixels that should stand.
 */
import Taro from '@tarojs/taro'
import { turnsOf } from '#domain/photo/orientation'
import type { Drawable } from '../imaging'

interface DrawnImage {
  src: string
  width: number
  height: number
  onload: () => void
  onerror: () => void
}
export interface Canvas2d {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D
  createImage(): DrawnImage
}

/** Bytes: as much as a photo's first segments take. */
const headBytes = 65_536
/** px: more is not decoded at once; px of what WeChat makes of it instead. */
const most = 26_000_000
const enough = 12_000_000
/** Two pixels side by side and the note to stand them upright: where that is followed, it is higher than wide. */
const probe =
  'data:image/jpeg;base64,/9j/4QAiRXhpZgAASUkqAAgAAAABABIBAwABAAAABgAAAAAAAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/wAALCAABAAIBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AQH//2Q=='

export const newCanvas = (width: number, height: number) =>
  Taro.createOffscreenCanvas({ type: '2d', width, height }) as unknown as Canvas2d

export function headOf(path: string): Uint8Array {
  const fs = Taro.getFileSystemManager()
  const { size } = fs.statSync(path) as Taro.Stats
  return new Uint8Array(fs.readFileSync(path, undefined, 0, Math.min(size, headBytes)) as ArrayBuffer)
}

function load(src: string): Promise<DrawnImage | null> {
  return new Promise((resolve) => {
    const image = newCanvas(1, 1).createImage()
    image.onload = () => resolve(image)
    image.onerror = () => resolve(null)
    image.src = src
  })
}

let asked: Promise<boolean> | undefined
const followsNote = () => (asked ??= load(probe).then((image) => image === null || image.height > image.width))

const drawable = (image: object, width: number, height: number): Drawable => ({
  image: image as CanvasImageSource,
  width,
  height,
  close: () => undefined,
})

function turned({ image, width: w, height: h }: Drawable, turns: number): Drawable {
  const canvas = turns === 2 ? newCanvas(w, h) : newCanvas(h, w)
  const context = canvas.getContext('2d')
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((turns * Math.PI) / 2)
  context.drawImage(image, -w / 2, -h / 2, w, h)
  return drawable(canvas, canvas.width, canvas.height)
}

/** The photo, or what WeChat itself makes smaller of a huge one. On iOS it shrinks JPEG only. */
async function within(path: string): Promise<string> {
  try {
    const { width, height } = await Taro.getImageInfo({ src: path })
    if (width * height <= most) return path
    const k = Math.sqrt(enough / (width * height))
    const size = { compressedWidth: Math.round(width * k), compressedHeight: Math.round(height * k) }
    return (await Taro.compressImage({ src: path, quality: 92, ...size })).tempFilePath
  } catch {
    return path // as it is, then
  }
}

/** Null: this phone cannot decode it. `path`: a file or an address. */
export async function decode(path: string): Promise<Drawable | null> {
  const local = !path.startsWith('https:')
  const file = local ? await within(path) : path
  const image = await load(file)
  if (image === null) return null
  const upright = drawable(image, image.width, image.height)
  const turns = local ? turnsOf(headOf(file)) : 0
  return turns === 0 || (await followsNote()) ? upright : turned(upright, turns)
}
