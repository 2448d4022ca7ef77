/**
 * A copy of all keys, as they lie: wrapped. Lines of JSON: what it is, a key a line, last the SHA-256 of every
 * line before, so that a file that broke off is found out before it is used.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { keyIn, textOf } from './key-text'
import { syncFolder, writeSynced } from './local-files'
import type { WrappedKey } from './merchant-keys'
import { Unusable } from './unusable'

const header = `${JSON.stringify({ format: 'kaitong-keys', version: 1 })}\n`

const sealOf = (text: string): string =>
  `${JSON.stringify({ sha256: createHash('sha256').update(text).digest('hex') })}\n`

/** Whole or not at all; for nobody else to read. */
export async function writeKeys(file: string, keys: readonly WrappedKey[]): Promise<void> {
  const text = [header, ...keys.map(textOf)].join('')
  const draft = `${file}.${process.pid}.part`
  try {
    await writeSynced(draft, Buffer.from(text + sealOf(text)))
    await rename(draft, file)
    await syncFolder(path.dirname(path.resolve(file)))
  } finally {
    await rm(draft, { force: true })
  }
}

/** Throws Unusable for anything but a whole file of ours. */
export function readKeys(file: string): readonly WrappedKey[] {
  const whole = readFileSync(file, 'utf8')
  if (!whole.startsWith(header)) throw new Unusable(`${file} 不是密钥的备份 (not a copy of keys)`)
  const lines = whole.split(/(?<=\n)/)
  const seal = lines.pop()
  const text = lines.join('')
  if (seal !== sealOf(text)) throw new Unusable(`${file} 不完整或被改动过，请换另一份 (incomplete or changed)`)
  return lines.slice(1).map(keyIn)
}
