/**
 * As much of TrueType as it takes to get a character's outline (OpenType 1.9: cmap formats 4 and 12,
 * loca, glyf, hmtx). Simple glyphs only: the watermark's characters have no composite ones.
 */
export interface Font {
  readonly unitsPerEm: number
  glyphOf(code: number): number
  outline(glyph: number): Buffer
  advance(glyph: number): number
}

export function readFont(tables: ReadonlyMap<string, Buffer>): Font {
  const table = (name: string): Buffer => {
    const found = tables.get(name)
    if (found === undefined) throw new Error(`the font has no ${name} table`)
    return found
  }
  const [head, loca, glyf, hmtx, cmap] = [table('head'), table('loca'), table('glyf'), table('hmtx'), table('cmap')]
  const long = head.readInt16BE(50) === 1
  const start = (glyph: number) => (long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2)
  const metrics = table('hhea').readUInt16BE(34)
  return {
    unitsPerEm: head.readUInt16BE(18),
    glyphOf: (code) => lookUp(cmap, code),
    outline: (glyph) => glyf.subarray(start(glyph), start(glyph + 1)),
    advance: (glyph) => hmtx.readUInt16BE(Math.min(glyph, metrics - 1) * 4),
  }
}

function lookUp(cmap: Buffer, code: number): number {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(4 + i * 8 + 4)
    const format = cmap.readUInt16BE(at)
    const glyph = format === 12 ? inGroups(cmap, at, code) : format === 4 ? inSegments(cmap, at, code) : 0
    if (glyph !== 0) return glyph
  }
  throw new Error(`the font has no U+${code.toString(16)}`)
}

function inGroups(cmap: Buffer, at: number, code: number): number {
  for (let i = 0; i < cmap.readUInt32BE(at + 12); i++) {
    const group = at + 16 + i * 12
    const first = cmap.readUInt32BE(group)
    if (code >= first && code <= cmap.readUInt32BE(group + 4)) return cmap.readUInt32BE(group + 8) + code - first
  }
  return 0
}

function inSegments(cmap: Buffer, at: number, code: number): number {
  const bytes = cmap.readUInt16BE(at + 6)
  for (let i = 0; i < bytes; i += 2) {
    const end = cmap.readUInt16BE(at + 14 + i)
    const start = cmap.readUInt16BE(at + 16 + bytes + i)
    if (code < start || code > end) continue
    const delta = cmap.readInt16BE(at + 16 + 2 * bytes + i)
    const rangeAt = at + 16 + 3 * bytes + i
    const range = cmap.readUInt16BE(rangeAt)
    if (range === 0) return (code + delta) & 0xffff
    const glyph = cmap.readUInt16BE(rangeAt + range + 2 * (code - start))
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff
  }
  return 0
}

interface Point {
  readonly x: number
  readonly y: number
  readonly on: boolean
}

/** SVG path data in font units, y upwards. */
export function glyphPath(font: Font, code: number): { readonly d: string; readonly advance: number } {
  const glyph = font.glyphOf(code)
  return { d: contoursOf(font.outline(glyph)).map(drawContour).join(''), advance: font.advance(glyph) }
}

function contoursOf(data: Buffer): Point[][] {
  const count = data.readInt16BE(0)
  if (count < 0) throw new Error('a composite glyph')
  const ends = Array.from({ length: count }, (_, i) => data.readUInt16BE(10 + i * 2))
  const total = (ends.at(-1) ?? -1) + 1
  let at = 10 + count * 2
  at += 2 + data.readUInt16BE(at)
  const flags: number[] = []
  while (flags.length < total) {
    const flag = data.readUInt8(at++)
    const repeats = (flag & 8) !== 0 ? data.readUInt8(at++) : 0
    for (let i = 0; i <= repeats; i++) flags.push(flag)
  }
  const axis = (short: number, same: number): number[] => {
    let value = 0
    return flags.map((flag) => {
      if ((flag & short) !== 0) value += (flag & same) !== 0 ? data.readUInt8(at++) : -data.readUInt8(at++)
      else if ((flag & same) === 0) {
        value += data.readInt16BE(at)
        at += 2
      }
      return value
    })
  }
  const xs = axis(2, 16)
  const ys = axis(4, 32)
  const points = flags.map((flag, i): Point => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, on: (flag & 1) !== 0 }))
  return ends.map((end, i) => points.slice((ends[i - 1] ?? -1) + 1, end + 1))
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true })

/** Two control points in a row have an implied point between them. */
function drawContour(points: readonly Point[]): string {
  const full = points.flatMap((point, i) => {
    const next = points[(i + 1) % points.length] ?? point
    return point.on || next.on ? [point] : [point, middle(point, next)]
  })
  const first = full.findIndex(({ on }) => on)
  const turned = [...full.slice(first), ...full.slice(0, first + 1)]
  const steps = turned.map(({ x, y, on }, i) => {
    if (i === 0) return `M${x} ${y}`
    if (!on) return `Q${x} ${y}`
    return turned[i - 1]?.on === true ? `L${x} ${y}` : ` ${x} ${y}`
  })
  return `${steps.join('')}Z`
}
