/**
 * The optional file beside a capture, `<step>.json`: when it was taken, what to frame on it, which part
 * to show, what to say of it to those who do not see it. Checked by hand, because it is written by hand.
 */
import type { Path } from '../operator/faults'
import { readJson } from '../operator/located-json'
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

/** `highlights[0].w` */
const fieldName = (at: Path): string =>
  at.reduce<string>((name, key) => (typeof key === 'number' ? `${name}[${key}]` : name ? `${name}.${key}` : key), '')

/** A field that is not as it should be; the message begins with its name. */
class WrongField extends Error {
  constructor(
    readonly at: Path,
    reason: string,
  ) {
    super(at.length > 0 ? `${fieldName(at)}：${reason}` : reason)
  }
}

/** What is wrong with a sidecar; `line` from 1. */
export class SidecarFault extends Error {
  constructor(
    readonly line: number,
    reason: string,
  ) {
    super(reason)
  }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

function onlyKnown(value: Json, known: readonly string[], at: Path): void {
  const strange = Object.keys(value).find((key) => !known.includes(key))
  if (strange !== undefined) throw new WrongField([...at, strange], `没有这一项，能写的有 ${known.join('、')}`)
}

function areaOf(value: Json, at: Path): Area {
  const fraction = (key: string): number => {
    const given = value[key]
    if (typeof given === 'number' && given >= 0 && given <= 1) return given
    throw new WrongField([...at, key], '要是 0 到 1 之间的数（占整张图的几分之几）')
  }
  const area = { x: fraction('x'), y: fraction('y'), w: fraction('w'), h: fraction('h') }
  if (area.w === 0 || area.h === 0) throw new WrongField([...at, area.w === 0 ? 'w' : 'h'], '不能是 0')
  // a thousandth: what is left over when fractions are rounded by hand
  if (area.x + area.w > 1.001) throw new WrongField([...at, 'w'], 'x 加 w 超出了图的右边')
  if (area.y + area.h > 1.001) throw new WrongField([...at, 'h'], 'y 加 h 超出了图的下边')
  return area
}

function wordsOf(value: unknown, at: Path, most: number): string {
  const given = typeof value === 'string' ? value.trim() : ''
  if (given && !/[\n\r]/.test(given) && [...given].length <= most) return given
  throw new WrongField(at, `要是一行 1 到 ${most} 个字`)
}

function highlightOf(value: unknown, index: number, instructions: number): Highlight {
  const at = ['highlights', index]
  if (!isObject(value)) throw new WrongField(at, '要是 {"no":1,"x":…,"y":…,"w":…,"h":…}')
  onlyKnown(value, ['no', 'x', 'y', 'w', 'h', 'say'], at)
  const { no } = value
  if (!(no === 1 || no === 2 || no === 3) || no > instructions)
    throw new WrongField([...at, 'no'], `要是这一步说明里的号，1 到 ${instructions}`)
  const say = value.say === undefined ? {} : { say: wordsOf(value.say, [...at, 'say'], 9) }
  return { no, ...areaOf(value, at), ...say }
}

function highlightsOf(value: unknown, crop: Area | undefined, instructions: number): readonly Highlight[] {
  if (!Array.isArray(value) || value.length > 9) throw new WrongField(['highlights'], '要是一个列表，最多 9 个')
  const all = value.map((one: unknown, index) => highlightOf(one, index, instructions))
  const lost = all.findIndex((one) => crop && !inside(one, crop))
  if (lost >= 0) throw new WrongField(['highlights', lost], '不在 crop 留下的部分里')
  return all
}

const inside = (inner: Area, outer: Area) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w + 0.001 &&
  inner.y + inner.h <= outer.y + outer.h + 0.001

function dateOf(value: unknown): string | null {
  if (value === null || (typeof value === 'string' && isDay(value))) return value
  throw new WrongField(['date'], '要写成 "2026-11-21" 这样的日子，不知道就写 null')
}

/** Throws WrongField. */
function checked(value: unknown, instructions: number): Sidecar {
  if (!isObject(value)) throw new WrongField([], '要是一个 JSON 对象，比如 {"date":"2026-11-21"}')
  onlyKnown(value, ['date', 'highlights', 'crop', 'alt'], [])
  if (value.crop !== undefined && !isObject(value.crop))
    throw new WrongField(['crop'], '要是 {"x":…,"y":…,"w":…,"h":…}')
  const crop = value.crop && areaOf(value.crop, ['crop'])
  return {
    ...(value.date === undefined ? {} : { date: dateOf(value.date) }),
    ...(value.highlights === undefined ? {} : { highlights: highlightsOf(value.highlights, crop, instructions) }),
    ...(crop ? { crop } : {}),
    ...(value.alt === undefined ? {} : { alt: wordsOf(value.alt, ['alt'], 300) }),
  }
}

export interface SidecarRead {
  readonly sidecar: Sidecar
  /** The line of its highlights; of its beginning when it has none. */
  readonly highlightsLine: number
}

/** `instructions`: how many the step has. Throws SidecarFault: the line, and a sentence that begins with the field. */
export function readSidecar(text: string, instructions: number): SidecarRead {
  const json = readJson(text)
  if (!json.ok) throw new SidecarFault(json.line, json.reason)
  const { value, lineOf, doubles } = json.located
  const [double] = doubles
  if (double) throw new SidecarFault(lineOf(double), `${fieldName(double)}：写了两次，只留一个`)
  try {
    return { sidecar: checked(value, instructions), highlightsLine: lineOf(['highlights']) }
  } catch (error) {
    if (error instanceof WrongField) throw new SidecarFault(lineOf(error.at), error.message)
    throw error
  }
}
