/**
 * The operator's captures of the steps: screenshots/<guide>/<step>.png, more of a step as <step>-2 to -9.
 * They are made as light as ours, and nothing of where or on what they were taken stays in them.
 */
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import type { OperatorPicture } from '#domain/content/operator-types'
import type { Content } from '#domain/content/types'
import type { Fault } from './faults'

/** px, as the drawn ones. */
const width = 750
const maxPixels = 40_000_000
const types = /\.(png|jpe?g|webp)$/i

export interface Capture {
  readonly file: string
  /** `<guide>/<step>` */
  readonly step: string
  /** `<guide>/<step>` or `<guide>/<step>-2`. */
  readonly id: string
  readonly title: string
}

interface Found {
  readonly captures: readonly Capture[]
  readonly faults: readonly Fault[]
}

const titlesOf = (content: Content): ReadonlyMap<string, string> =>
  new Map(content.guides.flatMap((guide) => guide.steps.map((step) => [`${guide.id}/${step.id}`, step.title])))

async function faultOf(file: string): Promise<string | null> {
  try {
    const image = sharp(file, { limitInputPixels: maxPixels })
    const { width: wide, height: high } = (await image.metadata()).autoOrient
    if (wide < width / 2) return `只有 ${wide} 像素宽，至少要 ${width / 2}，不然看不清`
    if (high > wide * 4) return '太长了，裁成几张'
    await image.stats() // reads every pixel
    return null
  } catch (error) {
    return `不是能用的图片：${error instanceof Error ? error.message.split('\n')[0] : String(error)}`
  }
}

function capturesIn(home: string, guide: string, titles: ReadonlyMap<string, string>): readonly (Capture | Fault)[] {
  return readdirSync(path.join(home, guide))
    .filter((name) => types.test(name))
    .sort()
    .map((name) => {
      const id = `${guide}/${name.replace(types, '')}`
      const step = titles.has(id) ? id : id.replace(/-[2-9]$/, '')
      const title = titles.get(step)
      const file = path.join(home, guide, name)
      return title === undefined ? { file, line: 0, reason: `没有叫「${id}」的步骤` } : { file, step, id, title }
    })
}

/** Faults name the file; a folder without captures has none of either. */
export async function findCaptures(dir: string, content: Content): Promise<Found> {
  const home = path.join(dir, 'screenshots')
  if (!existsSync(home)) return { captures: [], faults: [] }
  const guides = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const titles = titlesOf(content)
  const found = guides.flatMap(({ name }) => capturesIn(home, name, titles))
  const captures = found.filter((one): one is Capture => 'step' in one)
  const faults: Fault[] = found.filter((one): one is Fault => 'reason' in one)
  for (const { file } of captures) {
    const reason = await faultOf(file)
    if (reason !== null) faults.push({ file, line: 0, reason })
  }
  const double = captures.filter(({ id }, at) => captures.findIndex((one) => one.id === id) !== at)
  for (const { file, id } of double) faults.push({ file, line: 0, reason: `「${id}」有两张，只留一张` })
  return { captures, faults }
}

export type PictureIndex = Readonly<Record<string, readonly OperatorPicture[]>>

/** Writes them below `out` and tells where the guide package finds them. */
export async function writePictures(captures: readonly Capture[], out: string): Promise<PictureIndex> {
  const index: Record<string, OperatorPicture[]> = {}
  // -2 after its first: by id, because by file name the dot comes after the dash
  const inOrder = [...captures].sort((a, b) => (a.id < b.id ? -1 : 1))
  for (const { file, step, id, title } of inOrder) {
    const target = path.join(out, `${id}.png`)
    mkdirSync(path.dirname(target), { recursive: true })
    const made = await sharp(file, { limitInputPixels: maxPixels })
      .autoOrient()
      .resize({ width, withoutEnlargement: true })
      .flatten({ background: '#FFFFFF' })
      .png({ palette: true, colours: 128, effort: 10 })
      .toFile(target)
    const own = (index[step] ??= [])
    const place = own.length === 0 ? '' : `，第 ${own.length + 1} 张`
    own.push({
      file: `/packages/guide/pictures/${id}.png`,
      width: made.width,
      height: made.height,
      alt: `截图：${title}${place}`,
    })
  }
  return index
}
