/**
 * Draws the characters of the watermark into one picture, so that a server needs no Chinese font:
 * `node tools/run.mjs tools/watermark-glyphs.ts` writes src/server/adapters/watermark-glyphs.ts.
 * The font is Noto Sans SC (SIL Open Font License 1.1) from @fontsource/noto-sans-sc.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { glyphPath, readFont, type Font } from './true-type'

const characters = '仅供小程序注册认证使用-0123456789'
/** px of one em. */
const em = 64
const folder = path.dirname(require.resolve('@fontsource/noto-sans-sc/package.json'))

/** The subset's file whose unicode-range holds the character. */
function fileFor(css: string, code: number): string {
  for (const face of css.split('@font-face').slice(1)) {
    const ranges = /unicode-range:\s*([^;]+)/.exec(face)?.[1] ?? ''
    const holds = ranges.split(',').some((range) => {
      const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-')
      return code >= parseInt(from, 16) && code <= parseInt(to, 16)
    })
    const file = /url\(\.\/(files\/[^)]+\.woff)\)/.exec(face)?.[1]
    if (holds && file !== undefined) return path.join(folder, file)
  }
  throw new Error(`no subset holds U+${code.toString(16)}`)
}

/** WOFF 1.0: a directory of tables, each deflated when that makes it smaller (W3C WOFF, §3 and §5). */
function tablesOf(woff: Buffer): Map<string, Buffer> {
  const tables = new Map<string, Buffer>()
  for (let i = 0; i < woff.readUInt16BE(12); i++) {
    const at = 44 + i * 20
    const [offset, packed, size] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)]
    const bytes = woff.subarray(offset, offset + packed)
    tables.set(woff.toString('latin1', at, at + 4), packed < size ? inflateSync(bytes) : bytes)
  }
  return tables
}

const css = readFileSync(path.join(folder, '500.css'), 'utf8')
const fonts = new Map<string, Font>()
function fontFor(character: string): Font {
  const file = fileFor(css, character.codePointAt(0) ?? 0)
  const font = fonts.get(file) ?? readFont(tablesOf(readFileSync(file)))
  fonts.set(file, font)
  return font
}

const advances: number[] = []
let x = 0
const paths = [...characters].map((character) => {
  const font = fontFor(character)
  const scale = em / font.unitsPerEm
  const glyph = glyphPath(font, character.codePointAt(0) ?? 0)
  const drawn = `<path transform="translate(${x} ${em * 0.86}) scale(${scale} ${-scale})" d="${glyph.d}"/>`
  advances.push(Math.round(glyph.advance * scale))
  x += Math.round(glyph.advance * scale)
  return drawn
})
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${x}" height="${em}" fill="#fff">${paths.join('')}</svg>`
const png = await sharp(Buffer.from(svg))
  .extractChannel('alpha')
  .png({ compressionLevel: 9, palette: false })
  .toBuffer()

const target = path.resolve('src/server/adapters/watermark-glyphs.ts')
writeFileSync(
  target,
  `/** Written by tools/watermark-glyphs.ts from Noto Sans SC (SIL Open Font License 1.1). Do not edit. */
export const glyphs = {
  characters: '${characters}',
  /** px */
  height: ${em},
  /** px, a character each. */
  advances: [${advances.join(', ')}],
  /** The characters side by side, grey: what is white is ink. */
  png: '${png.toString('base64')}',
} as const
`,
)
console.log(`${target}: ${characters.length} characters, ${png.length} bytes`)
