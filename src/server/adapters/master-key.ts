/** The key that protects photos and signatures: from the environment, or made once in the data folder. */
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** 32 bytes, as 64 hex digits or base64; null for anything else. */
export function parseMasterKey(text: string): Uint8Array | null {
  const trimmed = text.trim()
  if (/^[0-9a-fA-F]{64}$/.test(trimmed)) return Buffer.from(trimmed, 'hex')
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed)) return null
  return Buffer.from(trimmed, 'base64')
}

/** Reads `master.key` of the data folder, or makes it (mode 600). Keep it: without it no photo can be read again. */
export function masterKeyIn(dataDir: string): Uint8Array {
  const file = path.join(dataDir, 'master.key')
  if (!existsSync(file)) make(file)
  const key = parseMasterKey(readFileSync(file, 'utf8'))
  if (key === null) throw new Error(`${file} is not a key of 32 bytes`)
  return key
}

/** Linked into its place whole: of several processes that start at once one makes it, and none reads half of it. */
function make(file: string): void {
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}
