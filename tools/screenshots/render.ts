/** One picture: page in Chromium -> looked over -> photographed -> palette PNG. */
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { asOf } from '#domain/content/sources'
import { chineseFontReady, serveChineseFont } from '../fonts'
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

/** Draws a picture into its file. Throws with the list when inspect.ts finds faults. */
export async function render(page: Page, picture: Picture, fontCss: string, chromium: string): Promise<Entry> {
  const shot = await photograph(page, picture, fontCss)
  // 128 colours are enough for greys, one accent and their edges; dithering would only add noise
  const png = await sharp(shot)
    .png({ palette: true, colours: 128, effort: 10, dither: 0, compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true })
  const { width: wide, height, size } = png.info
  if (wide !== width || height > maxHeight)
    throw new Error(`${picture.id} 是 ${wide}×${height}，应为宽 ${width}，高不超过 ${maxHeight}`)
  const file = fileOf(picture)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, png.data)
  return { source: sourceHash(picture), file: sha256(png.data), width: wide, height, bytes: size, chromium }
}
