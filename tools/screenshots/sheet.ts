/** The contact sheets in docs/screenshots: all pictures of a guide on one page, and a table of what each shows. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { content } from '#domain/content/content'
import { launch } from '../chromium'
import { chineseFont, chineseFontReady, serveChineseFont } from '../fonts'
import { encodeDrawing } from './encode'
import { fileOf, manifestFile, readManifest, sha256 } from './manifest'
import { manifestText, type Manifest, type Sheet } from './manifest-shape'
import { text } from './marks'
import { sheetReadme } from './sheet-readme'
import { slotsOf, type Slot } from './slots'

export const sheetFolder = 'docs/screenshots'
/** px; four in a row, with letters that can still be read. */
const thumb = 340
const columns = 4
const gap = 28
const sheetWidth = columns * thumb + (columns + 1) * gap

const style = `
* { box-sizing: border-box; margin: 0; } body { width: ${sheetWidth}px; padding: ${gap}px; background: #fff; color: #343E40; font: 400 20px/1.5 '${chineseFont}', sans-serif; }
h1 { font-size: 32px; font-weight: 500; margin-bottom: 20px; } .all { display: grid; grid-template-columns: repeat(${columns}, ${thumb}px); grid-auto-flow: dense; gap: ${gap}px; align-items: start; }
figure { display: block; } img { display: block; width: 100%; border-radius: 8px; } .wide { grid-column: span 2; } figcaption { padding-top: 8px; text-align: center; font-weight: 500; }
`

export const sheetFile = (guide: string) => `${sheetFolder}/${guide}.png`
const ofGuide = (slots: readonly Slot[], guide: string) => slots.filter(({ id }) => id.startsWith(`${guide}/`))

/** Hash of what a guide's sheet shows: the files of its pictures, in order, and how they are laid out. */
export function sheetSource(slots: readonly Slot[], guide: string, { pictures }: Manifest): string {
  return sha256(JSON.stringify([style, ofGuide(slots, guide).map(({ id }) => [id, pictures[id]?.file])]))
}

/** Why a guide's sheet has to be drawn, or null. */
export function sheetStaleness(
  slots: readonly Slot[],
  guide: string,
  manifest: Manifest,
  root: string,
): 'new' | 'changed' | 'file' | null {
  const sheet = manifest.sheets?.[guide]
  if (!sheet) return 'new'
  if (sheet.source !== sheetSource(slots, guide, manifest)) return 'changed'
  const file = path.join(root, sheetFile(guide))
  return existsSync(file) && sha256(readFileSync(file)) === sheet.file ? null : 'file'
}

/** A whole page takes two columns: its letters are smaller. */
async function figure({ id, picture, capture }: Slot, manifest: Manifest, root: string): Promise<string> {
  const file = path.join(root, fileOf(id, manifest.pictures[id]))
  const wide = picture?.wide && !capture
  const width = wide ? 2 * thumb + gap : thumb
  const small = await sharp(file).resize({ width }).png({ compressionLevel: 1 }).toBuffer()
  const name = `${path.posix.basename(id)}${capture ? '（实拍）' : ''}`
  return `<figure${wide ? ' class="wide"' : ''}><img src="data:image/png;base64,${small.toString('base64')}" alt=""><figcaption>${text(name)}</figcaption></figure>`
}

async function sheetOf(page: Page, fontCss: string, title: string, figures: readonly string[]): Promise<Buffer> {
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="${fontCss}"><style>${style}</style><h1>${text(title)}</h1><div class="all">${figures.join('')}</div>`,
  )
  await chineseFontReady(page)
  return (await encodeDrawing(await page.locator('body').screenshot({ type: 'png' }))).data
}

/** Draws the sheets that are older than their pictures. Throws when a picture is missing: draw those first. */
export async function drawSheets(root: string): Promise<void> {
  const slots = await slotsOf(root)
  const manifest = readManifest(root)
  const missing = slots.filter(({ id }) => !manifest.pictures[id])
  if (missing.length > 0) throw new Error(`还没有图：${missing.map(({ id }) => id).join('，')}`)
  const stale = content.guides.filter(({ id }) => sheetStaleness(slots, id, manifest, root))
  const sheets: Record<string, Sheet> = { ...manifest.sheets }
  mkdirSync(path.join(root, sheetFolder), { recursive: true })
  const browser = stale.length > 0 ? await launch() : null
  try {
    const page = await browser?.newPage({ viewport: { width: sheetWidth, height: 400 }, deviceScaleFactor: 1 })
    const fontCss = page ? await serveChineseFont(page) : ''
    for (const [index, guide] of stale.entries()) {
      if (!page) break
      const own = ofGuide(slots, guide.id)
      const figures = await Promise.all(own.map((slot) => figure(slot, manifest, root)))
      const png = await sheetOf(page, fontCss, `${guide.title}（${own.length} 张）`, figures)
      writeFileSync(path.join(root, sheetFile(guide.id)), png)
      sheets[guide.id] = { source: sheetSource(slots, guide.id, manifest), file: sha256(png) }
      console.log(`[${index + 1}/${stale.length}] ${sheetFile(guide.id)}  ${(png.length / 1024).toFixed(0)} KB`)
    }
  } finally {
    await browser?.close()
  }
  writeFileSync(path.join(root, manifestFile), manifestText({ ...manifest, sheets }))
  writeFileSync(path.join(root, sheetFolder, 'README.md'), sheetReadme(slots, manifest.pictures))
  if (stale.length === 0) console.log('总览图都是新的')
}
