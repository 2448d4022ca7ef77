/** Chinese words as outlines (Noto Sans SC, any of its nine weights), so that no machine's own fonts matter. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { glyphPath, readFont, type Font } from '../../../tools/true-type'

export interface Style {
  /** 100 … 900, as the package cuts them. */
  readonly weight: number
  /** Width over height of a character: 1 as drawn, less is condensed. */
  readonly stretch: number
}

interface Subset {
  readonly file: string
  readonly ranges: readonly (readonly [number, number])[]
}

const folder = path.dirname(require.resolve('@fontsource/noto-sans-sc/package.json'))
const subsets = new Map<number, readonly Subset[]>()
const fonts = new Map<string, Font>()

function subsetsOf(weight: number): readonly Subset[] {
  const known = subsets.get(weight)
  if (known !== undefined) return known
  const found = readFileSync(path.join(folder, `${weight}.css`), 'utf8')
    .split('@font-face')
    .slice(1)
    .map((face): Subset => {
      const ranges = (/unicode-range:\s*([^;]+)/.exec(face)?.[1] ?? '').split(',').map((range) => {
        const [from = '', to = from] = range.trim().replace(/^U\+/i, '').split('-')
        return [parseInt(from, 16), parseInt(to, 16)] as const
      })
      return { file: /url\(\.\/(files\/[^)]+\.woff)\)/.exec(face)?.[1] ?? '', ranges }
    })
  subsets.set(weight, found)
  return found
}

/** WOFF 1.0: a directory of tables, each deflated when that makes it smaller (W3C WOFF, §3 and §5). */
function open(file: string): Font {
  const woff = readFileSync(path.join(folder, file))
  const tables = new Map<string, Buffer>()
  for (let i = 0; i < woff.readUInt16BE(12); i++) {
    const at = 44 + i * 20
    const [offset, packed, size] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)]
    const bytes = woff.subarray(offset, offset + packed)
    tables.set(woff.toString('latin1', at, at + 4), packed < size ? inflateSync(bytes) : bytes)
  }
  return readFont(tables)
}

function fontFor(code: number, weight: number): Font {
  const file = subsetsOf(weight).find(({ ranges }) => ranges.some(([from, to]) => code >= from && code <= to))?.file
  if (file === undefined || file === '') throw new Error(`no subset holds U+${code.toString(16)}`)
  const font = fonts.get(file) ?? open(file)
  fonts.set(file, font)
  return font
}

/** SVG of one line of words; `x`, `y` of its baseline's beginning, `size` of an em, in the drawing's units. */
export function words(text: string, x: number, y: number, size: number, colour: string, style: Style): string {
  let at = x
  const drawn = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0
    if (character === ' ') {
      at += size * 0.5 * style.stretch
      return ''
    }
    const font = fontFor(code, style.weight)
    const scale = size / font.unitsPerEm
    const { d, advance } = glyphPath(font, code)
    const placed = `<path transform="translate(${at.toFixed(2)} ${y}) scale(${scale * style.stretch} ${-scale})" d="${d}"/>`
    at += advance * scale * style.stretch
    return placed
  })
  return `<g fill="${colour}">${drawn.join('')}</g>`
}
