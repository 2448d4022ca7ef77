/** One picture: page in Chromium -> looked over -> photographed -> palette PNG. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp, { type Sharp } from 'sharp'
import { asOf } from '#domain/content/sources'
import { chineseFontReady, serveChineseFont } from '../fonts'
import { captureOf, captureWidth } from './captures'
import { pictureHtml } from './html'
import { faultsOf } from './inspect'
import { fileOf, sha256, sourceHash, type Entry } from './manifest'
import type { Picture } from './types'

export const width = 750
/** px; higher ones do not fit a phone's screen with their text readable. */
export const maxHeight = 1120

/** A page to draw on, with the font; one for all pictures. */
export async function easel(browser: Browser): Promise<{ readonly page: Page; readonly fontCss: string }> {
  const page = await browser.newPage({ viewport: { width, height: 200 }, deviceScaleFactor: 1 })
  return { page, fontCss: await serveChineseFont(page) }
}

async function photograph(page: Page, picture: Picture, fontCss: string): Promise<Buffer> {
  await page.setContent(pictureHtml(picture, asOf, fontCss))
  await chineseFontReady(page)
  const faults = await faultsOf(page)
  if (faults.length > 0) throw new Error(`${picture.id} 画得不对：\n  ${faults.join('\n  ')}`)
  return page.locator('body').screenshot({ type: 'png' })
}

// a palette of 256 holds greys, one accent and their soft edges; dithering would only add noise
const asPalette = (image: Sharp) =>
  image
    .png({ palette: true, colours: 256, effort: 10, dither: 0, compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true })

async function drawing(page: Page, picture: Picture, fontCss: string): ReturnType<typeof asPalette> {
  const png = await asPalette(sharp(await photograph(page, picture, fontCss)))
  const { width: wide, height } = png.info
  if (wide === width && height <= maxHeight) return png
  throw new Error(`${picture.id} 是 ${wide}×${height}，应为宽 ${width}，高不超过 ${maxHeight}`)
}

/** Draws a picture into its file, or puts the operator's capture there. Throws the list of what inspect.ts found. */
export async function render(page: Page, picture: Picture, fontCss: string, chromium: string): Promise<Entry> {
  const capture = captureOf(picture)
  const png = capture
    ? await asPalette(sharp(capture).rotate().resize({ width: captureWidth, withoutEnlargement: true }))
    : await drawing(page, picture, fontCss)
  const file = fileOf(picture)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, png.data)
  const { width: wide, height, size: bytes } = png.info
  return {
    source: sourceHash(picture),
    file: sha256(png.data),
    width: wide,
    height,
    bytes,
    chromium: capture ? 'capture' : chromium,
  }
}
