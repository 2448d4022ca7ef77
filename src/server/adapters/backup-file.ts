/**
 * A backup's file: gzipped lines of JSON. First what it is, then a document a line, last the counts and
 * the SHA-256 of every line before, so that a file that broke off anywhere is found out before it is used.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { ownNames } from '../core/collections'
import type { Kept } from '../core/whole-store'
import { checkedId } from './document-id'
import { Unusable } from './unusable'

const format = 'kaitong-backup'
/** Raise it when an older program could misread the file. */
const version = 1

export interface Contents {
  /** ms; when the snapshot was taken. */
  readonly made: number
  readonly documents: number
}
interface Trailer {
  readonly end: true
  readonly documents: number
  readonly sha256: string
}

/** Written beside its place, synced, moved in: it is there whole or not at all. Answers the number of documents. */
export async function writeBackup(
  file: string,
  made: number,
  documents: AsyncIterable<Kept>,
  onProgress: (done: number) => void,
): Promise<number> {
  const draft = `${file}.${process.pid}.part`
  let count = 0
  async function* lines(): AsyncGenerator<string> {
    const hash = createHash('sha256')
    const line = (value: object): string => {
      const text = `${JSON.stringify(value)}\n`
      hash.update(text)
      return text
    }
    yield line({ format, version, made })
    for await (const { collection: c, id, version: n, value: d } of documents) {
      yield line({ c, id, n, d })
      count += 1
      if (count % 1000 === 0) onProgress(count)
    }
    yield `${JSON.stringify({ end: true, documents: count, sha256: hash.digest('hex') } satisfies Trailer)}\n`
  }
  try {
    await pipeline(lines(), createGzip(), createWriteStream(draft, { mode: 0o600, flags: 'wx' }))
    await synced(draft)
    await rename(draft, file)
    await synced(path.dirname(path.resolve(file)))
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  onProgress(count)
  return count
}

async function synced(place: string): Promise<void> {
  const handle = await open(place, 'r')
  await handle.sync()
  await handle.close()
}

const notOurs = '不是本程序的备份 (not a backup of this program)'
const broken = '备份不完整或被改动过，不能用：请换另一份。 (the backup is incomplete or was changed)'

/** The documents in their order. Throws Unusable at the latest at the end, when the file is not whole: check first. */
export async function* readBackup(file: string, seen?: (contents: Contents) => void): AsyncGenerator<Kept> {
  const hash = createHash('sha256')
  let header: { readonly made: number } | null = null
  let trailer: Trailer | null = null
  let count = 0
  for await (const line of linesOf(file)) {
    const value = parsed(line)
    if (header === null) header = headerOf(value)
    else if (trailer !== null) throw new Unusable(broken)
    else if (isTrailer(value)) {
      trailer = value
      continue
    } else {
      yield documentOf(value)
      count += 1
    }
    hash.update(`${line}\n`)
  }
  if (header === null) throw new Unusable(notOurs)
  if (trailer?.documents !== count || trailer.sha256 !== hash.digest('hex')) throw new Unusable(broken)
  seen?.({ made: header.made, documents: count })
}

/** Reads all of it, and gives `look` each document. Throws Unusable when it is anything but whole and ours. */
export async function checkBackup(file: string, look: (document: Kept) => void): Promise<Contents> {
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    throw new Unusable(`没有这个文件：${file} (no such file)`)
  let found: Contents = { made: 0, documents: 0 }
  for await (const document of readBackup(file, (contents) => (found = contents))) look(document)
  return found
}

const newline = 0x0a
const utf8 = new TextDecoder('utf-8', { fatal: true })

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const plain = createGunzip()
  source.on('error', (error) => plain.destroy(error)).pipe(plain)
  let rest: Buffer = Buffer.alloc(0)
  let begun = false
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      let from = 0
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, from)) {
        yield utf8.decode(bytes.subarray(from, at))
        begun = true
        from = at + 1
      }
      rest = bytes.subarray(from)
    }
  } catch (error) {
    const { code } = error as { code?: string }
    const unreadable = /^Z_/.test(code ?? '') || error instanceof TypeError
    if (!unreadable) throw error
    throw new Unusable(begun || code === 'Z_BUF_ERROR' ? broken : notOurs, { cause: error })
  } finally {
    source.destroy()
  }
  if (rest.length > 0) throw new Unusable(broken)
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>
  } catch (error) {
    throw new Unusable(notOurs, { cause: error })
  }
  throw new Unusable(notOurs)
}

function headerOf(value: Readonly<Record<string, unknown>>): { readonly made: number } {
  if (value.format !== format || typeof value.version !== 'number' || typeof value.made !== 'number')
    throw new Unusable(notOurs)
  if (value.version > version)
    throw new Unusable(
      '备份是更新版本的程序做的：请升级程序。 (the backup was made by a newer version of this program)',
    )
  return { made: value.made }
}

const isTrailer = (value: object): value is Trailer => (value as { end?: unknown }).end === true

function documentOf({ c, id, n, d }: Readonly<Record<string, unknown>>): Kept {
  if (typeof c !== 'string' || typeof id !== 'string' || typeof n !== 'number' || typeof d !== 'object' || d === null)
    throw new Unusable(broken)
  const collection = ownNames.find((name) => name === c)
  if (collection === undefined)
    throw new Unusable(`备份里有这个版本不认识的「${c}」：请升级程序。 (made by a newer version of this program)`)
  return { collection, id: checkedId(id), version: n, value: d }
}
