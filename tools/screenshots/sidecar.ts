/**
 * The optional file beside a capture, `<step>.json`: when it was taken, what to frame on it, which part
 * to show, what to say of it to those who do not see it. Checked by hand, because it is written by hand.
 */
import { isDay } from './exif-date'

/** Fractions of the upright, uncropped capture: 0 is left or top, 1 right or bottom. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

export interface Highlight extends Area {
  /** The step's instruction that the frame belongs to, counted from 1. */
  readonly no: 1 | 2 | 3
  readonly say?: string
}

export interface Sidecar {
  /** ISO day; null: nobody knows. Absent: the capture's own EXIF says it. */
  readonly date?: string | null
  readonly highlights?: readonly Highlight[]
  readonly crop?: Area
  readonly alt?: string
}

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function onlyKnown(value: Json, known: readonly string[], at: string): void {
  const strange = Object.keys(value).find((key) => !known.includes(key))
  if (strange !== undefined) throw new Error(`${at}${strange}：没有这一项，能写的有 ${known.join('、')}`)
}

function areaOf(value: Json, at: string): Area {
  const fraction = (key: string): number => {
    const given = value[key]
    if (typeof given === 'number' && given >= 0 && given <= 1) return given
    throw new Error(`${at}${key}：要是 0 到 1 之间的数（占整张图的几分之几）`)
  }
  const area = { x: fraction('x'), y: fraction('y'), w: fraction('w'), h: fraction('h') }
  if (area.w === 0 || area.h === 0) throw new Error(`${at}${area.w === 0 ? 'w' : 'h'}：不能是 0`)
  // a thousandth: what is left over when fractions are rounded by hand
  if (area.x + area.w > 1.001) throw new Error(`${at}w：x 加 w 超出了图的右边`)
  if (area.y + area.h > 1.001) throw new Error(`${at}h：y 加 h 超出了图的下边`)
  return area
}

function wordsOf(value: unknown, at: string, most: number): string {
  const given = typeof value === 'string' ? value.trim() : ''
  if (given && !/[\n\r]/.test(given) && [...given].length <= most) return given
  throw new Error(`${at}：要是一行 1 到 ${most} 个字`)
}

function highlightOf(value: unknown, index: number, instructions: number): Highlight {
  const at = `highlights[${index}].`
  if (!isObject(value)) throw new Error(`highlights[${index}]：要是 {"no":1,"x":…,"y":…,"w":…,"h":…}`)
  onlyKnown(value, ['no', 'x', 'y', 'w', 'h', 'say'], at)
  const { no } = value
  if (!(no === 1 || no === 2 || no === 3) || no > instructions)
    throw new Error(`${at}no：要是这一步说明里的号，1 到 ${instructions}`)
  return { no, ...areaOf(value, at), ...(value.say === undefined ? {} : { say: wordsOf(value.say, `${at}say`, 9) }) }
}

function highlightsOf(value: unknown, crop: Area | undefined, instructions: number): readonly Highlight[] {
  if (!Array.isArray(value) || value.length > 9) throw new Error('highlights：要是一个列表，最多 9 个')
  const all = value.map((one: unknown, index) => highlightOf(one, index, instructions))
  const lost = all.findIndex((one) => crop && !inside(one, crop))
  if (lost >= 0) throw new Error(`highlights[${lost}]：不在 crop 留下的部分里`)
  return all
}

const inside = (inner: Area, outer: Area) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w + 0.001 &&
  inner.y + inner.h <= outer.y + outer.h + 0.001

function dateOf(value: unknown): string | null {
  if (value === null || (typeof value === 'string' && isDay(value))) return value
  throw new Error('date：要写成 "2026-11-21" 这样的日子，不知道就写 null')
}

/** `instructions`: how many the step has. Throws one sentence that begins with the field. */
export function readSidecar(text: string, instructions: number): Sidecar {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Error(`不是完整的 JSON（${error instanceof Error ? error.message : String(error)}）`)
  }
  if (!isObject(value)) throw new Error('要是一个 JSON 对象，比如 {"date":"2026-11-21"}')
  onlyKnown(value, ['date', 'highlights', 'crop', 'alt'], '')
  if (value.crop !== undefined && !isObject(value.crop)) throw new Error('crop：要是 {"x":…,"y":…,"w":…,"h":…}')
  const crop = value.crop && areaOf(value.crop, 'crop.')
  return {
    ...(value.date === undefined ? {} : { date: dateOf(value.date) }),
    ...(value.highlights === undefined ? {} : { highlights: highlightsOf(value.highlights, crop, instructions) }),
    ...(crop ? { crop } : {}),
    ...(value.alt === undefined ? {} : { alt: wordsOf(value.alt, 'alt', 300) }),
  }
}
