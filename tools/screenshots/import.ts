/**
 * Fetches captures into content/pictures from a list: one `<guide>/<step> <address>` a line, # for a
 * remark. Whoever runs it answers for the right to use what the addresses hold.
 * Run: node tools/run.mjs tools/screenshots/import.ts <list.txt>, then npm run screenshots
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { captureFolder, captureTypes } from './captures'
import { pictures } from './pictures/index'

const maxBytes = 10 * 1024 * 1024

export interface Wanted {
  readonly id: string
  readonly url: string
}

/** The lines of a list. Throws with the first line that names no picture or no http(s) address. */
export function readList(text: string, known: ReadonlySet<string>): readonly Wanted[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const [id, url, ...more] = line.trim().split(/\s+/)
    if (!id || id.startsWith('#')) return []
    if (!known.has(id)) throw new Error(`第 ${index + 1} 行：没有叫「${id}」的图`)
    if (!url || more.length > 0 || !/^https?:\/\//.test(url))
      throw new Error(`第 ${index + 1} 行：图名后面要有一个网址`)
    return [{ id, url }]
  })
}

/** One capture, checked to be an image of a kind we take. Throws one sentence. */
async function fetchCapture({ id, url }: Wanted): Promise<string> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(30_000) })
  if (!reply.ok) throw new Error(`网址回答 ${reply.status}`)
  const bytes = Buffer.from(await reply.arrayBuffer())
  if (bytes.length > maxBytes) throw new Error(`文件超过 10 MB`)
  const { format } = await sharp(bytes).metadata()
  if (!captureTypes.includes(format)) throw new Error(`不是 png、jpg 或 webp 图片`)
  const file = path.join(captureFolder, `${id}.${format === 'jpeg' ? 'jpg' : format}`)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, bytes)
  return file
}

export async function main(args: readonly string[] = []): Promise<void> {
  const [list] = args
  if (!list)
    throw new Error('用法：node tools/run.mjs tools/screenshots/import.ts <清单.txt>，每行一个「<guide>/<step> 网址」')
  const wanted = readList(readFileSync(list, 'utf8'), new Set(pictures.map(({ id }) => id)))
  const failures: string[] = []
  for (const [index, one] of wanted.entries()) {
    try {
      console.log(`[${index + 1}/${wanted.length}] ${await fetchCapture(one)}`)
    } catch (error) {
      failures.push(`${one.id}：${error instanceof Error ? error.message : String(error)}`)
    }
  }
  console.log(`取到 ${wanted.length - failures.length} 张，再运行 npm run screenshots`)
  if (failures.length > 0) throw new Error(failures.join('\n'))
}
