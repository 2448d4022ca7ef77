/** The text over a copy of a photo: tiled and slanted, so that no part of the copy can be used without it. */
import sharp from 'sharp'
import { glyphs } from './watermark-glyphs'

const slant = -24
/** Grey at this strength shows on paper and on dark parts, and leaves the print below readable. */
const ink = { r: 105, g: 105, b: 105, strength: 0.45 }
const space = 24

interface Sheet {
  readonly width: number
  readonly data: Buffer
}

let loading: Promise<Sheet> | null = null
/** The characters' picture, decoded once. */
const sheetOf = (): Promise<Sheet> =>
  (loading ??= sharp(Buffer.from(glyphs.png, 'base64'))
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true })
    .then(({ data, info }) => ({ data, width: info.width })))

/** Throws for characters that glyphs has not. */
export async function watermarked(jpeg: Uint8Array, text: string, quality: number): Promise<Buffer> {
  const { width, height } = await sharp(jpeg).metadata()
  const line = drawLine(await sheetOf(), text)
  const size = Math.max(12, Math.round(Math.max(width, height) / 36))
  const tile = await sharp(line.data, { raw: { width: line.width, height: glyphs.height, channels: 4 } })
    .resize({ height: size })
    .extend({ left: size, right: size, top: size, bottom: size, background: '#0000' })
    .png()
    .toBuffer()
  const turned = await sharp(tile).rotate(slant, { background: '#0000' }).png().toBuffer()
  const { data: input, info } = await sharp(turned)
    .resize({ width, height, fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true })
  // A second layer fills the gaps of the first.
  const between = { input, tile: true, left: Math.round(info.width / 2), top: 0 }
  return sharp(jpeg)
    .composite([{ input, tile: true, left: 0, top: 0 }, between])
    .jpeg({ quality })
    .toBuffer()
}

/** RGBA pixels of one line, `glyphs.height` high. */
function drawLine(sheet: Sheet, text: string): Sheet {
  const places = [...text].map(placeOf)
  const width = places.reduce((sum, { advance }) => sum + advance, 0)
  const data = Buffer.alloc(width * glyphs.height * 4)
  let left = 0
  for (const { from, advance } of places) {
    if (from !== null) copyGlyph(sheet, from, advance, data, width, left)
    left += advance
  }
  return { width, data }
}

function placeOf(character: string): { readonly from: number | null; readonly advance: number } {
  if (character === ' ') return { from: null, advance: space }
  const index = glyphs.characters.indexOf(character)
  const advance = glyphs.advances[index]
  if (advance === undefined) throw new Error(`the watermark cannot draw ${character}`)
  return { from: glyphs.advances.slice(0, index).reduce((sum, each) => sum + each, 0), advance }
}

function copyGlyph(sheet: Sheet, from: number, advance: number, line: Buffer, width: number, left: number): void {
  for (let y = 0; y < glyphs.height; y++) {
    for (let x = 0; x < advance; x++) {
      const at = (y * width + left + x) * 4
      line[at] = ink.r
      line[at + 1] = ink.g
      line[at + 2] = ink.b
      line[at + 3] = Math.round((sheet.data[y * sheet.width + from + x] ?? 0) * ink.strength)
    }
  }
}
