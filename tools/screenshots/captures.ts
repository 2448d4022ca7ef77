/**
 * An operator's own captures: content/screenshots/<guide>/<step>.png (or .jpg, .jpeg, .webp) takes the
 * place of the drawing of the same name; a `<step>-2` … `<step>-9` that no drawing has comes after them.
 * The capture's day is what its sidecar says, else its EXIF. A file's own time is no evidence: it is
 * the day of the checkout.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { dayTaken } from './exif-date'
import { readSidecar, type Sidecar } from './sidecar'
import { canBeCaptured, stepNamed, stepOf } from './steps'

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
  /** Path in the repository. */
  readonly file: string
  readonly sidecar: Sidecar
  /** ISO day; null when nobody knows it. */
  readonly date: string | null
  /** sha256 of the file, hex. */
  readonly sha256: string
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Runs `work`; what it throws begins with the file's name. */
function about<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new Error(`${file}：${wordsOf(error)}`)
  }
}

/** What a file of the folder is; null for those that are not ours (notes, hidden files). Throws on a name that fits no step. */
function kindOf(guide: string, name: string): { readonly id: string; readonly sidecar: boolean } | null {
  const type = path.extname(name).slice(1).toLowerCase()
  if (name.startsWith('.') || (type !== 'json' && !captureTypes.includes(type))) return null
  const id = `${guide}/${path.basename(name, path.extname(name))}`
  if (canBeCaptured(id)) return { id, sidecar: type === 'json' }
  throw new Error(`${captureFolder}/${guide}/${name}：没有叫「${id}」的步骤，文件名要是 <步骤> 或 <步骤>-2 到 -9`)
}

interface Found {
  readonly image: string | null
  readonly sidecar: string | null
}

function filesIn(root: string): ReadonlyMap<string, Found> {
  const home = path.join(root, captureFolder)
  const found = new Map<string, Found>()
  if (!existsSync(home)) return found
  const guides = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const guide of guides.map(({ name }) => name).sort()) {
    for (const name of readdirSync(path.join(home, guide)).sort()) {
      const kind = kindOf(guide, name)
      if (!kind) continue
      const file = path.posix.join(captureFolder, guide, name)
      const known = found.get(kind.id) ?? { image: null, sidecar: null }
      if (!kind.sidecar && known.image) throw new Error(`${file}：和 ${known.image} 重名，只留一张`)
      found.set(kind.id, kind.sidecar ? { ...known, sidecar: file } : { ...known, image: file })
    }
  }
  return found
}

/** The image is whole, of a kind we take, not too large, small or long. Returns its EXIF day. Throws one sentence. */
async function examine(bytes: Buffer, { crop = { x: 0, y: 0, w: 1, h: 1 } }: Sidecar): Promise<string | null> {
  const { format, exif, autoOrient } = await sharp(bytes, { limitInputPixels: maxPixels }).metadata()
  if (!captureTypes.includes(format)) throw new Error(`不是 png、jpg 或 webp 图片，是 ${format}`)
  await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'warning' }).stats() // reads every pixel
  const [width, height] = [autoOrient.width * crop.w, autoOrient.height * crop.h]
  if (width < minWidth) throw new Error(`只有 ${Math.round(width)} 像素宽，至少要 ${minWidth}，不然看不清`)
  if (height > width * maxRatio)
    throw new Error(`太长了，高是宽的 ${(height / width).toFixed(1)} 倍：裁成几张，或用 crop 留下要紧的部分`)
  return exif ? dayTaken(exif) : null
}

async function readCapture(id: string, { image, sidecar }: Found, root: string): Promise<Capture> {
  const beside = sidecar ?? ''
  if (!image) throw new Error(`${beside}：旁边没有同名的图片，不用了就删掉`)
  const instructions = stepNamed(stepOf(id)).instructions.length
  const said = sidecar
    ? about(beside, () => readSidecar(readFileSync(path.join(root, beside), 'utf8'), instructions))
    : {}
  const bytes = readFileSync(path.join(root, image))
  const taken = await examine(bytes, said).catch((error: unknown) => {
    throw new Error(`${image}：${wordsOf(error)}`)
  })
  const date = said.date === undefined ? taken : said.date
  if (date === null && said.date === undefined)
    throw new Error(
      `${image}：不知道是哪天拍的。在旁边的 ${path.posix.basename(id)}.json 里写 {"date":"2026-11-21"}，真不知道就写 {"date":null}`,
    )
  return { id, file: image, sidecar: said, date, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Every capture by the id of its picture. Throws one line for each file that cannot be used: file, field, reason. */
export async function capturesIn(root: string): Promise<ReadonlyMap<string, Capture>> {
  const found = filesIn(root)
  const captures = new Map<string, Capture>()
  const faults: string[] = []
  for (const [id, files] of found) {
    try {
      captures.set(id, await readCapture(id, files, root))
    } catch (error) {
      faults.push(wordsOf(error))
    }
  }
  if (faults.length > 0) throw new Error(`${faults.join('\n')}\n什么都没有改。`)
  return captures
}
