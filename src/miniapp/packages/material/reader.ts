/**
 * WeChat's text recognition on the phone (VisionKit, base library 2.27.0): the photo stays on it. The web's
 * reader is reader.h5.ts; Taro picks the file at build time. A QR decoder would cost 130 KB and seconds of a
 * slow phone, and read nothing that the function's does not (bench/README.md).
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/visionkit/ocr.html
 *
 * It belongs to 摄像头 in the privacy statement and may ask for the camera, though it is given a picture. On
 * some Android phones WeChat itself crashed in it
 * (https://developers.weixin.qq.com/community/personal/oCJUsw9uRDVfNSZiaVmK1OfNOlvM/question), and on some
 * nothing ever came back: so it counts its beginnings, gives up after two without an end, and has a time limit.
 */
import Taro from '@tarojs/taro'
import type { PhotoReader, Printed } from '../../ports/reader'

/** px of the longer side: 8-point print is still some 12 px high. */
const longest = 1600
const patienceMs = 15_000
const begunKey = 'reader.begun'
const mostUnended = 2

interface Frame {
  readonly frameBuffer: ArrayBuffer
  readonly width: number
  readonly height: number
}
interface Anchor {
  readonly text?: unknown
}
/** Of Taro.VKSession, what is used; its types lack the status of `start`. */
interface Session {
  on(event: 'updateAnchors', listener: (anchors: readonly Anchor[]) => void): void
  on(event: 'removeAnchors', listener: () => void): void
  start(done: (status: number | null) => void): void
  /** Absent before base library 2.27.0. */
  runOCR?(frame: Frame): void
  destroy(): void
}

const unended = (): number => Number(Taro.getStorageSync(begunKey) || 0)

export function createPhotoReader(): PhotoReader {
  const able = Taro.canIUse('createVKSession') && unended() < mostUnended
  return { when: able ? 'tap' : 'never', read: (path) => read(path).catch(() => null) }
}

async function read(path: string): Promise<Printed | null> {
  const frame = await frameOf(path)
  Taro.setStorageSync(begunKey, unended() + 1)
  try {
    const lines = await recognised(frame)
    return lines === null ? null : { codes: [], lines }
  } finally {
    Taro.removeStorageSync(begunKey)
  }
}

async function frameOf(path: string): Promise<Frame> {
  const { width: w, height: h } = await Taro.getImageInfo({ src: path })
  const scale = Math.min(1, longest / Math.max(w, h))
  const [width, height] = [Math.round(w * scale), Math.round(h * scale)]
  const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height })
  const image = (canvas as unknown as { createImage(): HTMLImageElement }).createImage()
  await new Promise((resolve, reject) => {
    image.onload = resolve
    image.onerror = reject
    image.src = path
  })
  const context = canvas.getContext('2d') as unknown as CanvasRenderingContext2D
  context.drawImage(image, 0, 0, width, height)
  return { frameBuffer: context.getImageData(0, 0, width, height).data.buffer as ArrayBuffer, width, height }
}

/** null: WeChat would not, or did not answer in time. */
async function recognised(frame: Frame): Promise<readonly string[] | null> {
  const session = Taro.createVKSession({ track: { OCR: { mode: 2 } }, version: 'v1' } as never) as unknown as Session
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise<readonly string[] | null>((resolve) => {
      timer = setTimeout(() => resolve(null), patienceMs)
      session.on('updateAnchors', (anchors) =>
        resolve(anchors.flatMap(({ text }) => (typeof text === 'string' ? [text] : []))),
      )
      session.on('removeAnchors', () => resolve([]))
      session.start((status) => (status || !session.runOCR ? resolve(null) : session.runOCR(frame)))
    })
  } finally {
    clearTimeout(timer)
    session.destroy()
  }
}
