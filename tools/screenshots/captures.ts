/**
 * Captures of the real pages: <folder>/<guide>/<step>.png (or .jpg, .jpeg, .webp) takes the place of the
 * drawing of the same name; a `<step>-2` … `<step>-9` that no drawing has comes after them. The folder is
 * content/screenshots, or that of an operator's own (tools/operator).
 * The capture's day is what its sidecar says, else its EXIF. A file's own time is no evidence: it is
 * the day of the checkout.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { Fault } from '../operator/faults'
import { CaptureFault, faultOf, nothingChanged } from './capture-fault'
import { dayTaken } from './exif-date'
import { readSidecar, SidecarFault, type Sidecar } from './sidecar'
import { ownSteps, type Steps } from './steps'

export const captureFolder = 'content/screenshots'
export const captureTypes: readonly string[] = ['png', 'jpg', 'jpeg', 'webp']
/** px, width times height: what a decoder may be asked to hold. */
export const maxPixels = 40_000_000
/** px; a narrower one shows nothing on a phone. */
const minWidth = 320
/** Height in widths; a longer one is a film strip. */
const maxRatio = 4

export interface Capture {
  readonly id: string
  /** As its folder is named, from `root`. */
  readonly file: string
  readonly sidecar: Sidecar
  /** Where the highlights are written; absent when nothing is. */
  readonly highlightsAt?: { readonly file: string; readonly line: number }
  /** ISO day; null when nobody knows it. */
  readonly date: string | null
  /** sha256 of the file, hex. */
  readonly sha256: string
}

/** Where captures lie, and whose steps they show. */
export interface CapturePlace {
  readonly root: string
  /** From `root`, or absolute; faults name files by it. */
  readonly folder: string
  readonly steps: Steps
}

interface Found {
  readonly image: string | null
  readonly sidecar: string | null
}

const typeOf = (name: string) => path.extname(name).slice(1).toLowerCase()
/** Notes, lists and hidden files beside the captures are none of our business. */
const isOurs = (name: string) => !name.startsWith('.') && [...captureTypes, 'json'].includes(typeOf(name))

/** By the id of the picture. A name that fits no step is a fault. */
function filesIn({ root, folder, steps }: CapturePlace, faults: Fault[]): ReadonlyMap<string, Found> {
  const home = path.resolve(root, folder)
  const found = new Map<string, Found>()
  const fault = (file: string, reason: string) => faults.push({ file, line: 0, reason })
  const note = (guide: string, name: string) => {
    const id = `${guide}/${path.basename(name, path.extname(name))}`
    const file = path.join(folder, guide, name)
    const known = found.get(id) ?? { image: null, sidecar: null }
    if (!steps.canBeCaptured(id)) fault(file, `没有叫「${id}」的步骤，文件名要是 <步骤> 或 <步骤>-2 到 -9`)
    else if (typeOf(name) === 'json') found.set(id, { ...known, sidecar: file })
    else if (known.image) fault(file, `和 ${known.image} 重名，只留一张`)
    else found.set(id, { ...known, image: file })
  }
  if (!existsSync(home)) return found
  const inOrder = readdirSync(home, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of inOrder) {
    if (entry.isDirectory())
      for (const name of readdirSync(path.join(home, entry.name)).filter(isOurs).sort()) note(entry.name, name)
    else if (isOurs(entry.name)) fault(path.join(folder, entry.name), '要放在 <guide> 的文件夹里，比如 reuse/menu.png')
  }
  return found
}

/** What sharp makes of a file; what it says of one that it cannot read, in one line. */
async function readable<T>(look: () => Promise<T>): Promise<T> {
  try {
    return await look()
  } catch (error) {
    throw new Error(`不是能用的图片：${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  }
}

/** The image is whole, of a kind we take, not too large, small or long. Returns its EXIF day. Throws one sentence. */
async function examine(bytes: Buffer, { crop = { x: 0, y: 0, w: 1, h: 1 } }: Sidecar): Promise<string | null> {
  if (bytes.length === 0) throw new Error('不是能用的图片：文件是空的')
  const limits = { limitInputPixels: maxPixels, failOn: 'warning' } as const
  const { format, exif, autoOrient } = await readable(() => sharp(bytes, limits).metadata())
  if (!captureTypes.includes(format)) throw new Error(`不是 png、jpg 或 webp 图片，是 ${format}`)
  await readable(() => sharp(bytes, limits).stats()) // reads every pixel
  const [width, height] = [autoOrient.width * crop.w, autoOrient.height * crop.h]
  if (width < minWidth) throw new Error(`只有 ${Math.round(width)} 像素宽，至少要 ${minWidth}，不然看不清`)
  if (height > width * maxRatio)
    throw new Error(`太长了，高是宽的 ${(height / width).toFixed(1)} 倍：裁成几张，或用 crop 留下要紧的部分`)
  return exif ? dayTaken(exif) : null
}

function sidecarOf(file: string, root: string, instructions: number): Pick<Capture, 'sidecar' | 'highlightsAt'> {
  try {
    const { sidecar, highlightsLine } = readSidecar(readFileSync(path.resolve(root, file), 'utf8'), instructions)
    return { sidecar, highlightsAt: { file, line: highlightsLine } }
  } catch (error) {
    throw error instanceof SidecarFault ? new CaptureFault({ file, line: error.line, reason: error.message }) : error
  }
}

/** Throws CaptureFault. */
async function readCapture(id: string, { image, sidecar: beside }: Found, place: CapturePlace): Promise<Capture> {
  const { root, steps } = place
  if (!image) throw new CaptureFault({ file: beside ?? '', line: 0, reason: '旁边没有同名的图片，不用了就删掉' })
  const instructions = steps.named(steps.of(id)).instructions.length
  const said = beside ? sidecarOf(beside, root, instructions) : { sidecar: {} }
  const bytes = readFileSync(path.resolve(root, image))
  const taken = await examine(bytes, said.sidecar).catch((error: unknown) => {
    throw new CaptureFault({ file: image, line: 0, reason: error instanceof Error ? error.message : String(error) })
  })
  const { date = taken } = said.sidecar
  if (date === null && said.sidecar.date === undefined) {
    const name = `${path.posix.basename(id)}.json`
    const reason = `不知道是哪天拍的。在旁边的 ${name} 里写 {"date":"2026-11-21"}，真不知道就写 {"date":null}`
    throw new CaptureFault({ file: image, line: 0, reason })
  }
  return { id, file: image, ...said, date, sha256: createHash('sha256').update(bytes).digest('hex') }
}

export interface Captures {
  /** By the id of the picture; those without a fault. */
  readonly captures: ReadonlyMap<string, Capture>
  /** Of all files, one each. */
  readonly faults: readonly Fault[]
}

/** Every capture of the place. A folder that is not there holds none. */
export async function findCaptures(place: CapturePlace): Promise<Captures> {
  const faults: Fault[] = []
  const captures = new Map<string, Capture>()
  for (const [id, files] of filesIn(place, faults)) {
    try {
      captures.set(id, await readCapture(id, files, place))
    } catch (error) {
      faults.push(faultOf(error))
    }
  }
  return { captures, faults }
}

/** The repository's own captures. Throws one line for each file that cannot be used: file, line, field, reason. */
export async function capturesIn(root: string): Promise<ReadonlyMap<string, Capture>> {
  const { captures, faults } = await findCaptures({ root, folder: captureFolder, steps: ownSteps })
  if (faults.length > 0) throw nothingChanged(faults)
  return captures
}
