/**
 * The manifest's form. It is written by the tool alone, and its numbers go into the app, so the file ends
 * in a hash of itself: an edit by hand, or two changes merged, is found at once.
 */
import { createHash } from 'node:crypto'

export interface Entry {
  /** sha256 of the source, hex. */
  readonly source: string
  /** sha256 of the file, hex. */
  readonly file: string
  readonly width: number
  readonly height: number
  readonly bytes: number
  /** The version that drew it. */
  readonly chromium: string
  /** Only of a capture: the ISO day it was taken, '' when nobody knows. */
  readonly taken?: string
  /** Only of a capture: 'png' unless told. */
  readonly type?: 'jpg'
  /** Only of a capture: made smaller than its own size asks for, because all together were too large. */
  readonly squeezed?: true
}

export interface Manifest {
  readonly font: string
  /** The version that made the files out of what Chromium drew. */
  readonly encoder?: string
  /** Guide -> sha256 of what its contact sheet shows, and of the sheet. */
  readonly sheets?: Readonly<Record<string, Sheet>>
  readonly pictures: Readonly<Record<string, Entry>>
}

export interface Sheet {
  readonly source: string
  readonly file: string
}

const sealOf = (manifest: Manifest) => createHash('sha256').update(JSON.stringify(manifest)).digest('hex')

const sorted = <T>(record: Readonly<Record<string, T>>): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))

/** The file's text. Pictures are sorted by name, so that a change shows as a change. */
export function manifestText({ font, encoder, sheets = {}, pictures }: Manifest): string {
  const manifest: Manifest = {
    font,
    ...(encoder ? { encoder } : {}),
    sheets: sorted(sheets),
    pictures: sorted(pictures),
  }
  return `${JSON.stringify({ ...manifest, seal: sealOf(manifest) }, null, 2)}\n`
}

const hash = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const count = (value: unknown) => Number.isInteger(value) && Number(value) > 0

const rules: { readonly [K in keyof Entry]-?: (value: unknown) => boolean } = {
  source: hash,
  file: hash,
  width: count,
  height: count,
  bytes: count,
  chromium: (value) => typeof value === 'string' && value !== '',
  taken: (value) => value === undefined || typeof value === 'string',
  type: (value) => value === undefined || value === 'jpg',
  squeezed: (value) => value === undefined || value === true,
}

function faultIn(id: string, entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null) return `pictures["${id}"] 不是对象`
  const wrong = Object.entries(rules).find(([key, rule]) => !rule((entry as Readonly<Record<string, unknown>>)[key]))
  return wrong ? `pictures["${id}"].${wrong[0]} 不对` : null
}

/** The manifest in `text`. Throws one sentence that says what is wrong and how to get a right one. */
export function checkedManifest(text: string, name: string): Manifest {
  const remedy = '这个文件由工具来写：运行 npm run screenshots -- --all 会重画每一张并写一份新的'
  const refuse = (why: string) => new Error(`${name}：${why}。${remedy}。`)
  let value: (Partial<Manifest> & { readonly seal?: unknown }) | null
  try {
    value = JSON.parse(text) as typeof value
  } catch (error) {
    throw refuse(`不是完整的 JSON（${error instanceof Error ? error.message : String(error)}）`)
  }
  if (typeof value?.font !== 'string' || typeof value.pictures !== 'object' || value.pictures === null)
    throw refuse('缺少 font 或 pictures')
  const fault = Object.entries(value.pictures)
    .map(([id, entry]) => faultIn(id, entry))
    .find(Boolean)
  if (fault) throw refuse(fault)
  const { seal, ...manifest } = value
  if (seal !== sealOf(manifest as Manifest)) throw refuse('不是工具写的原样，被手工改过或合并过')
  return manifest as Manifest
}
