/** One drawing: page in Chromium -> looked over -> photographed -> palette PNG. */
import type { Browser, Page } from 'playwright-core'
import { asOf } from '#domain/content/sources'
import { chineseFontReady, serveChineseFont } from '../fonts'
import { encodeDrawing, type Encoded } from './encode'
import { pictureHtml } from './html'
import { faultsOf } from './inspect'
import type { Picture } from './types'
import { wideWidth } from './whole'

/** px; a crop that is higher does not fit a phone's screen with its text readable. A whole page is zoomed into. */
const sizes = { crop: { width: 750, maxHeight: 1120 }, whole: { width: wideWidth, maxHeight: 2000 } } as const

const sizeOf = ({ wide }: Picture) => sizes[wide ? 'whole' : 'crop']

export interface Easel {
  readonly page: Page
  readonly fontCss: string
}

/** A page to draw on, with the font; one for all pictures of a scale (device pixels a page pixel). */
export async function easel(browser: Browser, scale = 1): Promise<Easel> {
  const page = await browser.newPage({ viewport: { width: sizes.crop.width, height: 200 }, deviceScaleFactor: scale })
  return { page, fontCss: await serveChineseFont(page) }
}

/** What inspect.ts found on a page. */
export class DrawnWrong extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('；'))
    this.name = 'DrawnWrong'
  }
}

/** Shows a page, has it looked over, photographs it. Throws DrawnWrong. */
export async function photograph({ page }: Easel, html: string): Promise<Buffer> {
  await page.setContent(html)
  await chineseFontReady(page)
  const faults = await faultsOf(page)
  if (faults.length > 0) throw new DrawnWrong(faults)
  return page.locator('body').screenshot({ type: 'png' })
}

async function drawn(on: Easel, picture: Picture): Promise<Encoded> {
  try {
    return await encodeDrawing(await photograph(on, pictureHtml(picture, asOf, on.fontCss)))
  } catch (error) {
    if (!(error instanceof DrawnWrong)) throw error
    throw new Error(`${picture.id} 画得不对：\n  ${error.faults.join('\n  ')}`)
  }
}

/** Draws a picture. Throws when it is drawn wrong or does not fit a phone. */
export async function render(on: Easel, picture: Picture): Promise<Encoded> {
  const { width, maxHeight } = sizeOf(picture)
  await on.page.setViewportSize({ width, height: 200 })
  const png = await drawn(on, picture)
  if (png.width === width && png.height <= maxHeight) return png
  throw new Error(`${picture.id} 是 ${png.width}×${png.height}，应为宽 ${width}，高不超过 ${maxHeight}`)
}
