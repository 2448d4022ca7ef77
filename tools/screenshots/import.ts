/**
 * Fetches captures into content/screenshots from a list: one `<guide>/<step> <address> [day]` a line, # for
 * a remark. Everything is fetched aside and checked before anything is moved, so a failure changes nothing.
 * Whoever runs it answers for the right to use what the addresses hold.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { captureFolder, captureTypes } from './captures'
import { download, type Downloaded } from './download'
import { dayTaken, isDay } from './exif-date'
import { canBeCaptured } from './steps'

export interface Wanted {
  readonly id: string
  readonly url: string
  /** ISO day of the capture, when the list knows it. */
  readonly date: string | null
}

function wantedIn(line: string, at: string): Wanted | null {
  const [id, url = '', date, ...more] = line.trim().split(/\s+/)
  if (!id || id.startsWith('#')) return null
  if (!canBeCaptured(id)) throw new Error(`${at}：没有叫「${id}」的图，要写 <guide>/<step> 或 <guide>/<step>-2 到 -9`)
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) throw new Error(`${at}：图名后面要有一个 http 或 https 网址`)
  if (more.length > 0 || (date !== undefined && !isDay(date)))
    throw new Error(`${at}：网址后面只能再写拍的日子，比如 2026-11-21`)
  return { id, url, date: date ?? null }
}

/** The lines of a list. Throws with the first line that names no picture, no address, or a picture named before. */
export function readList(text: string): readonly Wanted[] {
  const seen = new Map<string, number>()
  return text.split(/\r?\n/).flatMap((line, index) => {
    const wanted = wantedIn(line.replace(/^\uFEFF/, ''), `第 ${index + 1} 行`)
    if (!wanted) return []
    const before = seen.get(wanted.id)
    if (before !== undefined) throw new Error(`第 ${index + 1} 行：「${wanted.id}」第 ${before} 行已经写过`)
    seen.set(wanted.id, index + 1)
    return [wanted]
  })
}

interface Fetched extends Wanted {
  /** Where it waits to be moved. */
  readonly aside: string
  readonly type: Downloaded['type']
  /** The sidecar to write, null when the capture says itself when it was taken. */
  readonly sidecar: string | null
}

/**
 * The day: the list's, else the capture's own, else the one from which the server says the file is (the
 * capture is no younger). When nobody says one, the sidecar says so.
 */
async function sidecarOf({ date }: Wanted, { data, modified }: Downloaded): Promise<string | null> {
  const { exif } = await sharp(data).metadata()
  if (date === null && exif && dayTaken(exif)) return null
  return `${JSON.stringify({ date: date ?? modified }, null, 2)}\n`
}

/** A line for each, with its bytes or why it failed. Throws when one failed. */
async function fetchAll(list: readonly Wanted[], aside: string, seconds: number): Promise<readonly Fetched[]> {
  const fetched: Fetched[] = []
  for (const [index, wanted] of list.entries()) {
    const count = `[${index + 1}/${list.length}] ${wanted.id}`
    try {
      const got = await download(wanted.url, seconds)
      const file = path.join(aside, String(index))
      writeFileSync(file, got.data)
      fetched.push({ ...wanted, aside: file, type: got.type, sidecar: await sidecarOf(wanted, got) })
      console.log(`${count}  ${got.data.length.toLocaleString('en-US')} 字节`)
    } catch (error) {
      console.error(`${count}  没下成：${error instanceof Error ? error.message : String(error)}（${wanted.url}）`)
    }
  }
  const failed = list.length - fetched.length
  if (failed === 0) return fetched
  throw new Error(`${failed} 张没下成，下好的 ${fetched.length} 张也没有放进去：什么都没有改。`)
}

/** What a capture replaces: the same picture under every type. */
const rivals = (home: string, id: string) =>
  captureTypes.map((type) => path.join(home, `${id}.${type}`)).filter((file) => existsSync(file))

/** Moves all in; on the way every replaced file is kept aside, and put back should one move fail. */
function moveIn(fetched: readonly Fetched[], home: string, aside: string): void {
  const undo: (() => void)[] = []
  try {
    for (const [index, { id, type, aside: from, sidecar }] of fetched.entries()) {
      const file = path.join(home, `${id}.${type}`)
      mkdirSync(path.dirname(file), { recursive: true })
      for (const [number, rival] of rivals(home, id).entries()) {
        const kept = path.join(aside, `old-${index}-${number}`)
        renameSync(rival, kept)
        undo.unshift(() => renameSync(kept, rival))
      }
      renameSync(from, file)
      undo.unshift(() => rmSync(file))
      const beside = path.join(home, `${id}.json`)
      if (existsSync(beside)) console.log(`${captureFolder}/${id}.json 是原来的，没有动，看看还对不对`)
      else if (sidecar !== null) {
        undo.unshift(() => rmSync(beside, { force: true }))
        writeFileSync(beside, sidecar)
      }
    }
  } catch (error) {
    for (const step of undo) step()
    throw error
  }
}

/** Throws one line a failure; the repository is as before then. */
export async function importCaptures(
  { list, seconds }: { readonly list: string; readonly seconds: number },
  root: string,
): Promise<void> {
  if (!existsSync(list)) throw new Error(`没有 ${list} 这个文件`)
  const wanted = readList(readFileSync(list, 'utf8'))
  if (wanted.length === 0) throw new Error(`${list} 里没有要下载的图`)
  mkdirSync(path.join(root, '.cache'), { recursive: true })
  // in the repository, so that moving is one rename on one file system; git ignores it
  const aside = mkdtempSync(path.join(root, '.cache', 'import-'))
  try {
    moveIn(await fetchAll(wanted, aside, seconds), path.join(root, captureFolder), aside)
    console.log(`${wanted.length} 张都放进了 ${captureFolder}。看一遍，再运行 npm run screenshots。`)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}
