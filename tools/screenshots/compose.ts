/** A capture: upright, without metadata, cropped -> its page in Chromium -> PNG or JPEG at a level of fineness. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { CaptureFault } from './capture-fault'
import { captureHtml, imageWidth, pageWidth, whole } from './capture-page'
import { maxPixels, type Capture } from './captures'
import { encodeCapture, type Encoded, type Level } from './encode'
import { DrawnWrong, easel, photograph, type Easel } from './render'
import type { Area } from './sidecar'

export type Compose = (capture: Capture, level: Level) => Promise<Encoded>

interface Pixels {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

/** Colours become sRGB and every bit of metadata goes: sharp keeps none unless asked. */
async function upright(file: string): Promise<Pixels> {
  const { data, info } = await sharp(readFileSync(file), { limitInputPixels: maxPixels })
    .autoOrient()
    .flatten({ background: '#fff' })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

function pixelsOf(area: Area, { width, height }: Pixels) {
  const left = Math.min(width - 1, Math.round(area.x * width))
  const top = Math.min(height - 1, Math.round(area.y * height))
  return {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round(area.w * width))),
    height: Math.max(1, Math.min(height - top, Math.round(area.h * height))),
  }
}

/** px of the device: never enlarged, and of the page's parity, so that the centred image falls on whole pixels. */
function targetWidth(width: number, scale: number): number {
  const target = Math.min(width, Math.round(imageWidth * scale))
  return (Math.round(pageWidth * scale) - target) % 2 === 0 ? target : target - 1
}

/** What is wrong on the page of a capture is its highlights: all else there is ours. */
function onPage(error: unknown, { file, highlightsAt = { file, line: 0 } }: Capture): unknown {
  return error instanceof DrawnWrong
    ? new CaptureFault({ ...highlightsAt, reason: `画得不对：${error.message}` })
    : error
}

/** Makes captures with `browser`; easels are kept for the next ones. Throws CaptureFault. */
export function createCompose(browser: Browser, root: string): Compose {
  const easels = new Map<number, Promise<Easel>>()
  const easelOf = (scale: number) => {
    const known = easels.get(scale) ?? easel(browser, scale)
    easels.set(scale, known)
    return known
  }
  return async (capture, level) => {
    const all = await upright(path.resolve(root, capture.file))
    const part = pixelsOf(capture.sidecar.crop ?? whole, all)
    const scale = part.width <= imageWidth ? 1 : level.scale
    const { data, info } = await sharp(all.data)
      .extract(part)
      .resize({ width: targetWidth(part.width, scale) })
      .png({ compressionLevel: 1 })
      .toBuffer({ resolveWithObject: true })
    const on = await easelOf(scale)
    const address = `data:image/png;base64,${data.toString('base64')}`
    const image = { address, width: info.width / scale, height: info.height / scale }
    const pixels = await photograph(on, captureHtml(capture, image, on.fontCss)).catch((error: unknown) => {
      throw onPage(error, capture)
    })
    return encodeCapture(pixels, level)
  }
}
