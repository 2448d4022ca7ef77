/** A build is fresh when the hash of its sources is the one it was made from. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

function* filesBelow(place: string): Generator<string> {
  if (!existsSync(place)) return
  if (statSync(place).isFile()) {
    yield place
    return
  }
  for (const name of readdirSync(place).sort()) yield* filesBelow(path.join(place, name))
}

/** sha256 over paths and contents of files and folders, and over extra words (environment). */
export function hashOf(places: readonly string[], extra: readonly string[] = []): string {
  const hash = createHash('sha256')
  for (const place of places) {
    for (const file of filesBelow(place)) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  }
  for (const word of extra) hash.update(word).update('\0')
  return hash.digest('hex')
}

export const isFresh = (stampFile: string, hash: string) =>
  existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash
export const markFresh = (stampFile: string, hash: string) => writeFileSync(stampFile, hash)
